package spin

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

// Thesaurus lists the words that may take the place of each word.
type Thesaurus map[fluency.ID][]fluency.ID

// Add lists a word, if both are in the vocabulary, differ, and are of the part that is wanted: for measuring or not.
func (t Thesaurus) Add(m *fluency.Model, from, to string, measuring bool) {
	a, b := m.Look(from), m.Look(to)
	if a >= fluency.FirstWord && b >= fluency.FirstWord+common && a != b && IsMeasured(from, to) == measuring {
		t[a] = append(t[a], b)
	}
}

// order puts the words of each list in the order of their numbers, each once.
func (t Thesaurus) order() {
	for from, list := range t {
		slices.Sort(list)
		t[from] = slices.Compact(list)
	}
}

// IsMeasured reports whether two words, in any form and either order, are a substitution for measuring: one of five. No such substitution
// is made in training, and neither of the words is a neighbour of the other in the model.
func IsMeasured(a, b string) bool {
	a, b = stem(a), stem(b)
	if a > b {
		a, b = b, a
	}
	return fnv.String64(fnv.Start64, a+" "+b)>>9%5 == 0
}

// stem returns a word without its ending.
func stem(w string) string {
	for _, ending := range []string{"ing", "ies", "ied", "ed", "es", "s", "e", "y"} {
		if s, ok := strings.CutSuffix(w, ending); ok && len(s) > 2 {
			return s
		}
	}
	return w
}
