package repair

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

// better reports whether r explains the text better than best does, of a codec before: more of it, with more gain and
// fewer rare letters, in a codec of which there is more in the text.
func (m *mojibake) better(r, best run) bool {
	if r.end != best.end {
		return r.end > best.end
	}
	if r.gain != best.gain {
		return r.gain > best.gain
	}
	if r.rare != best.rare {
		return r.rare < best.rare
	}
	return m.evidence[r.codec].runs > m.evidence[best.codec].runs
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
