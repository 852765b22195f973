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
		"a\tb": true, "| a | b |": true, "***": true, "-----": true, "With best wishes,": true, "All the best,": true,
		"A note on salt": false, "I love thanks": false, "best, he said": false, "**salt** is": false, "--": false,
	} {
		if p := newPiece(&Lexicon{}, line, text.Span{End: len(line)}); p.Fixed != want {
			t.Errorf("%q: fixed is %v", line, p.Fixed)
		}
	}
}

func TestItem(t *testing.T) {
	t.Parallel()
	for line, want := range map[string]bool{
		"- flour": true, "• flour": true, "3. Stir": true, "b) salt": true, "# Part one": true, "### Part": true, "* salt": true, ">salt": true,
		"3.5 litres": false, "– said nobody": false, "#saltmarsh is": false, "*salt*": false, "A note": false, "-3 degrees": false,
	} {
		if got := newPiece(&Lexicon{}, line, text.Span{End: len(line)}).item; got != want {
			t.Errorf("%q: item is %v", line, got)
		}
	}
}

// TestPlain checks that a quick look at a line finds the same as a close look.
func TestPlain(t *testing.T) {
	t.Parallel()
	const rest = " the road to the harbour was closed at noon because the water had come over the wall in two places"
	for line, want := range map[string]bool{
		"Then" + rest + ".": true, "“Then" + rest + "?”": true, "Then" + rest + " again!": true, "Then" + rest + " A)": false,
		"then" + rest + ".": false, "Then" + rest: false, "Then" + rest + " of Acme Inc.": false, "Then" + rest + " at 9 p.m.": false,
		"Then" + rest + ",”": false, "A)" + rest + ".": false, "Then\t" + rest + ".": false, "Then it was so.": false,
	} {
		s := text.Span{End: len(line)}
		if got := isPlain(line, s); got != want {
			t.Errorf("%q: plain is %v", line, got)
			continue
		}
		near, far := wholePiece(&Lexicon{}, line, s), newPiece(&Lexicon{}, line, s)
		got := [...]any{far.First, far.Last, far.Chars, far.FirstWord, far.Fixed, far.item, far.label, far.heading(), far.unfinished()}
		wanted := [...]any{near.First, near.Last, near.Chars, near.FirstWord, near.Fixed, near.item, near.label, near.heading(), near.unfinished()}
		if diff := cmp.Diff(wanted, got); diff != "" {
			t.Errorf("%q (-close +in passing):\n%s", line, diff)
		}
	}
}

func TestApart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		want bool
	}{
		{"- a roll of paper\n- string", true},
		{"- a roll of paper\nGlue it last.", true},
		{"- a roll of paper that is strong\nenough for the wind", false},
		{"3. Ask the\nHarbour Office", false},
		{"2021\n14,200", true},
		{"ab\ncd", true},
		{"A\nand", false},
		{"Tickets for the\n3 boats", false},
	} {
		d := scan(t, c.in)
		if got := apart(&d.Pieces[0], &d.Pieces[1]); got != c.want {
			t.Errorf("%q: apart is %v", c.in, got)
		}
	}
}

func TestList(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		in   string
		want bool
	}{
		"list":          {"Bring with you:\n\na warm coat\n\ntwo pairs of socks\n\nThe boat leaves at nine.", true},
		"one item":      {"Bring with you:\n\na warm coat\n\nThe boat leaves at nine.", false},
		"links":         {"They named the cause:\n\nheavy rain\n\nand\n\nmelting snow\n\nThe river fell on Monday.", false},
		"ends sentence": {"They named the cause:\n\nheavy rain\n\non frozen ground.\n\nThe river fell on Monday.", false},
	} {
		if got := scan(t, c.in).Pieces[1].Fixed; got != c.want {
			t.Errorf("%s: fixed is %v", name, got)
		}
	}
}

func TestColumn(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		strings.Repeat("mill\n\nand\n\n", 40): true, strings.Repeat("mill\n\nand\n\n", 10): false,
		strings.Repeat("the mill, and\n\n", 80): false,
	} {
		got, err := isColumn(t.Context(), in)
		if err != nil || got != want {
			t.Errorf("%d bytes: column is %v", len(in), got)
		}
	}
}

func TestRuns(t *testing.T) {
	t.Parallel()
	d := scan(t, "It rained.\na hat\na coat\na line that has more words in it than a short one may have\nshoes\nIt stopped.")
	want := []run{{0, 4, 0, 2}, {1, 3, 1, 1}, {2, 2, 2, 0}, {3, 1, 0, 1}, {4, 0, 1, 0}}
	if diff := cmp.Diff(want, d.runs, cmp.AllowUnexported(run{})); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
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
	l, err := OpenLexicon(string(MakeLexicon(4, []Entry{{"the", Usage{1, 2, 3, 7}}, {"größe", Usage{4, 200, 6, 8}}})))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]Usage{
		"the": {1, 2, 3, 7}, "The": {1, 2, 3, ClassTitle}, "GRÖßE": {4, 200, 6, 8}, "": {},
		"GRÖSSE": {Class: ClassCapital}, "mill": {Class: ClassLower}, "12th": {Class: ClassDigit}, "&": {Class: ClassNone},
	} {
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

func TestFollows(t *testing.T) {
	t.Parallel()
	table := make([]byte, Classes*Classes)
	table[FirstClass*Classes+ClassTitle] = 0xF0
	f, err := OpenFollows(string(table))
	if err != nil {
		t.Fatal(err)
	}
	if got := [...]int{f.At(FirstClass, ClassTitle), f.At(ClassTitle, FirstClass), f.At(200, 3), (Follows{}).At(1, 2)}; got != [...]int{-16, 0, 0, 0} {
		t.Errorf("got %v", got)
	}
	if _, err := OpenFollows("short"); err == nil {
		t.Error("a table of five bytes is open")
	}
}

func TestInRange(t *testing.T) {
	t.Parallel()
	for lines, want := range map[[2]string]bool{
		{"from 1990-", "1995 on"}: true, {"pages 100–", "120"}: true, {"the 747-", "jet"}: false, {"2019 –", "2020"}: false, {"–", "20"}: false, {"in 1990", "1995"}: false,
	} {
		if got := InRange(lines[0], lines[1]); got != want {
			t.Errorf("%q: %v", lines, got)
		}
	}
}

// TestCapitals reads blocks of lines that begin with capitals: verse is, prose is not.
func TestCapitals(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]bool{
		"The river takes what the river may,\nAnd none shall ask it why,\nThat stood upon the bank that day\nBeneath a leaden sky.": true,
		"The river rose last week.\nAnd nobody was surprised.\nThe bank was under water.\nBut it fell again.":                       false,
		"We met Ida at the inn of the old\nHarbour Office, where she and Mel\nThe Elder had waited for the\nboat that never came.":  false,
	} {
		d := Document{}
		if err := d.Scan(t.Context(), in); err != nil {
			t.Fatal(err)
		}
		if got := d.InVerse(1); got != want {
			t.Errorf("%q: verse is %v", in, got)
		}
	}
}
