package repair_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/text"
)

// english is a paragraph with as many curly quotation marks and dashes as news has.
const english = "“The harbour was quiet that evening,” said the pilot – who’d seen the boat leave – “and nobody’s come back since.” " +
	"The town council will meet on Thursday to decide whether the old lighthouse is to be repaired, rebuilt or sold.\n\n"

func benchmark(b *testing.B, in string) {
	b.Helper()
	in = strings.TrimSpace(in)
	rules := text.NewRuleSet(repair.Rules, nil, nil)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		c := text.NewChain(in)
		if err := repair.Run(b.Context(), c, rules); err != nil {
			b.Fatal(err)
		}
		c.Done()
	}
}

func BenchmarkRun(b *testing.B) {
	b.Run("clean", func(b *testing.B) { benchmark(b, strings.Repeat(english, 100)) })
	b.Run("mojibake", func(b *testing.B) { benchmark(b, damaged(strings.Repeat(english, 100), charmap.Windows1252)) })
	b.Run("Russian", func(b *testing.B) {
		benchmark(b, strings.Repeat("Мы долго ждали поезда, но он так и не пришёл.\n", 400))
	})
	b.Run("Chinese", func(b *testing.B) {
		benchmark(b, strings.Repeat("火车一大早就离开了车站，没有人赶上。\n", 400))
	})
	b.Run("Russian mojibake", func(b *testing.B) {
		benchmark(b, damaged(strings.Repeat("Мы долго ждали поезда, но он так и не пришёл.\n", 200), charmap.Windows1252))
	})
}

// BenchmarkHostile runs texts made to be slow: the time per byte must stay within a small factor of that of news.
func BenchmarkHostile(b *testing.B) {
	for name, unit := range map[string]string{
		"emoji": "😀", "ampersand": "&", "entity": "&amp;", "A tilde": "Ã", "mojibake": "Ã©", "doubtful": "Ã’", "accent": "\u0301",
		"replacement": "\uFFFD", "no-break space": "\u00a0", "tag": "<&amp;", "nested entity": "&#",
	} {
		b.Run(name, func(b *testing.B) { benchmark(b, "a"+strings.Repeat(unit, 1<<19/len(unit))+"a") })
	}
}
