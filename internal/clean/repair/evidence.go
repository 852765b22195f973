package repair

import (
	"cmp"

	"github.com/copydesk/copydesk/internal/truth"
)

// evidence is what a text shows about one codec.
type evidence struct {
	stretches int // certain ones
	nearly    int // nearly certain ones: two of them count as one certain
	scripts   uint16
}

// add counts r, which is certain.
func (e *evidence) add(r stretch) {
	e.scripts |= r.scripts
	e.stretches++
}

// compareStretches returns 1 if a explains the text better than b does: more of it, with more gain, with fewer rare letters.
// It returns 0 if both explain it equally well: then the codec decides of which there is more in the text.
func compareStretches(a, b stretch) int {
	return cmp.Or(cmp.Compare(a.end, b.end), cmp.Compare(a.gain, b.gain), cmp.Compare(b.rare, a.rare))
}

// decides reports whether r is to be decoded.
func (m *mojibake) decides(r stretch) bool {
	e := m.evidence[r.codec]
	switch {
	case r.gain >= certain && r.firm:
		return true
	case e.stretches == 0:
		return false
	case r.firm && r.gain >= possible && !m.counting && m.intact == 0 && e.stretches >= several:
		return true // where everything else beyond ASCII is damage, this is too
	default:
		return r.gain+truth.Int(r.scripts&e.scripts != 0) >= likely
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
