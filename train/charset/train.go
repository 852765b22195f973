package main

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"
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
	p := detect.Parts{Cases: caseCosts(running), Wide: map[string][]byte{}}
	var all []*counts
	for _, name := range slices.Sorted(maps.Keys(families)) {
		t := newCounts(name)
		for _, c := range running {
			t.addAll(c[name], runningShare)
			t.own.addAll(c[name], 1)
		}
		t.addAll(words[name], wordChars/max(1, mass(words[name])))
		if len(t.own.letters) == 0 {
			t.own = t
		}
		if len(t.letters) > 0 {
			t.setAlphabet()
			all = append(all, t)
		}
	}
	s := share(all)
	p.Rarity = s.rarity(all)
	for _, t := range append(all, scripts(all)...) {
		p.Languages = append(p.Languages, t.model(s))
	}
	for label, language := range wideLanguages {
		p.Wide[label] = wideCosts(label, language, words[language], running)
	}
	return detect.MakeModel(p)
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
	name    string
	letters map[rune]float64
	pairs   map[[2]rune]float64
	own     *counts // those of running text, in which letters are decoded rightly
	letter  []rune  // the language's own letters
	known   []rune  // those of them that it is known to have

	families []string // the encodings that it may be written in
}

func newCounts(name string) *counts {
	return &counts{name: name, families: families[name], letters: map[rune]float64{}, pairs: map[[2]rune]float64{}, own: &counts{letters: map[rune]float64{}, pairs: map[[2]rune]float64{}}}
}

func (t *counts) addAll(lines []line, weight float64) {
	for _, l := range lines {
		n := l.count * weight
		if typed := typographic(l.text); typed != l.text {
			t.add(typed, float64(n*typedShare))
			n *= 1 - typedShare
		}
		t.add(l.text, n)
	}
}

func (t *counts) add(text string, n float64) {
	before := ' '
	for _, r := range text + " " {
		if 0x80 <= r && r < 0xA0 { // was decoded wrongly
			continue
		}
		r = detect.Fold(r)
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			t.letters[r] += n
		}
		t.pairs[[2]rune{before, r}] += n
		before = r
	}
}

// typedShare is the share of texts with marks of ASCII that is taken to be written with those of print.
const typedShare = .5

// typographic returns s with the marks of print: data sets that were typed or normalised have those of ASCII instead.
func typographic(s string) string {
	s = strings.ReplaceAll(strings.ReplaceAll(s, "'", "’"), " - ", " – ")
	for open := true; strings.Contains(s, `"`); open = !open {
		mark := "”"
		if open {
			mark = "“"
		}
		s = strings.Replace(s, `"`, mark, 1)
	}
	return s
}

// minShare is the share of its letters that a letter must have to be one of the language's own, and not of a name.
const minShare = 3e-5

// setAlphabet finds the letters that are counted often enough, the most frequent ones if there are too many. They are taken
// from running text: word lists of subtitles have letters that were decoded wrongly.
func (t *counts) setAlphabet() {
	counted := t.own.letters
	script := scriptOf(counted)
	all := 0.0
	for _, r := range slices.Sorted(maps.Keys(counted)) {
		all += counted[r]
	}
	var own []rune
	for r, n := range counted {
		if n >= all*minShare && (unicode.Is(script, r) || unicode.IsMark(r)) {
			own = append(own, r)
		}
	}
	slices.SortFunc(own, func(a, b rune) int { return cmp.Or(cmp.Compare(counted[b], counted[a]), cmp.Compare(a, b)) })
	for _, r := range alphabets[t.name] {
		if !slices.Contains(own, r) {
			own = append([]rune{r}, own...)
		}
	}
	own = own[:min(len(own), detect.MaxLetters)]
	t.known = []rune(alphabets[t.name])
	slices.Sort(own)
	t.letter = own
}

// model returns what the counts show of a language, beside what all languages share.
func (t *counts) model(s *shared) detect.Language {
	l := detect.Language{Name: t.name, Letters: t.letter}
	for _, e := range t.families {
		if strings.HasPrefix(t.name, detect.ScriptMark) || t.coverage(t.letter, encodings[e]) >= minCoverage {
			l.Encodings = append(l.Encodings, e)
		}
	}
	l.Pairs = t.costs(s)
	return l
}

// scriptTables are the scripts of the single-byte encodings.
var scriptTables = map[string]*unicode.RangeTable{
	"Arabic": unicode.Arabic, "Cyrillic": unicode.Cyrillic, "Greek": unicode.Greek, "Hebrew": unicode.Hebrew, "Latin": unicode.Latin, "Thai": unicode.Thai,
}

// scriptOf returns the script that most letters are of.
func scriptOf(letters map[rune]float64) *unicode.RangeTable { return scriptTables[scriptName(letters)] }

func scriptName(letters map[rune]float64) string {
	best, most := "Latin", 0.0
	for _, name := range slices.Sorted(maps.Keys(scriptTables)) {
		n := 0.0
		for _, r := range slices.Sorted(maps.Keys(letters)) {
			if unicode.Is(scriptTables[name], r) {
				n += letters[r]
			}
		}
		if n > most {
			best, most = name, n
		}
	}
	return best
}

// scripts returns the counts of all languages of each script together, each counting as much as the others.
func scripts(all []*counts) []*counts {
	var list []*counts
	for _, name := range slices.Sorted(maps.Keys(scriptTables)) {
		script := newCounts(detect.ScriptMark + name)
		for _, t := range all {
			if scriptName(t.own.letters) != name {
				continue
			}
			total := 0.0
			for _, k := range t.sortedPairs() {
				total += t.pairs[k]
			}
			for k, n := range t.pairs {
				script.pairs[k] += 1e6 * n / total
			}
			for r, n := range t.letters {
				script.letters[r] += 1e6 * n / total
			}
			for _, e := range t.families {
				if !slices.Contains(script.families, e) {
					script.families = append(script.families, e)
				}
			}
		}
		if len(script.letters) > 0 {
			script.own = script
			script.setAlphabet()
			list = append(list, script)
		}
	}
	return list
}

// others are the letters that detect.Fold makes one.
var others = map[rune][]rune{'ş': {'ș'}, 'ţ': {'ț'}, 'ي': {'ی'}}

// minCoverage is the share of a language's letters beyond ASCII that an encoding must have to be one of its own.
const minCoverage = .6

func (t *counts) coverage(own []rune, e encoding.Encoding) float64 {
	have, all := 0.0, 0.0
	for _, r := range own {
		if r < 0x80 {
			continue
		}
		all += t.letters[r]
		for _, written := range append([]rune{r}, others[r]...) {
			if _, err := e.NewEncoder().String(string(written)); err == nil {
				have += t.letters[r]
				break
			}
		}
	}
	if all == 0 {
		return 1
	}
	return have / all
}

// cost returns what something of probability p costs, in 1/8 bits.
func cost(p float64) byte {
	if p <= 0 {
		return math.MaxUint8
	}
	return byte(min(math.Round(-8*math.Log2(p)), math.MaxUint8))
}

// caseCosts returns what each kind of case costs in each state.
func caseCosts(running []corpus) []byte {
	var counted [detect.CaseStates][detect.CaseKinds]float64
	for _, c := range running {
		for _, name := range slices.Sorted(maps.Keys(c)) {
			for _, l := range c[name] {
				state := uint8(0)
				for _, r := range l.text {
					kind := detect.CaseOf(r)
					counted[state][kind]++
					state = detect.NextCase(state, kind)
				}
			}
		}
	}
	costs := make([]byte, detect.CaseSteps)
	for state, of := range counted {
		for kind := 1; kind < detect.CaseKinds; kind++ { // what has no case has its cost by class
			costs[detect.CaseStep(uint8(state), uint8(kind))] = cost((of[kind] + 1) / (of[1] + of[2] + 2))
		}
	}
	return costs
}
