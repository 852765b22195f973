package main

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// counts are what is counted of words in news, by the word in small letters.
type counts struct {
	total, cue, head map[string]int
	report           map[string]int
	verb, noun       map[string]int
	men, women       map[string]int
	grades           map[string]lexis.Word
	classes          func(word string) lexis.Class
}

func newCounts() *counts {
	c := &counts{grades: map[string]lexis.Word{}, classes: lexis.ClassOf}
	for _, m := range []*map[string]int{&c.total, &c.cue, &c.head, &c.report, &c.verb, &c.noun, &c.men, &c.women} {
		*m = map[string]int{}
	}
	return c
}

// The contexts that tell verbs from nouns.
var (
	beforeVerb = set("he she they who i we have has had will would can could should may might did not didn't won't don't")
	beforeNoun = set("the a an this his its their of some many several these those two three no any every her my our your")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// line counts one line of text: everything but what needs the verbs of saying.
func (c *counts) line(s string, words []text.Word) {
	for i, w := range words {
		small := strings.ToLower(w.Of(s))
		c.total[small]++
		if i > 0 && words[i-1].End+1 == w.Start && !w.Shape.Has(text.Capital) {
			switch before := strings.ToLower(words[i-1].Of(s)); {
			case beforeVerb[before]:
				c.verb[small]++
			case beforeNoun[before]:
				c.noun[small]++
			}
		}
		if i > 0 && ends(s[words[i-1].End:w.Start]) {
			if v := c.verbAfter(s, words[i:]); v != "" {
				c.cue[v]++
			}
		}
		if i+1 < len(words) && begins(s[w.End:words[i+1].Start]) && !w.Shape.Has(text.Capital) {
			c.cue[small]++
		}
	}
}

// ends reports whether gap ends a quotation whose sentence goes on.
func ends(gap string) bool {
	mark, _ := utf8.DecodeRuneInString(gap)
	return strings.ContainsRune(",?!", mark) && (strings.HasSuffix(gap, "” ") || strings.HasSuffix(gap, "\" "))
}

// begins reports whether gap leads to a quotation after a verb.
func begins(gap string) bool {
	return gap == ", “" || gap == ", \"" || gap == ": “" || gap == ": \""
}

// verbAfter returns the verb that follows a quotation, if it is beside its subject.
func (c *counts) verbAfter(s string, words []text.Word) string {
	small := func(i int) string { return strings.ToLower(words[i].Of(s)) }
	adjacent := func(i int) bool { return i < len(words) && s[words[i-1].End:words[i].Start] == " " }
	if !words[0].Shape.Has(text.Capital) && c.classes(small(0)) == 0 {
		if adjacent(1) && (words[1].Shape.Has(text.Capital) || c.classes(small(1)).Has(lexis.Determiner)) {
			return small(0)
		}
		return ""
	}
	i := 1
	switch {
	case c.classes(small(0)).Has(lexis.Subject):
	case words[0].Shape.Has(text.Capital):
		for adjacent(i) && i < 4 && words[i].Shape.Has(text.Capital) {
			i++
		}
	default:
		return ""
	}
	if adjacent(i) && c.classes(small(i)).Has(lexis.Adverb) {
		i++
	}
	if !adjacent(i) || words[i].Shape.Has(text.Capital) || c.classes(small(i)) != 0 {
		return ""
	}
	return small(i)
}

// The least rate for each grade, best first.
var (
	cueRates  = [...]float64{.2, .1, .05, .025, .012, .006, .003}
	headRates = [...]float64{.08, .04, .02, .01, .005, .0025, .00125}
)

func grade(rate float64, least [7]float64) uint8 {
	for i, r := range least {
		if rate >= r {
			return uint8(len(least) - i)
		}
	}
	return 0
}

// minCues and minHeads are how often a word must have been seen so.
const (
	minCues    = 6
	minHeads   = 4
	minContext = 8
	minSexed   = 4
	doubt      = 20 // added to all totals, so that rare words are graded low
)

// gradeVerbs grades what line has counted.
func (c *counts) gradeVerbs() {
	for w, n := range c.cue {
		if n >= minCues && c.classes(w) == 0 {
			g := c.grades[w]
			g.Cue = grade(float64(n)/float64(c.total[w]+doubt), cueRates)
			c.grades[w] = g
		}
	}
	for w, n := range c.total {
		if v, o := c.verb[w], c.noun[w]; n >= minContext && v+o >= minContext && c.classes(w) == 0 {
			g := c.grades[w]
			g.Verb = uint8(1 + int(6*float64(v)/float64(v+o)+.5))
			c.grades[w] = g
		}
	}
	for w, g := range c.grades { // nouns beside quotations are no verbs of saying
		if g.Cue > 0 && g.Verb < 3 {
			g.Cue = 0
			c.grades[w] = g
		}
	}
}

// reach is how many words before a quotation within a sentence the verb is looked for that reports it.
const reach = 6

// reports counts the verbs before "that", and the last verb before words in quotation marks that are a part of the sentence.
func (c *counts) reports(s string, words []text.Word, i int) {
	gap := s[words[i-1].End:words[i].Start]
	if gap == " " && words[i].Of(s) == "that" {
		if small := strings.ToLower(words[i-1].Of(s)); c.grades[small].Verb >= 5 {
			c.report[small]++
		}
		return
	}
	if gap != " “" && gap != " \"" {
		return
	}
	for k := i - 1; k >= max(0, i-reach); k-- {
		if small := strings.ToLower(words[k].Of(s)); c.grades[small].Verb >= 5 {
			c.report[small]++
			return
		}
		if k > 0 && strings.ContainsAny(s[words[k-1].End:words[k].Start], ".?!\"”“") {
			return
		}
	}
}

// gradeReports grades what reports has counted.
func (c *counts) gradeReports() {
	for w, n := range c.report {
		if n >= minCues && c.classes(w) == 0 {
			g := c.grades[w]
			g.Report = grade(float64(n)/float64(c.total[w]+doubt), cueRates)
			c.grades[w] = g
		}
	}
}

// heads counts the nouns before verbs of saying, and the verbs that report; gradeVerbs comes first.
func (c *counts) heads(s string, words []text.Word) {
	for i := 1; i < len(words); i++ {
		a, b := words[i-1], words[i]
		c.reports(s, words, i)
		if s[a.End:b.Start] == " " && !a.Shape.Has(text.Capital) && a.Shape.Has(text.HasLetter) && !b.Shape.Has(text.Capital) && c.grades[b.Of(s)].Cue >= 6 {
			c.head[a.Of(s)]++
		}
	}
}

// gradeHeads grades what heads has counted.
func (c *counts) gradeHeads() {
	for w, n := range c.head {
		g := c.grades[w]
		if n >= minHeads && c.classes(w)&^(lexis.Male|lexis.Female) == 0 && g.Verb < 5 {
			g.Head = grade(float64(n)/float64(c.total[w]+doubt), headRates)
			c.grades[w] = g
		}
	}
}

// sexes counts for the forenames of one article how their bearers are called: Mr. or Ms. with the same surname.
func (c *counts) sexes(s string, words []text.Word) {
	sex := map[string]int{}
	for i := 1; i < len(words); i++ {
		switch class := c.classes(strings.ToLower(strings.TrimSuffix(words[i-1].Of(s), "."))); {
		case !class.Has(lexis.Courtesy) || !words[i].Shape.Has(text.Capital):
		case class.Has(lexis.Male):
			sex[words[i].Of(s)]++
		case class.Has(lexis.Female):
			sex[words[i].Of(s)]--
		}
	}
	if len(sex) == 0 {
		return
	}
	met := map[string]bool{}
	for i := 1; i < len(words); i++ {
		a, b := words[i-1].Of(s), words[i].Of(s)
		n := sex[b]
		if n == 0 || met[a+" "+b] || !words[i-1].Shape.Has(text.Capital) || s[words[i-1].End:words[i].Start] != " " {
			continue
		}
		met[a+" "+b] = true
		if n > 0 {
			c.men[strings.ToLower(a)]++
		} else {
			c.women[strings.ToLower(a)]++
		}
	}
}

// pronouns counts for the forename of the only person in a paragraph whether "he" or "she" stands there more often.
func (c *counts) pronouns(s string, words []text.Word) {
	only, he := "", 0
	for i, w := range words {
		switch small := strings.ToLower(w.Of(s)); small {
		case "he", "his", "him":
			he++
			continue
		case "she", "her":
			he--
			continue
		}
		if i+1 == len(words) || !w.Shape.Has(text.Capital) || !words[i+1].Shape.Has(text.Capital) || s[w.End:words[i+1].Start] != " " ||
			!gazetteer.Look(w.Of(s)).Has(gazetteer.Forename) {
			continue
		}
		if full := w.Of(s); only == "" || only == full {
			only = full
		} else {
			return
		}
	}
	switch only = strings.ToLower(only); {
	case only == "" || he == 0:
	case he > 0:
		c.men[only]++
	default:
		c.women[only]++
	}
}

// gradeSexes grades the forenames of which births says how many of a hundred bearers are men, those in lists, and those that sexes
// has counted.
func (c *counts) gradeSexes(lists map[string]string, births map[string]int) {
	for name, men := range births {
		if c.classes(name) == 0 {
			c.men[name], c.women[name] = men, 100-men
		}
	}
	for name, sex := range lists {
		if _, known := births[strings.ToLower(name)]; known {
			continue
		}
		switch sex {
		case "M":
			c.men[strings.ToLower(name)] += minSexed
		case "F":
			c.women[strings.ToLower(name)] += minSexed
		}
	}
	for _, m := range []map[string]int{c.men, c.women} {
		for name := range m {
			men, women := c.men[name], c.women[name]
			if men+women < minSexed || c.classes(name) != 0 {
				continue
			}
			g := c.grades[name]
			g.Male = uint8(1 + int(6*float64(men)/float64(men+women)+.5))
			c.grades[name] = g
		}
	}
}

// words returns the words that have a grade worth keeping, in order.
func (c *counts) words() []string {
	var kept []string
	for _, w := range slices.Sorted(maps.Keys(c.grades)) {
		if g := c.grades[w]; g.Cue > 0 || g.Report > 0 || g.Head > 0 || g.Male > 0 || g.Verb > 0 && c.total[w] >= minTotal {
			kept = append(kept, w)
		}
	}
	return kept
}

// minTotal is how often a word must stand in the news to be kept for its grade of Verb alone.
const minTotal = 60
