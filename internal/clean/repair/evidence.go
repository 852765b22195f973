package repair

import "cmp"

// evidence is what a text shows of one codec.
type evidence struct {
	runs    int // that are certain
	nearly  int // that are not quite: two of them are as good as one that is
	scripts uint16
}

// add counts r, which is certain.
func (e *evidence) add(r run) {
	e.scripts |= r.scripts
	if !r.unsure {
		e.runs++
	}
}

// compareRuns returns 1 if a explains the text better than b does: more of it, with more gain, with fewer rare letters.
// It returns 0 if both explain it equally well: then the codec decides of which there is more in the text.
func compareRuns(a, b run) int {
	return cmp.Or(cmp.Compare(a.end, b.end), cmp.Compare(a.gain, b.gain), cmp.Compare(b.rare, a.rare))
}

// decides reports whether r is to be decoded.
func (m *mojibake) decides(r run) bool {
	e := m.evidence[r.codec]
	if r.unsure && e.runs == 0 && m.strays > 0 {
		return false // in a text that has other characters in good order
	}
	switch {
	case r.gain >= certain && r.firm:
		return true
	case e.runs == 0:
		return false
	case r.firm && r.gain >= possible && !m.counting && m.intact == 0 && e.runs >= several:
		return true // where everything else beyond ASCII is damage, this is too
	default:
		return r.gain+oddIf(r.scripts&e.scripts != 0) >= likely
	}
}

// confidence turns a gain into a probability: one half at none, and half of the doubt gone with every second point.
func confidence(gain int) float32 {
	doubt := float32(.5)
	for ; gain > 0 && doubt > 1e-3; gain -= 2 {
		doubt /= 2
	}
	return 1 - doubt
}
