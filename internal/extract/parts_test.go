package extract

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

// wordsOf returns the words of in.
func wordsOf(t *testing.T, in string) []text.Word {
	t.Helper()
	words, err := text.AppendWords(t.Context(), nil, in, text.Span{End: len(in)})
	if err != nil {
		t.Fatal(err)
	}
	return words
}

// TestSecondPerson says where the name of another person begins.
func TestSecondPerson(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{
		"Ann Larch Mary Saltmarsh": 2, "Ann Ann Larch": 1, "Debra Larch John T Saltmarsh": 2, "Ann Larch": 0, "Ann Mary Larch": 0,
		"Ann Mary Saltmarsh Larch": 0, "W. W. Larch Saltmarsh": 0, "Ann van der Berg": 0, "Ann Larch Mary": 0, "Larch Saltmarsh Ann Bo": 0,
	} {
		if got := secondPerson(in, wordsOf(t, in)); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

// TestSecondPlace says where the name of the state or country around a place begins.
func TestSecondPlace(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]int{
		"Oslo Norway": 1, "san francisco california": 2, "Miami Florida": 1, "Atlantic Canada": 0, "Southern California": 0, "New York": 0,
		"Norway": 0, "Larch Norway": 0, "Norway Oslo": 0, "New South Wales": 0,
	} {
		if got := secondPlace(in, wordsOf(t, in)); got != want {
			t.Errorf("%q: %d, want %d", in, got, want)
		}
	}
}

// TestPlaces finds states by their signs, shops that own nothing, and initials that stand apart.
func TestPlaces(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"The office is in Baltimore, MD 21202 now.":         "Baltimore, MD",
		"They moved from Chicago, IL to Portland last May.": "Chicago, IL, Portland",
		"The letter is for Alan, OK or not.":                "",
		"The lamp was made in the U . S . last year.":       "U . S .",
		"We had lunch at McDonald's in Chicago on Monday.":  "McDonald's, Chicago",
		"We looked at Chicago's harbour on Monday.":         "Chicago",
	} {
		f := run(t, document(in))
		var got []string
		for _, e := range f.Entities {
			for _, m := range e.Mentions {
				if e.Type == Location || e.Type == Organization {
					got = append(got, m.Text)
				}
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

// TestTerms holds that a short form of words in small letters names nothing, wherever it stands.
func TestTerms(t *testing.T) {
	t.Parallel()
	for before, want := range map[string]bool{
		"maps of sea surface salinity ": true, "the other-initiated repair ": false, "The Sea Surface Society ": false, "salinity ": false, "": false,
	} {
		if got := isTerm(before, "SSS"); got != want {
			t.Errorf("%q: %v", before, got)
		}
	}
	if !isTerm("the other-initiated repair ", "OIR") {
		t.Error("a hyphen begins no word")
	}
	f := run(t, document("Maps of sea surface salinity (SSS) were drawn. Daniel Okafor says that SSS was low in Norway. SSS rose later."))
	for _, e := range f.Entities {
		if e.Name == "SSS" {
			t.Errorf("%v", e)
		}
	}
}
