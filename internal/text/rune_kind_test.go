package text

import "testing"

// TestKindOfRune holds the short ways to what package unicode says of the characters of the first three planes.
func TestKindOfRune(t *testing.T) {
	t.Parallel()
	for r := range rune(0x30000) {
		if got, want := kindOfRune(r), lookUpKind(r); got != want {
			t.Fatalf("%U: kind %b, want %b", r, got, want)
		}
	}
}
