package pages

import (
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/metric"
)

// taken counts what the rules for hidden text dropped.
type taken struct{ pages, words, gold, goldPages int }

// HiddenText prints how much text is dropped because readers cannot see it, and how much of that is in the golds, and nowhere in what is
// kept: text that was shown to those who made them.
func HiddenText() error {
	byRule := map[string]*taken{}
	gold, pages := 0, 0
	err := lookAt(func(set pageSet, l *looked) error {
		wanted := map[string]int{}
		tokens := metric.Tokens(l.gold)
		gold += len(tokens)
		pages++
		each4(tokens, func(s string) { wanted[s]++ })
		for _, with := range l.with {
			if set.name == "trafilatura" {
				each4(metric.Tokens(with), func(s string) { wanted[s]++ })
			}
		}
		each4(metric.Tokens(l.doc.Clean), func(s string) { delete(wanted, s) })
		hidden := map[string][]string{}
		for i, why := range l.why {
			if strings.HasPrefix(string(why), "html.hidden.") && l.kept[i] == 0 {
				hidden[string(why)] = append(hidden[string(why)], metric.Tokens(l.tree.Span(int32(i)).Of(l.tree.Page))...)
			}
		}
		for rule, tokens := range hidden {
			count := byRule[rule]
			if count == nil {
				count = &taken{}
				byRule[rule] = count
			}
			count.pages++
			count.words += len(tokens)
			hits := 0
			each4(tokens, func(s string) {
				if wanted[s] > 0 {
					hits++
				}
			})
			if hits > 0 {
				count.gold += hits
				count.goldPages++
				if showing {
					fmt.Printf("TAKEN %s of %s %s: %d of %d: %.200s\n", rule, set.name, l.id, hits, len(tokens), strings.Join(tokens, " "))
				}
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Printf("%-24s %7s %7s %12s %11s\n", "rule", "pages", "words", "in gold only", "on pages")
	sum := 0
	for _, rule := range sortedKeys(byRule) {
		c := byRule[rule]
		fmt.Printf("%-24s %7d %7d %12d %11d\n", rule, c.pages, c.words, c.gold, c.goldPages)
		sum += c.gold
	}
	share := float64(sum) / float64(max(gold, 1))
	fmt.Printf("%d of %d words of the golds of %d pages: %.5f\n", sum, gold, pages, share)
	floor.AtMost("hidden-text/gold", share)
	return nil
}

// each4 calls do with each run of four words.
func each4(tokens []string, do func(string)) {
	for i := 0; i+4 <= len(tokens); i++ {
		do(strings.Join(tokens[i:i+4], " "))
	}
}
