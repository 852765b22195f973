package repair_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/text"
)

func run(t testing.TB, in string, enable ...text.Rule) string {
	t.Helper()
	c := text.NewChain(in)
	if err := repair.Run(t.Context(), c, text.NewRuleSet(repair.Rules, enable, nil)); err != nil {
		t.Fatal(err)
	}
	out, p := c.Done()
	if got := p.Replay(in, func(s text.Segment) string { return s.Clean.Of(out) }); got != out {
		t.Fatalf("replay of %q gives %q, want %q", in, got, out)
	}
	return out
}

func TestRun(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want string }{
		{"clean", "Nothing to do here.", "Nothing to do here."},
		{"entities", "Fish &amp; chips &lt; &pound;6 &#8212; &#x2019;", "Fish & chips < £6 — ’"},
		{"entities twice", "&amp;amp;", "&"},
		{"entities many times", "&" + strings.Repeat("amp;", 50) + "lt;", "<"},
		{"no entity", "AT&T ?a=1&copy=2 &nosuch; & ;", "AT&T ?a=1&copy=2 &nosuch; & ;"},
		{"mojibake quotes", "â€œDoneâ€\u009d, she said, itâ€™s late â€” go.", "“Done”, she said, it’s late — go."},
		{"mojibake with a lost byte", "â€œDoneâ€ she said. â€œGoneâ€\uFFFD", "“Done” she said. “Gone”"},
		{"mojibake accents", "le cafÃ© crÃ¨me", "le café crème"},
		{"mojibake twice", "cafÃƒÂ©", "café"},
		{"mojibake Cyrillic", "ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"},
		{"mojibake in cp1251", "вЂњРџСЂРёРІРµС‚вЂќ", "“Привет”"},
		{"mojibake Mac Roman", "it‚Äôs caf√©", "it’s café"},
		{"capitals before a quote", "“LE CAFÉ” and “AMANHÃ”", "“LE CAFÉ” and “AMANHÃ”"},
		{"French", "« À bientôt ! » — où ?", "« À bientôt ! » — où ?"},
		{"c1", "it\u0092s \u0093here\u0094", "it’s “here”"},
		{"controls", "a\x00b\x07c\x7fd", "abcd"},
		{"terminal", "\x1b[31mred\x1b[0m text", "red text"},
		{"line breaks", "a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"},
		{"spaces", "a\u00a0b\u2009c\u3000d", "a b c d"},
		{"invisible", "a\u200bb\ufeffc\u00add\u200ee", "abcde"},
		{"emoji joiner stays", "👩\u200d🚀", "👩\u200d🚀"},
		{"right-to-left mark stays", "שלום\u200f!", "שלום\u200f!"},
		{"ligatures", "ﬁne ﬂow eﬀect", "fine flow effect"},
		{"width", "ＡＢＣ１２３", "ABC123"},
		{"NFC", "cafe\u0301", "café"},
		{"white space", "  a  b \n\n\n\n  c\td  \n", "a b\n\n  c\td"},
		{"quotes stay", "“a” ‘b’", "“a” ‘b’"},
		{"empty", " \n ", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, run(t, tt.in)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestQuotesOnRequest(t *testing.T) {
	t.Parallel()
	if got := run(t, "“a” ‘b’", repair.Quotes); got != `"a" 'b'` {
		t.Errorf("got %q", got)
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"â€œx", "&amp;lt;", "a\u0301\u0301 \r\n", "\x1b[1m", "Ã Ã\u00a0 Â", "е́"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		once := run(t, s)
		if !utf8.ValidString(once) {
			t.Fatalf("%q is not UTF-8", once)
		}
		if again := run(t, once); again != once {
			t.Fatalf("not idempotent: %q gives %q, then %q", s, once, again)
		}
	})
}

func BenchmarkClean(b *testing.B) {
	in := strings.Repeat("The harbour was quiet that evening, and nobody saw the boat leave.\n", 1000)
	rules := text.NewRuleSet(repair.Rules, nil, nil)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		c := text.NewChain(in)
		if err := repair.Run(b.Context(), c, rules); err != nil {
			b.Fatal(err)
		}
		c.Done()
	}
}
