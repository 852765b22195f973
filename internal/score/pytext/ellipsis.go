package pytext

import "strings"

// Ellipses are how often the marks of an omission stand in a text, each counted as str.count does: from the left, none
// inside another of its kind.
type Ellipses struct {
	Dots   int // "..."
	Spaced int // ". . ."
	Signs  int // "…"
}

// Release has nothing to give back.
func (Ellipses) Release() {}

type ellipsesKey struct{}

// Ellipses returns those of t.
func (t *Text) Ellipses() Ellipses {
	return t.Unit(ellipsesKey{}, findEllipses).(Ellipses) //nolint:forcetypeassert // the key is ours
}

func findEllipses(t *Text) Unit {
	e := Ellipses{}
	e.Dots, e.Spaced = countDots(t.S)
	if !t.ASCII {
		e.Signs = countSigns(t.S)
	}
	return e
}

// countDots goes from full stop to full stop, of which there are few.
func countDots(s string) (dots, spaced int) {
	behindDots, behindSpaced := 0, 0
	for i := 0; ; i++ {
		n := strings.IndexByte(s[i:], '.')
		if n < 0 {
			return dots, spaced
		}
		i += n
		if i >= behindDots && strings.HasPrefix(s[i:], "...") {
			dots++
			behindDots = i + len("...")
		}
		if i >= behindSpaced && strings.HasPrefix(s[i:], ". . .") {
			spaced++
			behindSpaced = i + len(". . .")
		}
	}
}

// countSigns looks for the last byte of the sign: the first is that of dashes and quotation marks too.
func countSigns(s string) (n int) {
	const sign = "…"
	for i := 0; ; i++ {
		next := strings.IndexByte(s[i:], sign[len(sign)-1])
		if next < 0 {
			return n
		}
		i += next
		if strings.HasSuffix(s[:i+1], sign) {
			n++
		}
	}
}
