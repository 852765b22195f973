package reflow_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/text"
)

// shapes are texts of about n bytes that cost as much as any of their length.
var shapes = []struct {
	name string
	text func(n int) string
}{
	{"news", func(n int) string { return repeat(paragraph+"\n\n", n) }},
	{"broken", func(n int) string { return repeat(broken, n) }},
	{"wrapped", func(n int) string { return repeat(wrapped, n) }},
	{"one line", func(n int) string { return repeat(paragraph+" ", n) }},
	{"one letter", func(n int) string { return repeat("a", n) }},
	{"short lines", func(n int) string { return repeat("ab\n", n) }},
	{"short blocks", func(n int) string { return repeat("ab\n\n", n) }},
	{"letters", letters},
	{"commas", func(n int) string { return repeat(",\n\n", n) }},
	{"hyphens", func(n int) string { return repeat("the ab-\ncd ", n) }},
	{"feeds", func(n int) string { return repeat("\n", n) }},
	{"growing", func(n int) string { return repeat("The house by the\n\nOld Mill\n\nRoad\n\n", n) }},
}

const (
	paragraph = "The committee met for the third time on Tuesday and heard from the owners of the mill, who said that " +
		"the new dam would leave them without water for most of the summer. Nobody from the ministry was there to answer " +
		"them, and the chair closed the meeting after an hour. A fourth meeting is planned for the end of the month."
	broken = "The committee, led by\n\nMartha Quill\n\n, met on Tuesday and heard from the owners of the\n\nPrill mill,\n\n" +
		"who said that the new dam would leave them without water.\n\nNobody from the ministry was there to answer them.\n\n"
	wrapped = "The committee met for the third time on Tuesday and heard from the\nowners of the mill, who said that the new " +
		"dam would leave them without\nwater for most of the summer. Nobody from the ministry was there to\nanswer them.\n\n"
)

// letters returns lines of one or two letters, some of which are words that no sentence ends with.
func letters(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	b := make([]byte, 0, n)
	for len(b) < n {
		for range 1 + r.IntN(2) {
			b = append(b, byte('a'+r.IntN(26)))
		}
		b = append(b, '\n')
	}
	return string(b)
}

func repeat(s string, n int) string { return strings.Repeat(s, n/len(s)+1) }

func BenchmarkRun(b *testing.B) {
	rules := text.NewRuleSet(reflow.Rules, nil, nil)
	for _, s := range shapes {
		in := s.text(64 << 10)
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(in)))
			b.ReportAllocs()
			for b.Loop() {
				c := text.NewChain(in)
				if err := reflow.Run(b.Context(), c, rules); err != nil {
					b.Fatal(err)
				}
				c.Close()
			}
		})
	}
}

// TestRounds holds that few rounds are needed whatever the text: each reads it once, and so their number is what time
// depends on besides length.
func TestRounds(t *testing.T) {
	t.Parallel()
	const most = 3
	for _, s := range shapes {
		c := text.NewChain(s.text(128 << 10))
		if err := reflow.Run(t.Context(), c, text.NewRuleSet(reflow.Rules, nil, nil)); err != nil {
			t.Fatal(err)
		}
		if c.Steps() > most {
			t.Errorf("%s: joined in %d rounds", s.name, c.Steps())
		}
		c.Close()
	}
}
