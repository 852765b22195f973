package pytext

import "strings"

// Ellipses are how often a text has the marks of an omission, each counted as str.count does: from the left, without
// overlaps.
type Ellipses struct {
	Dots   int // "..."
	Spaced int // ". . ."
	Signs  int // "…"
}

// Release does nothing.
func (Ellipses) Release() {}

type ellipsesKey struct{}

// Ellipses counts the marks of omission in t.
func (t *Text) Ellipses() Ellipses {
	return t.Unit(ellipsesKey{}, findEllipses).(Ellipses) //nolint:forcetypeassert // the key is ours
}

func findEllipses(t *Text) Unit {
	e := Ellipses{}
	e.Dots, e.Spaced = countDots(t)
	if !t.ASCII {
		e.Signs = countSigns(t)
	}
	return e
}

// countDots goes from full stop to full stop, of which most texts have few.
func countDots(t *Text) (dots, spaced int) {
	s := t.S
	afterDots, afterSpaced := 0, 0
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], '.')
		if n < 0 {
			return dots, spaced
		}
		i += n
		t.Tick(4)
		if i >= afterDots && strings.HasPrefix(s[i:], "...") {
			dots++
			afterDots = i + len("...")
		}
		if i >= afterSpaced && strings.HasPrefix(s[i:], ". . .") {
			spaced++
			afterSpaced = i + len(". . .")
		}
	}
}

// countSigns looks for the last byte of the sign: the first is that of dashes and quotation marks too.
func countSigns(t *Text) (n int) {
	s := t.S
	const sign = "…"
	for i := 0; ; i++ {
		next := strings.IndexByte(s[i:], sign[len(sign)-1])
		if next < 0 {
			return n
		}
		i += next
		t.Tick(4)
		if strings.HasSuffix(s[:i+1], sign) {
			n++
		}
	}
}
