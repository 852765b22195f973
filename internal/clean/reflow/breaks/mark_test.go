package breaks

import (
	"strings"
	"testing"
)

// scanned returns the description of lines with blank lines between them.
func scanned(t *testing.T, lines ...string) *Document {
	t.Helper()
	d := Document{}
	if err := d.Scan(t.Context(), strings.Join(lines, "\n\n")); err != nil {
		t.Fatal(err)
	}
	return &d
}

func TestJoinsMark(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lines []string
		at    int
		want  bool
	}{
		{[]string{"→", "Change of address"}, 0, true},
		{[]string{"•", "Ropes and lamps"}, 0, true},
		{[]string{"•", "•", "Ropes"}, 0, false},
		{[]string{"The tides", "→"}, 0, false},
		{[]string{"Fees of the harbour", "#"}, 0, true},
		{[]string{"Fees of the harbour", "¶"}, 0, true},
		{[]string{"They are due in May.", "#"}, 0, false},
		{[]string{"Fees of the harbour", "# Boats"}, 0, false},
		{[]string{"Inspecting", "locks¶"}, 0, true},
		{[]string{"Inspecting:", "locks¶"}, 0, false},
		{[]string{"Locks¶", "Fees¶"}, 0, false},
		{[]string{"Tides", "|", "Fees"}, 0, true},
		{[]string{"Tides", "|", "Fees"}, 1, true},
		{[]string{"|", "Fees"}, 0, false},
		{[]string{"Tides are printed in full.", "|", "Fees"}, 0, false},
		{[]string{"| a | b |", "|", "Fees"}, 0, false},
		{[]string{"— Ida Marsh (@ida)", "4 May 2021"}, 0, true},
		{[]string{"— Ida Marsh (@ida)", "The boat is back."}, 0, false},
		{[]string{"Ida Marsh (@ida)", "4 May 2021"}, 0, false},
		{[]string{"We have a", "map of the channel", "- drawn by the clerk - and"}, 1, true},
		{[]string{"Things to buy", "- rope for the ferry"}, 0, false},
		{[]string{"things to buy", "- rope for the ferry", "- paint"}, 0, false},
		{[]string{"Quay Days", "- 4 to 6 May, Crail", "Rope Fair", "- 1 June, Aldham"}, 0, true},
		{[]string{"Quay Days", "- 4 to 6 May, Crail", "Rope Fair", "- 1 June, Aldham", "- 2 June, Berwick"}, 2, false},
		{[]string{"Quay Days", "- 4 to 6 May, Crail", "There are no others this year."}, 0, false},
		{[]string{"give the option", "-v or --verbose"}, 0, false},
	} {
		if got := scanned(t, c.lines...).JoinsMark(c.at); got != c.want {
			t.Errorf("%q at %d: %v", c.lines, c.at, got)
		}
	}
}

func TestIsLikely(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"For more on the tides, see", "Tide tables of the year", true},
		{"We hope that you will come and see", "Tide tables of the year", false},
		{"The whole of the harbour can be seen on the page of the", "Board.", true},
		{"You can find all of the tables that you may want", "HERE.", true},
		{"All the Tables of the Year", "Fees.", false},
		{"You can find all of the tables that you may want", "15.", false},
		{"The board paid for it", "(and for the lamp)", true},
		{"The board paid for it.", "(and for the lamp)", false},
		{"The board paid", "with the fees of the year", true},
		{"The board paid", "a fee of nine pounds", false},
	} {
		if got := scanned(t, c.a, c.b).IsLikely(0); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}

func TestBesideFigure(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"45K+", "boats come every year", true}, {"Harbours of the North", "1.5M+", true}, {"a rise of", "45%+", false}, {"45", "boats", false}, {"C++", "is a language", false},
	} {
		if got := scanned(t, c.a, c.b).BesideFigure(0); got != c.want {
			t.Errorf("%q, %q: %v", c.a, c.b, got)
		}
	}
}
