package speech

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// Kind is the form of a reference.
type Kind uint8

// The forms.
const (
	Named Kind = iota + 1
	Pronoun
	Description
)

// Ref is a stretch of words that refers to somebody or something.
type Ref struct {
	Start, End int32 // as written: with "Mr.", and the article of a body
	First, Tip int32 // the first word, and the one after the last
	Entity     int32 // of a name; None of others, and of what looks like a name and was not found to be one
	Sentence   int32
	Title      int32 // of a person: the first word of the role that stands before the name, "the mayor"; First where there is none
	Head       int32 // of a description: its main word
	Kind       Kind
	Class      lexis.Class // of a pronoun; of the main word of a description
	Grade      uint8       // of a description: how often its main word speaks
	Order      uint8       // its position in the sentence
	Inner      bool        // inside a description
	Quoted     bool        // inside a stretch
	Enclosed   bool        // inside a phrase that goes on with a description
	Apposed    bool        // beside a name that means the same: "Ann Bo, the mayor"
}

// None says that there is no such thing.
const None int32 = -1

// parser finds the references of a scene.
type parser struct {
	*Scene

	name int32 // the first name that does not end before the word
}

// wordsPerRef is how many words outside names there are for each reference, about.
const wordsPerRef = 4

// findRefs fills Refs.
func (s *Scene) findRefs(pace *text.Pace) error {
	s.Refs = slices.Grow(s.Refs[:0], len(s.Names)+max(0, len(s.Words)-2*len(s.Names))/wordsPerRef)
	p := parser{Scene: s}
	for i := int32(0); int(i) < len(s.Words); {
		next := p.at(i)
		if err := pace.Step(wordWork * int(next-i)); err != nil {
			return err
		}
		i = next
	}
	s.firstRef = sized(s.firstRef, len(s.Sentences)+1)
	k := int32(0)
	for i := range s.firstRef {
		for int(k) < len(s.Refs) && int(s.Refs[k].Sentence) < i {
			k++
		}
		s.firstRef[i] = k
	}
	s.enclose()
	s.appose()
	order := uint8(0)
	for i := range s.Refs {
		if i > 0 && s.Refs[i].Sentence != s.Refs[i-1].Sentence {
			order = 0
		}
		s.Refs[i].Order = order
		if !s.Refs[i].Inner && order < 255 {
			order++
		}
	}
	return nil
}

// nameAt returns the name that word i begins or stands in, and the word after it; None if there is none.
func (p *parser) nameAt(i int32) (name, tip int32) {
	w := p.Words[i]
	for int(p.name) < len(p.Names) && p.Names[p.name].End <= w.Start {
		p.name++
	}
	for k := p.name; int(k) < len(p.Names) && p.Names[k].Start < w.End; k++ {
		if p.Names[k].End > w.Start {
			for tip = i + 1; int(tip) < len(p.Words) && p.Words[tip].Start < p.Names[k].End; {
				tip++
			}
			return k, tip
		}
	}
	return None, i
}

// at adds the references that begin at word i and returns the word to go on with.
func (p *parser) at(i int32) int32 {
	part := p.parts[i]
	switch {
	case part.Class.Has(lexis.Subject|lexis.Object) && !part.Class.Has(lexis.Possessive):
		p.add(Ref{First: i, Tip: i + 1, Kind: Pronoun, Class: part.Class})
		return i + 1
	case part.Class.Has(lexis.Possessive):
		p.add(Ref{First: i, Tip: i + 1, Kind: Pronoun, Class: part.Class, Inner: true})
	}
	return p.phrase(i)
}

// run is a run of words that may be a description or end in a name.
type run struct {
	first, tip int32
	head       int32 // its last word, if that is no part of a name; else None
	name       int32 // the person that it ends with, else None
	nameFirst  int32 // the first word of the last name
	determined bool  // it begins with an article or the like, or an owner
	capitals   bool  // all its words begin with capitals
}

// maxRun is the most words of a run.
const maxRun = 12

// run reads the run that begins at word i.
func (p *parser) run(i int32) run {
	name := p.name
	r := p.scan(i)
	p.name = name
	return r
}

// scan is run, but leaves p.name where the run ends.
func (p *parser) scan(i int32) run {
	r := run{first: i, tip: i, head: None, name: None, nameFirst: None, capitals: true}
	outside := p.isOutside(i)
	for r.tip < min(int32(len(p.Words)), i+maxRun) { //nolint:gosec // fewer than bytes
		j := r.tip
		if j > i && (!p.joins(j) || p.isOutside(j) != outside) {
			break
		}
		if k, tip := p.nameAt(j); k != None && !p.isMember(j, tip) {
			r.determined = r.determined || p.Words[tip-1].Shape.Has(text.Possessive)
			r.tip, r.head, r.nameFirst = tip, None, j
			if p.Entities[p.Names[k].Entity].Type == Person && !p.Words[tip-1].Shape.Has(text.Possessive) && !p.goesOn(tip) {
				r.name = k
				return r
			}
			continue
		}
		if p.ends(r, i, j) {
			return r
		}
		if c := p.parts[j].Class; c.Has(lexis.Determiner) || c.Has(lexis.Time) {
			r.determined = true
		} else if !c.Has(lexis.Courtesy) {
			r.head = j
			r.capitals = r.capitals && p.Words[j].Shape.Has(text.Capital)
		}
		r.tip++
	}
	return r
}

// ends reports whether word j, which is no name, is no part of the run r that began at word i.
func (p *parser) ends(r run, i, j int32) bool {
	part := p.parts[j]
	c, capital := part.Class, p.Words[j].Shape.Has(text.Capital)
	owned := j > i && p.Words[j-1].Shape.Has(text.Possessive)
	switch {
	case j == i && c.Has(lexis.Time) && p.Words[j].Shape.Has(text.Possessive): // "today's report"
		return false
	case c.Has(lexis.Determiner) && (j == i || j == i+1 && p.parts[i].Class.Has(lexis.Determiner) && !c.Has(lexis.Possessive|lexis.Relative)):
		return false
	case c.Has(lexis.Determiner | lexis.Preposition | lexis.Conjunction | lexis.Relative | lexis.Auxiliary | lexis.Subject | lexis.Object | lexis.Time):
		return true
	case c.Has(lexis.Courtesy):
		return j > i && !p.titles(j)
	case c.Has(lexis.Adverb) && !owned && !(r.determined && r.tip == i+1):
		return true
	case capital:
		return false
	case particles[p.Words[j].Of(p.Clean)]:
		return j == i
	case j > i && p.qualified(j):
		return false
	case j > i && p.predicate(r, j):
		return true
	case j > i && p.isCue(j) && (p.leadsTo(j, "that") || r.head == None && r.nameFirst != None && !owned && strings.HasSuffix(p.Words[j].Of(p.Clean), "s")):
		return true // "the AP reports", "the filings state that"
	case j > i && p.isCue(j) && int(j)+1 < len(p.Words) && p.isOutside(j) && !p.isOutside(j+1) && p.parts[j-1].Class == 0 && strings.HasSuffix(p.Words[j-1].Of(p.Clean), "s"):
		return true // the lawmakers claim “…”
	}
	if adjectives[p.Words[j].Of(p.Clean)] {
		return false
	}
	return part.Verb >= 6 || part.Cue >= 5 && j > i || part.Verb >= 4 && j > i && p.parts[j-1].Head >= 3
}

// particles go with the verb before them: "brought up".
var particles = map[string]bool{"up": true, "down": true, "out": true}

// titles reports whether a person's name follows word i.
func (p *parser) titles(i int32) bool {
	if int(i)+1 >= len(p.Words) || p.gap(i+1) != " " {
		return false
	}
	k, _ := p.nameAt(i + 1)
	return k != None && p.Entities[p.Names[k].Entity].Type == Person
}

// adjectives are forms of verbs that are a part of roles: "the acting mayor".
var adjectives = map[string]bool{"acting": true, "ranking": true, "leading": true, "founding": true, "managing": true, "retired": true, "sitting": true, "outgoing": true,
	"incoming": true, "presiding": true, "commanding": true, "visiting": true, "designated": true, "elected": true}

// leadsTo reports whether word is the one after word i.
func (p *parser) leadsTo(i int32, word string) bool {
	return int(i)+1 < len(p.Words) && p.gap(i+1) == " " && p.Words[i+1].Of(p.Clean) == word
}

// members are names that say to which group somebody belongs, and stand for persons.
var members = map[string]bool{"Republican": true, "Democrat": true, "Republicans": true, "Democrats": true, "Conservative": true, "Conservatives": true, "Liberal": true, "Liberals": true}

// isMember reports whether words i to tip, a name, are no more than that of a member: "the committee's top Republican".
func (p *parser) isMember(i, tip int32) bool { return tip == i+1 && members[p.Words[i].Of(p.Clean)] }

// maxStaff is how many words after a name are looked at for the role of somebody else: "Sanders senior adviser Ann Bo".
const maxStaff = 4

// goesOn reports whether the person's name before word i is only the beginning of a role.
func (p *parser) goesOn(i int32) bool {
	for j := i; j < min(int32(len(p.Words)), i+maxStaff); j++ { //nolint:gosec // fewer than bytes
		part := p.parts[j]
		if p.gap(j) != " " || p.Words[j].Shape.Has(text.Capital) || part.Class != 0 && !part.Class.Has(lexis.Male|lexis.Female) || part.Verb >= 5 || part.Cue >= 3 {
			return false
		}
		if part.Head >= 3 || part.Class != 0 {
			return true
		}
	}
	return false
}

// joins reports whether word i goes on with the phrase of the word before: there is one space between, after a possessive ending
// where there is one.
func (p *parser) joins(i int32) bool {
	gap := p.gap(i)
	return gap == " " || p.Words[i-1].Shape.Has(text.Possessive) && (gap == "’s " || gap == "'s ") || gap == "’ " && strings.HasSuffix(p.Words[i-1].Of(p.Clean), "s")
}

// phrase adds the references of the run that begins at word i and returns the word after it.
func (p *parser) phrase(i int32) int32 {
	if p.conjoins(i) {
		return i + 1
	}
	r := p.run(i)
	switch {
	case r.tip == i:
		return i + 1
	case p.standsAlone(r):
		p.add(Ref{First: i, Tip: i + 1, Kind: Description, Head: i, Class: p.parts[i].Class, Grade: 1})
		return i + 1
	}
	verb := p.follow(r)
	if long, ok := p.office(r); ok {
		r, verb = long, false
	}
	described := p.described(r)
	from := len(p.Refs)
	for j := r.first; j < r.tip; {
		if k, tip := p.nameAt(j); k != None && !(described && j == r.head) {
			p.addName(k, j, tip, r, described)
			j = tip
			continue
		}
		if j > r.first && p.parts[j].Class.Has(lexis.Possessive) {
			p.add(Ref{First: j, Tip: j + 1, Kind: Pronoun, Class: p.parts[j].Class, Inner: true})
		}
		j++
	}
	if described {
		p.addDescription(r, from)
	}
	if verb {
		return r.tip + 1
	}
	return r.tip
}

// office returns the run r with the phrase after "of" or "for", if they are the role of the person whom that names: "ACLU of Texas
// attorney Ann Bo".
func (p *parser) office(r run) (run, bool) {
	t := r.tip
	if r.determined || r.name != None || int(t)+1 >= len(p.Words) || p.gap(t) != " " || p.gap(t+1) != " " || !slices.Contains(alwaysOn[:], p.Words[t].Of(p.Clean)) {
		return r, false
	}
	role := r.head != None && (p.parts[r.head].Head >= 3 || p.Words[r.head].Of(p.Clean) == "chief" || p.Words[r.head].Shape.Has(text.Capital)) || r.head == None && r.nameFirst != None
	next := p.run(t + 1)
	if !role || next.name == None || next.nameFirst == next.first || next.determined {
		return r, false
	}
	next.first = r.first
	return next, true
}

// add lists r, whose words are set.
func (p *parser) add(r Ref) {
	w := p.Words[r.First]
	if r.Start == 0 && r.End == 0 {
		r.Start, r.End = w.Start, p.Words[r.Tip-1].End
	}
	if r.Kind != Named {
		r.Entity = None
	}
	r.Sentence, r.Quoted = p.sentence[r.First], !p.isOutside(r.First)
	p.Refs = append(pool.Room(p.Refs), r)
}

// addName lists the name k, which is words first to tip and stands in the run r.
func (p *parser) addName(k, first, tip int32, r run, described bool) {
	n := p.Names[k]
	ref := Ref{First: first, Tip: tip, Start: n.Start, End: n.End, Entity: n.Entity, Kind: Named, Title: first, Inner: k != r.name && (described || r.name != None)}
	switch p.Entities[n.Entity].Type {
	case Person:
		if k == r.name || p.Words[tip-1].Shape.Has(text.Possessive) && !p.owned(r.first, first) {
			ref.Title = r.first
		}
		if first > 0 && p.parts[first-1].Class.Has(lexis.Courtesy) && p.gap(first) == " " {
			ref.Start = p.Words[first-1].Start
		}
	case Body, Place, Unknown:
		if first > 0 && first-1 >= r.first && strings.EqualFold(p.Words[first-1].Of(p.Clean), "the") {
			ref.Start = p.Words[first-1].Start
		}
	}
	p.add(ref)
}
