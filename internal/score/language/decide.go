package language

import (
	"cmp"
	"math"
	"math/bits"
	"slices"

	"github.com/copydesk/copydesk/internal/portable"
)

// heatSteps is for how many lengths, each twice the one before, scores are brought to probabilities by a factor of their own.
const heatSteps = 10

// noClass is the class of a text without a language.
const noClass = maxClasses

// likely is a class and its probability.
type likely struct {
	class       int
	probability float64
}

// syllabic is how many letters of an alphabet a character of a script counts for, where it is a syllable or a word.
const syllabic = 3

// parts returns how much of a text each script is. Japanese has three scripts: if there is Kana, Han is counted as such.
func (e *evidence) parts() (parts [Scripts]float64, total float64) {
	for s, n := range e.letters {
		parts[s] = float64(n)
	}
	for _, s := range [...]Script{Han, Kana, Hangul, Ethiopic, Yi} {
		parts[s] *= syllabic
	}
	if e.letters[Kana]*20 >= e.letters[Han] && e.letters[Kana] > 0 {
		parts[Kana] += parts[Han]
		parts[Han] = 0
	}
	for _, p := range parts {
		total += p
	}
	return parts, total
}

// scaleOf is what the sum of the weights of so many words is multiplied by: see learner.scale in train/language, and the calibration by length.
func scaleOf(words int) float64 { return 1 / math.Sqrt(math.Sqrt(float64(max(words, 1)))) }

// measureOf returns how many words of a script the scores are of, and whether they were looked up as a whole only.
func (e *evidence) measureOf(s Script) (words int, wholes bool) {
	if e.spelt[s] == 0 {
		return e.wholes[s], true
	}
	return e.spelt[s], false
}

// heatOf returns what the logits of a script are multiplied by for probabilities.
func (m *Model) heatOf(e *evidence, s Script) float64 {
	words, wholes := e.measureOf(s)
	step := min(bits.Len(uint(max(words, 1)))-1, heatSteps-1)
	if wholes {
		step += heatSteps
	}
	return m.heat[step]
}

// scale returns what the sum of the weights of a script is multiplied by.
func (e *evidence) scale(s Script) float64 {
	words, _ := e.measureOf(s)
	return scaleOf(words) * unit
}

// logits returns the scores of the classes of a script, as learnt.
func (m *Model) logits(e *evidence, s Script, to []float64) []float64 {
	scale := e.scale(s)
	for c := m.first[s]; c < m.first[s+1]; c++ {
		to = append(to, m.biases[c]+float64(scale*float64(e.scores[c])))
	}
	return to
}

// The differences of logits between the first and the second class from which no more is looked up: of words as a whole, and of n-grams.
const (
	clearWholes = 3
	clearSpelt  = 4
)

// isClear reports whether what was looked up leaves no doubt about the language in any script.
func (m *Model) isClear(e *evidence) bool {
	for s, n := range e.wholes {
		if n == 0 {
			continue
		}
		least := float64(clearSpelt)
		if e.spelt[s] == 0 {
			least = clearWholes
		}
		if m.lead(e, Script(s)) < least {
			return false
		}
	}
	return true
}

// lead returns how far the best class of a script is before the next one.
func (m *Model) lead(e *evidence, s Script) float64 {
	scale := e.scale(s)
	first, second := math.Inf(-1), math.Inf(-1)
	for c := m.first[s]; c < m.first[s+1]; c++ {
		if x := m.biases[c] + float64(scale*float64(e.scores[c])); x > second {
			first, second = max(x, first), min(x, first)
		}
	}
	return first - second
}

// judge returns the probable classes of a text, the most probable first. before is what expected returned for a text that this is a part of;
// nil for none. They are in the memory of list, if that is enough.
func (m *Model) judge(e *evidence, before []float64, list []likely) []likely {
	none := m.noLanguage(e)
	if before != nil {
		expected := before[len(m.classes)]
		yes, no := float64(none*expected), float64((1-none)*(1-expected))
		none = yes / (yes + no)
	}
	list = list[:0]
	parts, total := e.parts()
	squares := 0.0
	for _, p := range parts {
		squares += float64(p * p)
	}
	if total == 0 {
		if e.digits > 0 || e.noise > 0 {
			list = append(list, likely{noClass, 1})
		}
		return list
	}
	for s := Latin; s < Scripts; s++ {
		if parts[s] > 0 && m.first[s] < m.first[s+1] {
			weight := float64(float64(parts[s]*parts[s]) / squares)
			list = m.ofScript(e, s, before, float64((1-none)*weight), list)
		}
	}
	list = append(list, likely{noClass, none})
	slices.SortFunc(list, func(a, b likely) int {
		return cmp.Or(cmp.Compare(b.probability, a.probability), cmp.Compare(a.class, b.class))
	})
	return list
}

// least is the probability below which a class is not listed.
const least = .001

// ofScript appends the probable classes of a script, whose probabilities add up to weight.
func (m *Model) ofScript(e *evidence, s Script, before []float64, weight float64, list []likely) []likely {
	first := int(m.first[s])
	if m.alone[s] {
		n := float64(e.letters[s])
		return append(list, likely{first, float64(weight * (n + .5) / (n + .6))})
	}
	var buffer [maxClasses]float64
	logits := m.logits(e, s, buffer[:0])
	heat, top := m.heatOf(e, s), math.Inf(-1)
	for i := range logits {
		logits[i] = float64(heat * logits[i])
		if before != nil {
			logits[i] += before[first+i]
		}
		if logits[i] > top {
			top = logits[i]
		}
	}
	sum := 0.0
	for i, x := range logits {
		logits[i] = 0
		if x > top-12 {
			logits[i] = portable.Exp(x - top)
			sum += logits[i]
		}
	}
	for i, x := range logits {
		if p := float64(weight * x / sum); p >= least {
			list = append(list, likely{first + i, p})
		}
	}
	return list
}

// Scored is the scores of the classes of a script as learnt, before they are brought to probabilities.
type Scored struct {
	Script Script // that most of the text is in
	First  int    // the first class
	Scores []float64

	// Words is how many words they are of, and Wholes says that these were looked up as a whole only.
	Words  int
	Wholes bool
}

// Scores returns the scores of s.
func (m *Model) Scores(s string) (r Scored) {
	var e evidence
	m.read(s, &e)
	parts, _ := e.parts()
	for k, p := range parts {
		if p > parts[r.Script] {
			r.Script = Script(k)
		}
	}
	r.Words, r.Wholes = e.measureOf(r.Script)
	r.First, r.Scores = int(m.first[r.Script]), m.logits(&e, r.Script, nil)
	return r
}
