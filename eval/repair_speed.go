package main

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// repairSpeed prints the speed on news, clean and damaged, beside ftfy's in the same run.
func repairSpeed() error {
	articles, err := readJSONL[struct{ Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	clean := make([]string, 0, 1000)
	for _, a := range articles[:1000] {
		clean = append(clean, a.Text)
	}
	broken := make([]string, len(clean))
	for i, s := range clean {
		broken[i] = damage(s, damages[0].tables)
	}
	fmt.Printf("\n%-44s %10s %10s %10s %8s\n", "speed, one core, MB/s", "copydesk", "ftfy", "ftfy plain", "ratio")
	for i, texts := range [][]string{clean, broken} {
		size := 0
		for _, s := range texts {
			size += len(s)
		}
		ours := rate(size, func() {
			for _, s := range texts {
				mend(s, defaultRepair) //nolint:errcheck // the speed alone counts here
			}
		})
		fmt.Printf("%-44s %10.1f", []string{"1,000 news articles", "the same as utf8>cp1252"}[i], ours)
		plain := 0.0
		for _, options := range []map[string]any{nil, ftfyPlain} {
			_, took, err := peerMend(texts, options)
			if errors.Is(err, errNoPeer) {
				break
			}
			if err != nil {
				return err
			}
			plain = float64(size) / 1e6 / took.Seconds()
			fmt.Printf(" %10.2f", plain)
		}
		if plain > 0 {
			fmt.Printf(" %7.0fx", ours/plain)
		}
		fmt.Println()
	}
	return nil
}

// rate returns the speed in MB/s of work on size bytes: the best of five runs, which is the one least disturbed.
func rate(size int, work func()) float64 {
	best := time.Duration(1 << 62)
	for range 5 {
		start := time.Now()
		work()
		best = min(best, time.Since(start))
	}
	return float64(size) / 1e6 / best.Seconds()
}

// hostileSpeed prints the time per byte on texts made to be slow, in units of that on damaged news.
func hostileSpeed() error {
	sentence := "The harbour was quiet – “too quiet,” she said – and nobody saw the boat’s crew leave. "
	news := strings.Repeat(sentence+"\n", 10<<20/len(sentence))
	hostile := []struct{ name, text string }{
		{"news", news},
		{"10 MB, one line", strings.Repeat(sentence, 10<<20/len(sentence))},
		{"1 MB of emoji", strings.Repeat("😀", 1<<18)},
		{"1 MB of &", strings.Repeat("&", 1<<20)},
		{"1 MB of &amp;", strings.Repeat("&amp;", 1<<20/5)},
		{"1 MB of &#", strings.Repeat("&#", 1<<19)},
		{"1 MB of Ã", strings.Repeat("Ã", 1<<19)},
		{"1 MB of Ã©", strings.Repeat("Ã©", 1<<18)},
		{"1 MB of Ã’", strings.Repeat("Ã’", 1<<20/5)},
		{"1 MB of combining marks", "a" + strings.Repeat("\u0301", 1<<19)},
		{"1 MB of U+FFFD", strings.Repeat("\uFFFD", 1<<20/3)},
		{"1 MB of spaces", strings.Repeat(" ", 1<<20)},
		{"1 MB of no-break spaces", strings.Repeat("\u00a0", 1<<19)},
		{"1 MB of <", strings.Repeat("<&amp;", 1<<20/6)},
	}
	fmt.Printf("\n%-44s %10s %10s\n", "hostile texts", "MB/s", "x news")
	base := 0.0
	for _, h := range hostile {
		mb := rate(len(h.text), func() { mend(h.text, defaultRepair) }) //nolint:errcheck // the speed alone counts here
		if base == 0 {
			base = mb
		}
		fmt.Printf("%-44s %10.1f %10.1f\n", h.name, mb, base/mb)
	}
	return nil
}
