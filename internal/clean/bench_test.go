package clean_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean"
)

// words are what prose is made of: no text is repeated, because its paragraphs would be dropped as duplicates.
var words = strings.Fields(`the harbour of Saltmarsh was quiet and a boat left before dawn with nets lamps rope tar
	nobody on the quay saw which way it turned since fog lay over the estuary council members who met on Tuesday agreed
	that repairs to its lighthouse should begin in spring although some asked whether money would last until winter
	engineers found the stairs sound but said glass iron and mortar must be renewed at once Mr. Okafor’s deputy Lena
	Brandt called the plan “careful” — and cheap`)

// prose returns about n bytes of news-like text, the same every time.
func prose(n int) string {
	r := rand.New(rand.NewPCG(1, 2))
	var b strings.Builder
	for b.Len() < n {
		for range 2 + r.IntN(5) {
			for i := range 8 + r.IntN(18) {
				w := words[r.IntN(len(words))]
				switch {
				case i > 0:
					b.WriteByte(' ')
				case w[0] < utf8.RuneSelf:
					w = strings.ToUpper(w[:1]) + w[1:]
				}
				b.WriteString(w)
			}
			b.WriteString(". ")
		}
		b.WriteString("\n\n")
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), " \n", "\n"))
}

// wrap breaks the lines of s at 72 bytes.
func wrap(s string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(s, "\n\n") {
		at := 0
		for w := range strings.FieldsSeq(p) {
			if at+len(w) >= 72 {
				b.WriteByte('\n')
				at = 0
			} else if at > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(w)
			at += len(w) + 1
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

// latin1 reads the bytes of s as ISO 8859-1.
func latin1(s string) string {
	r := make([]rune, len(s))
	for i := range len(s) {
		r[i] = rune(s[i])
	}
	return string(r)
}

// BenchmarkRun cleans whole texts of 256 KiB: what the Clean operation does but for transport.
func BenchmarkRun(b *testing.B) {
	news := prose(256 << 10)
	boilerplate := strings.ReplaceAll(news, "\n\n", "\n\nRead more\n\n") + "\n\nCopyright ©2023 Kestrel Bay Courier. All rights reserved."
	inputs := []struct{ name, text string }{
		{"news", news},
		{"boilerplate", boilerplate},
		{"wrapped", wrap(news)},
		{"mojibake", latin1(news)},
		{"entities", strings.ReplaceAll(strings.ReplaceAll(news, "’", "&rsquo;"), "—", "&mdash;")},
		{"one line", strings.ReplaceAll(news, "\n", " ")},
	}
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, in := range inputs {
		b.Run(in.name, func(b *testing.B) {
			b.SetBytes(int64(len(in.text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := clean.Run(b.Context(), clean.Input{Form: clean.Text, Content: in.text}, clean.Options{Rules: rules}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
