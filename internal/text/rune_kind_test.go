package text

import "testing"

// TestKindOfRune holds the short ways to what package unicode says of the characters of the first three planes.
func TestKindOfRune(t *testing.T) {
	t.Parallel()
	for r := rune(0); r < 0x30000; r++ {
		if got, want := kindOfRune(r), lookUpKind(r); got != want {
			t.Fatalf("%U: kind %b, want %b", r, got, want)
		}
	}
}
