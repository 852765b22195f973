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

func (m *Model) heatOf(words int) float64 {
	return m.heat[min(bits.Len(uint(max(words, 1)))-1, heatSteps-1)]
}

// logits returns the scores of the classes of a script, as learnt.
func (m *Model) logits(e *evidence, s Script, to []float64) []float64 {
	scale := scaleOf(e.wordsOf[s]) * unit
	for c := m.first[s]; c < m.first[s+1]; c++ {
		to = append(to, m.biases[c]+float64(scale*float64(e.scores[c])))
	}
	return to
}

// judge returns the probable classes of a text, the most probable first. before is what expected returned for a text that this is a part of;
// nil for none. They are in the memory of list, if that is enough: of a word or two dozens of classes are probable.
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
	heat, top := m.heatOf(e.wordsOf[s]), math.Inf(-1)
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
	start := len(list)
	for i, x := range logits {
		if x > top-12 {
			e := portable.Exp(x - top)
			sum += e
			list = append(list, likely{first + i, e})
		}
	}
	probable := list[:start]
	for _, l := range list[start:] {
		if l.probability = float64(weight * l.probability / sum); l.probability >= least {
			probable = append(probable, l)
		}
	}
	return probable
}

// Scores returns the script that most of s is in, how many words it has, and the scores of the classes of the script as learnt, before they
// are brought to probabilities; first is the first class.
func (m *Model) Scores(s string) (script Script, words, first int, scores []float64) {
	var e evidence
	m.read(s, &e)
	parts, _ := e.parts()
	for k, p := range parts {
		if p > parts[script] {
			script = Script(k)
		}
	}
	return script, e.wordsOf[script], int(m.first[script]), m.logits(&e, script, nil)
}
