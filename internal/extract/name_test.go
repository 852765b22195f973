package extract

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

// TestGoverns checks what is a place by the words before it, whatever else is called so.
func TestGoverns(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"the mayor of": true, "The City of": true, "on the outskirts of": true,
		"a friend of": false, "the mayor and": false, "of": false, "": false,
	} {
		words, err := text.AppendWords(t.Context(), nil, in, text.Span{End: len(in)})
		if err != nil {
			t.Fatal(err)
		}
		if got := governs(in, words); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

// TestIsOffice checks which words at the end of others are a part of an office.
func TestIsOffice(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"the Secretary of State": true, "secretary of state": true,
		"the Department of State": false, "the Secretary of Oslo": false, "of State": false, "State": false,
	} {
		words, err := text.AppendWords(t.Context(), nil, in, text.Span{End: len(in)})
		if err != nil {
			t.Fatal(err)
		}
		if got := isOffice(in, words); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}

// TestExtents finds names at the edge of words, beside addresses and after titles, with the mentions as they are written.
func TestExtents(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"The Germany-based company opened an office in Lisbon last week.":      "Germany place, Lisbon place",
		"Troops from Canada watched the French-speaking part of #Ukraine.":     "Canada place, #Ukraine place",
		"Please write to Daniel Okafor daniel.okafor@larch.example in London.": "Daniel Okafor person, London place",
	} {
		f := run(t, document(in))
		var got []string
		for _, e := range f.Entities {
			for _, m := range e.Mentions {
				if e.Type <= Location {
					got = append(got, m.Text+" "+map[EntityType]string{Person: "person", Organization: "body", Location: "place"}[e.Type])
				}
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
