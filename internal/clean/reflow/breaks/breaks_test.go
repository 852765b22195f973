package breaks

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

func TestEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		line  string
		first First
		last  Last
	}{
		{"The road ends here.", FirstUpper, LastStop},
		{"“The road ends here.”", FirstQuote, LastStop},
		{"and the", FirstLower, LastFunction},
		{"iPhone sales", FirstHandle, LastLower},
		{"@nora posted", FirstOther, LastLower},
		{"nora@example.org", FirstHandle, LastLower},
		{", said Nora", FirstClosing, LastCapital},
		{"’s mother,", FirstClosing, LastComma},
		{"'tis the season;", FirstQuote, LastSemicolon},
		{".NET (", FirstOther, LastOpen},
		{"...", FirstOther, LastStop},
		{"12 boats in 2019", FirstDigit, LastDigit},
		{"Acme Inc.", FirstUpper, LastAbbreviation},
		{"wind-", FirstLower, LastHyphen},
		{"wind -", FirstLower, LastDash},
		{"Zutaten:", FirstUpper, LastColon},
		{"漢字", FirstCaseless, LastLower},
		{"He said \"", FirstUpper, LastOpen},
		{"(see below)", FirstQuote, LastClosing},
	} {
		p := newPiece(&Lexicon{}, c.line, text.Span{End: len(c.line)})
		if p.First != c.first || p.Last != c.last {
			t.Errorf("%q begins as %d and ends as %d, want %d and %d", c.line, p.First, p.Last, c.first, c.last)
		}
	}
}

func TestFixed(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"- flour": true, "• flour": true, "3. Stir": true, "b) salt": true, "a\tb": true, "| a | b |": true, "# Part one": true,
		"With best wishes,": true, "All the best,": true,
		"3.5 litres": false, "– said nobody": false, "A note on salt": false, "I love thanks": false, "best, he said": false,
	} {
		if p := newPiece(&Lexicon{}, line, text.Span{End: len(line)}); p.Fixed != want {
			t.Errorf("%q: fixed is %v", line, p.Fixed)
		}
	}
}

func scan(t *testing.T, in string) *Document {
	t.Helper()
	var d Document
	if err := d.Scan(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	return &d
}

func TestScan(t *testing.T) {
	t.Parallel()
	in := "\n  One, \r\n\n\n\n\u00a0two\nthree\u3000\n \n\nfour"
	d := scan(t, in)
	var lines []string
	for _, p := range d.Pieces {
		lines = append(lines, p.Span.Of(in))
	}
	if diff := cmp.Diff([]string{"One,", "two", "three", "four"}, lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]uint8{3, 1, 3}, d.gaps); diff != "" {
		t.Errorf("gaps (-want +got):\n%s", diff)
	}
}

func TestVerse(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		in   string
		want bool
	}{
		"stanza": {"I left my hat upon the wall,\nthe wind came by and took it all,\nthe wall, the hat,\nand half the hall", false},
		"even":   {"I left my hat upon the wall,\nthe wind came by and had a ball,\nit threw my hat across the hall,\nand that is how I lost it all.", true},
		"prose": {"The wind came over the wall and it took the hat that\nI had left there, and then it took the wall as well,\n" +
			"so that in the end nothing was left of the farm but\nthe gate, which nobody had thought of closing at all.", false},
	} {
		d := scan(t, c.in)
		if got := d.Pieces[1].Fixed; got != c.want {
			t.Errorf("%s: fixed is %v", name, got)
		}
	}
}

// TestFeatures holds that every feature has its place: one that were added without raising Count would shift a model's.
func TestFeatures(t *testing.T) {
	t.Parallel()
	d := scan(t, strings.Repeat("The mill, owned by\n\nOtto Finch\n\n, is for sale.\n\n", 5))
	var w Features
	d.Features(3, &w)
	for i := range d.gaps {
		if d.Judged(i) {
			d.SetOdds(2)
		} else {
			d.SetOdds(-10)
		}
	}
	var s Second
	d.Second(3, &s)
	if diff := cmp.Diff(w[:], s[:Count]); diff != "" {
		t.Errorf("the second look does not begin with the first:\n%s", diff)
	}
	if s[Count2-1] == 0 || w[0] != int16(d.Pieces[3].Last) {
		t.Error("the first or the last feature is not where it should be")
	}
}

func TestLexicon(t *testing.T) {
	t.Parallel()
	l, err := OpenLexicon(string(MakeLexicon(4, []Entry{{"the", Usage{1, 2, 3}}, {"größe", Usage{4, 5, 6}}})))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]Usage{"The": {1, 2, 3}, "GRÖSSE": {}, "GRÖßE": {4, 5, 6}, "mill": {}, "": {}} {
		if diff := cmp.Diff(want, l.Usage(word)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", word, diff)
		}
	}
	for _, damaged := range []string{"", "abc", "abcdabcdabcd"} {
		if _, err := OpenLexicon(damaged); err == nil {
			t.Errorf("%q is a lexicon", damaged)
		}
	}
}
