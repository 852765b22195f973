package extract

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// pieces are what TestUnits makes its texts of: sentences with facts of all kinds, and characters of one to four bytes, of one and two
// UTF-16 units, and such as join the one before.
var pieces = []string{
	"“We went home,” said Zoë Okafor-Núñez, the mayor of Saltmarsh. ", "Mr. Okafor-Núñez 👩‍👩‍👧 told Ruth Adeyemi: “It is late, and he knows 🎉 it.” ",
	"«Rien ne va plus», dit-elle à José Bo\u0308. ", "『日本語』と言った。", "The Larch Aviation Authority (LAA) 🛫 wrote on 18 October 2021 that it “cannot wait”. ",
	"WE WENT HOME, SAID DANIEL OKAFOR. ", "we went home, said daniel okafor. ", "“Cafe\u0301 😀,” she said. ", "Write to a@b.example or see https://b.example/😀. ",
	"\n\n", "\n", "🇳🇬", "e\u0301\u0323", "\u200b", "\u00a0", "﷽", "”", "“", "’", "\"", "— Ann Bo, pilot\n\n", "שלום", " \u202e ",
}

// TestUnits slices clean and source text by the spans of every fact, in each unit: they hold the fact.
func TestUnits(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var b strings.Builder
		for range 4 + rng.IntN(12) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		const lost = "😀 e\u0301 lost\n\n" // what cleaning has taken away before the text
		d := document(b.String())
		d.Source = lost + d.Clean
		d.Provenance = text.Provenance{}
		d.Provenance.Change(len(lost), 0, &text.Change{Rule: "lines.contact"})
		d.Provenance.Copy(len(d.Clean))
		f := run(t, d)
		for _, fact := range placed(f) {
			checkUnits(t, d.Clean, fact.Place.Clean, fact.Text)
			checkUnits(t, d.Source, fact.Place.Source, fact.Text)
		}
	}
}

// placed lists the texts of all facts with their places in the clean text.
func placed(f *Facts) []Mention {
	var all []Mention
	for _, e := range f.Entities {
		all = append(append(all, e.Mentions...), e.Roles...)
	}
	for _, q := range f.Quotations {
		all = append(all, Mention{Text: q.Text, Place: q.Place})
		if q.Speaker != nil {
			all = append(all, Mention{Text: q.Speaker.Text, Place: q.Speaker.Place})
		}
	}
	for _, d := range f.Dates {
		all = append(all, Mention{Text: d.Text, Place: d.Place})
	}
	return all
}

// checkUnits fails unless s, counted in bytes, UTF-16 units and code points, is where want stands in all.
func checkUnits(t *testing.T, all string, s text.Span, want string) {
	t.Helper()
	if got := s.Of(all); got != want || !utf8.ValidString(got) {
		t.Fatalf("bytes: %q, want %q in %q", got, want, all)
	}
	units := utf16.Encode([]rune(all))
	u := text.NewIndex(all, text.UTF16).Span(s)
	if got := string(utf16.Decode(units[u.Start:u.End])); got != want {
		t.Fatalf("UTF-16: %q, want %q in %q", got, want, all)
	}
	p := text.NewIndex(all, text.UTF32).Span(s)
	if got := string([]rune(all)[p.Start:p.End]); got != want {
		t.Fatalf("code points: %q, want %q in %q", got, want, all)
	}
}
