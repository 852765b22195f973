package boilerplate_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/text"
)

// paragraph is of the length and the make of a paragraph of news.
const paragraph = "The council of Kestrel Bay voted on Tuesday to rebuild the old pier, which had been closed since a storm took " +
	"its roof in 2019, and to pay for it with a levy on the ferries that call there in summer. “We have talked about " +
	"this for long enough,” said the mayor, Ana Brock, who had campaigned on the plan.\n\n"

// article returns a text of paragraphs that differ.
func article() string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, "In the %dth week ", i)
		b.WriteString(paragraph)
	}
	return b.String()
}

func BenchmarkRun(b *testing.B) {
	inputs := []struct{ name, text string }{
		{"news", article()},
		{"boilerplate", strings.Repeat("Read more\nFollow us on Twitter\n12 Comments\nPhoto: Ines Vidal / Reuters\n", 60)},
		{"one line of 10 MB", strings.Repeat(strings.TrimSpace(paragraph)+" ", 10<<20/len(paragraph))},
		{"short lines", strings.Repeat("a\n", 1<<20)},
		{"one repeated line", strings.Repeat(paragraph, 1<<20/len(paragraph))},
		{"one character", strings.Repeat("a", 1<<20)},
		{"beginnings of prompts", strings.Repeat(strings.Repeat("Sign up. Follow Tom Ellery on Get our free daily. ", 11)+"\n", 2<<10)},
		{"Russian", strings.Repeat("Мы долго ждали поезда, но он так и не пришёл.\n", 1<<13)},
		{"Chinese", strings.Repeat("火车一大早就离开了车站，没有人赶上。\n", 1<<13)},
		{"names", strings.Repeat("Follow Tom Ellery Ann Cole Ned Farrow Ruth Adeyemi Ines Vidal Ana Brock at\n", 1<<14)},
		{"pieces", strings.Repeat("Read more about Tom\n", 1<<16) + "said no"},
		{"suffixes after a paragraph", paragraph + strings.Repeat("Read more. ", 1<<17)},
		{"suffixes", strings.Repeat("Read more. ", 1<<17)},
	}
	rules := text.NewRuleSet(boilerplate.Rules, nil, nil)
	for _, in := range inputs {
		b.Run(in.name, func(b *testing.B) {
			b.SetBytes(int64(len(in.text)))
			b.ReportAllocs()
			for b.Loop() {
				c := text.NewChain(in.text)
				if _, err := boilerplate.Run(b.Context(), c, boilerplate.Balanced, rules); err != nil {
					b.Fatal(err)
				}
				c.Close()
			}
		})
	}
}
