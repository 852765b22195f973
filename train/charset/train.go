package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"unicode"

	"golang.org/x/text/encoding"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
)

// What the corpora count for: words show the letters of a language, running text also its marks and capitals.
const (
	wordChars    = 300_000
	runningShare = 4
)

// train returns a model file learnt from words and running texts.
func train(words corpus, running ...corpus) []byte {
	var languages []detect.Language
	for _, name := range slices.Sorted(maps.Keys(families)) {
		t, own := newCounts(), newCounts()
		for _, c := range running {
			t.addAll(c[name], runningShare)
			own.addAll(c[name], 1)
		}
		t.addAll(words[name], wordChars/max(1, mass(words[name])))
		if len(own.letters) == 0 {
			own = t
		}
		if len(t.letters) > 0 {
			languages = append(languages, t.language(name, own.alphabet()))
		}
	}
	var chars []detect.Characters
	for _, name := range slices.Sorted(maps.Keys(wide)) {
		chars = append(chars, wideCosts(name, words[name], running))
	}
	return detect.MakeModel(languages, chars, caseCosts(running))
}

func mass(lines []line) float64 {
	n := 0.0
	for _, l := range lines {
		n += l.count * float64(len([]rune(l.text))+1)
	}
	return n
}

// counts counts the letters and the pairs of characters of one language.
type counts struct {
	letters map[rune]float64
	pairs   map[[2]rune]float64
}

func newCounts() *counts {
	return &counts{letters: map[rune]float64{}, pairs: map[[2]rune]float64{}}
}

func (t *counts) addAll(lines []line, weight float64) {
	for _, l := range lines {
		before := ' '
		n := l.count * weight
		for _, r := range l.text + " " {
			r = detect.Fold(r)
			if unicode.IsLetter(r) || unicode.IsMark(r) {
				t.letters[r] += n
			}
			t.pairs[[2]rune{before, r}] += n
			before = r
		}
	}
}

// minShare is the share of its letters that a letter must have to be one of the language's own, and not of a name.
const minShare = 3e-5

// alphabet returns the letters that are counted often enough, the most frequent ones if there are too many. It is taken
// from running text: word lists of subtitles have letters that were decoded wrongly.
func (t *counts) alphabet() []rune {
	script := scriptOf(t.letters)
	all := 0.0
	for _, r := range slices.Sorted(maps.Keys(t.letters)) {
		all += t.letters[r]
	}
	var own []rune
	for r, n := range t.letters {
		if n >= all*minShare && (unicode.Is(script, r) || unicode.IsMark(r)) {
			own = append(own, r)
		}
	}
	slices.SortFunc(own, func(a, b rune) int { return cmp.Or(cmp.Compare(t.letters[b], t.letters[a]), cmp.Compare(a, b)) })
	own = own[:min(len(own), detect.MaxLetters)]
	slices.Sort(own)
	return own
}

// language returns what the counts show of a language with the letters own.
func (t *counts) language(name string, own []rune) detect.Language {
	l := detect.Language{Name: name, Letters: own}
	for _, e := range families[name] {
		if t.coverage(own, encodings[e]) >= minCoverage {
			l.Encodings = append(l.Encodings, e)
		}
	}
	l.Pairs = t.costs(own)
	return l
}

// scriptOf returns the script that most letters are of.
func scriptOf(letters map[rune]float64) *unicode.RangeTable {
	scripts := []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Hebrew, unicode.Arabic, unicode.Thai}
	best, most := scripts[0], 0.0
	for _, s := range scripts {
		n := 0.0
		for _, r := range slices.Sorted(maps.Keys(letters)) {
			if unicode.Is(s, r) {
				n += letters[r]
			}
		}
		if n > most {
			best, most = s, n
		}
	}
	return best
}

// minCoverage is the share of a language's letters beyond ASCII that an encoding must have to be one of its own.
const minCoverage = .985

func (t *counts) coverage(own []rune, e encoding.Encoding) float64 {
	have, all := 0.0, 0.0
	for _, r := range own {
		if r < 0x80 {
			continue
		}
		all += t.letters[r]
		if _, err := e.NewEncoder().String(string(r)); err == nil {
			have += t.letters[r]
		}
	}
	if all == 0 {
		return 1
	}
	return have / all
}

// backOff is the weight of how often a class is seen at all, beside how often it follows another.
const backOff = .1

// floors are the shares that each class is taken to have at least.
var floors = [detect.Classes]float64{0: .01, 1: .005, 2: .005, 3: .004, 4: 2e-5, 5: 0, 6: 1e-5, 7: 1e-6, 8: 2e-3}

// members is how many characters each class stands for, so that one class for many costs no less than a class for each.
var members = func() (m [detect.Classes]float64) {
	for b := range m {
		m[b] = 1
	}
	m[3], m[4], m[6], m[7], m[8] = 8, 64, 45, 64, 18
	return m
}()

// costs returns the costs of pairs of classes.
func (t *counts) costs(own []rune) []byte {
	const n = detect.Classes
	var pairs [n][n]float64
	keys := slices.SortedFunc(maps.Keys(t.pairs), func(a, b [2]rune) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	for _, k := range keys {
		pairs[detect.ClassOf(k[0], own)][detect.ClassOf(k[1], own)] += t.pairs[k]
	}
	var single [n]float64
	all, total := 0.0, 0.0
	for _, k := range keys {
		total += t.pairs[k]
	}
	for b := range n {
		single[b] = floors[b] * total
		if b >= len(floors) || b >= n-detect.MaxLetters {
			single[b] = .5 // one of the language's own letters
		}
		for a := range n {
			single[b] += pairs[a][b]
		}
		all += single[b]
	}
	costs := make([]byte, 0, n*n)
	for a := range n {
		sum := 0.0
		for b := range n {
			sum += pairs[a][b]
		}
		for b := range n {
			p := float64((1-backOff)*pairs[a][b])/max(sum, 1) + float64(backOff*single[b])/all
			costs = append(costs, cost(p/members[b]))
		}
	}
	return costs
}

// cost returns what something of probability p costs, in 1/8 bits.
func cost(p float64) byte {
	if p <= 0 {
		return math.MaxUint8
	}
	return byte(min(math.Round(-8*math.Log2(p)), math.MaxUint8))
}

// caseCosts returns what it costs that a case follows another.
func caseCosts(running []corpus) []byte {
	const n = detect.CaseKinds
	var pairs [n][n]float64
	for _, c := range running {
		for _, name := range slices.Sorted(maps.Keys(c)) {
			for _, l := range c[name] {
				before := detect.CaseOf(' ')
				for _, r := range l.text {
					pairs[before][detect.CaseOf(r)]++
					before = detect.CaseOf(r)
				}
			}
		}
	}
	costs := make([]byte, 0, n*n)
	for a := range n {
		for b := range n {
			if b == int(detect.CaseOf(' ')) { // what has no case has its cost by class
				costs = append(costs, 0)
				continue
			}
			costs = append(costs, cost((pairs[a][b]+1)/(pairs[a][1]+pairs[a][2]+2)))
		}
	}
	return costs
}
