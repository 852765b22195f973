package speech

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// How far from a stretch references are looked at.
const (
	sentencesBack  = 5
	sentencesAhead = 1
	maxBefore      = 16 // references
	maxAfter       = 8
	maxWalk        = 48 // references looked at on either side, those left out included
)

// candidate reports whether r could be a speaker: no owner, object or part of a description, and not inside a stretch.
func (s *Scene) candidate(r *Ref) bool {
	switch {
	case r.Quoted, r.Inner, r.Enclosed, r.Apposed:
		return false
	case r.Kind == Pronoun:
		return r.Class.Has(lexis.Subject)
	case r.Kind == Named && r.Entity != None && s.Entities[r.Entity].Type == Place:
		return r.Order <= 2
	}
	return true
}

// around lists in near the references that could speak t: those before and after it, and the speakers of the stretches before.
func (s *Scene) around(t *target) []int32 {
	s.near = s.near[:0]
	at := s.refFrom(t.Start)
	n := 0
	first := max(t.sentence-sentencesBack, 0)
	for i := at - 1; i >= max(0, at-maxWalk) && n < maxBefore && s.Refs[i].Sentence >= first; i-- {
		if s.candidate(&s.Refs[i]) {
			s.near = append(s.near, i)
			n++
		}
	}
	n = 0
	at = s.refFrom(t.End)
	for i := at; int(i) < min(len(s.Refs), int(at)+maxWalk) && n < maxAfter && s.Refs[i].Sentence <= t.final+sentencesAhead; i++ {
		if r := &s.Refs[i]; int(r.Start) >= t.End && s.candidate(r) {
			s.near = append(s.near, i)
			n++
		}
	}
	for _, p := range t.turns[:min(len(t.turns), 2)] {
		if p.speaker != None && !slices.Contains(s.near, p.speaker) {
			s.near = append(s.near, p.speaker)
		}
	}
	return s.near
}

// refFrom returns the position of the first reference that begins at or after offset at.
func (s *Scene) refFrom(at int) int32 {
	lo, hi := 0, len(s.Refs)
	for lo < hi {
		if m := (lo + hi) / 2; int(s.Refs[m].Start) < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return int32(lo)
}

// maxVerb is how many words after a reference its verb is looked for.
const maxVerb = 16

// row fills s.row with the features of reference i as the speaker of t.
func (s *Scene) features(t *target, i int32) []int16 {
	r := &s.Refs[i]
	x := s.row[:featureCount]
	clear(x)
	before := int(r.Start) < t.Start
	s.placed(t, r, i, before, x)
	s.verbs(t, r, x)
	x[kind] = s.kindOf(r)
	x[gradeOf] = int16(r.Grade)
	x[ending], x[following], x[leading], x[small] = t.ending, t.following, t.leading, t.small
	x[length] = limit(t.tip-t.first, 60)
	x[order] = limit(int32(r.Order), 8)
	x[preposition] = s.prepositionBefore(r)
	x[owner] = oneIf(s.Words[r.Tip-1].Shape.Has(text.Possessive))
	x[inner] = oneIf(r.Inner)
	x[blockRest], x[lead], x[inBlock] = limit(t.blockRest, 30), limit(t.lead, 30), t.inBlock
	x[quotedRef] = oneIf(r.Quoted)
	if r.Entity != None {
		x[mentions] = limit(s.Entities[r.Entity].Mentions, 20)
	}
	if rest := s.Clean[r.End:]; rest != "" {
		x[commaAfter] = oneIf(rest[0] == ',')
	}
	x[commaBefore] = oneIf(strings.HasSuffix(strings.TrimRight(s.Clean[max(0, int(r.Start)-2):r.Start], " "), ","))
	x[subject] = oneIf(r.Order == 0 && x[preposition] != 1 && x[preposition] != 2 && x[preposition] != 8)
	s.turns(t, r, i, x)
	if r.Entity != None {
		x[spokenFor], x[spokenOf] = limit(s.spoken[r.Entity], 8), oneIf(s.names(t.Start, t.Inner.End, r.Entity))
	}
	x[quoting], x[opening] = s.quoting(r), s.opens(t, r)
	x[credit], x[verbal], x[nested] = s.creditOf(t, r), s.verbal(r.Tip), s.nesting(r)
	x[direct], x[claimed] = s.directness(t, r), t.direct[0]
	if x[direct] == t.direct[0] {
		x[claimed] = t.direct[1]
	}
	return x
}

// names reports whether entity e is named between two offsets.
func (s *Scene) names(from, to int, e int32) bool {
	for n := s.nameFrom(int32(from)); int(n) < len(s.Names) && int(s.Names[n].Start) < to; n++ { //nolint:gosec // texts are shorter than 2 GiB
		if s.Names[n].Entity == e {
			return true
		}
	}
	return false
}

// quoting says whether r is the source that a verb of quoting names: 1 "quoted Ann as saying", 2 "in the words of Ann"; 0 if not.
func (s *Scene) quoting(r *Ref) int16 {
	i := r.First - 1
	if r.Kind == Named && r.Title < r.First && r.Entity != None {
		i = r.Title - 1
	}
	if i < 1 || s.sentence[i] != r.Sentence {
		return 0
	}
	switch word := s.Words[i].Of(s.Clean); {
	case strings.HasPrefix(word, "quot") && int(r.Tip) < len(s.Words) && s.Words[r.Tip].Of(s.Clean) == "as":
		return 1
	case word == "of" && (s.Words[i-1].Of(s.Clean) == "words" || s.Words[i-1].Of(s.Clean) == "quote"):
		return 2
	}
	return 0
}

// opens says whether r is the first reference of its block: 2 of the block that the stretch stands in; 0 if not.
func (s *Scene) opens(t *target, r *Ref) int16 {
	b := s.block[r.Sentence]
	if r.Order != 0 || r.Sentence > 0 && s.block[r.Sentence-1] == b {
		return 0
	}
	return 1 + oneIf(b == t.block)
}

// How many words may stand between a verb and what it is joined to.
const (
	joined = 2
	apart  = 4
)

// directness grades how closely reference r, a verb of saying and t are joined: 4 t, verb, reference ("…," said the mayor); 3 t,
// reference, verb; 2 reference, verb, t; 1 the same with more between; 0 not at all.
func (s *Scene) directness(t *target, r *Ref) int16 {
	if int(r.Start) >= t.Start {
		if v, ok := s.verbBefore(r); ok && s.parts[v].Cue >= 3 && s.edge(t, v) <= joined && int(s.Words[v].Start) >= t.End && s.verbal(r.Tip) != 2 {
			return 4
		}
		if v, ok := s.verbAfter(r); ok && s.parts[v].Cue >= 3 && s.between(t.tip, r.First) <= apart {
			if s.between(r.Tip, v) <= 1 {
				return 3
			}
			return 1
		}
		return 0
	}
	v, ok := s.verbAfter(r)
	if !ok || int(s.Words[v].Start) >= t.Start || s.between(r.Tip, v) > joined || s.sentence[v] != t.sentence {
		return 0
	}
	if s.edge(t, v) >= -apart {
		return 2
	}
	return 1
}

// ownClause returns the name whose verb of saying leads to t in a clause after other words quoted in the same sentence, None if there is
// none: “Ann called it “late,” while Bo flatly declared it “too late.”” There the words of one sentence are not those of one speaker.
func (s *Scene) ownClause(t *target, near []int32) int32 {
	if len(t.turns) == 0 || t.turns[0].tip == 0 || s.sentence[t.turns[0].tip-1] != t.sentence {
		return None
	}
	for _, i := range near {
		if r := &s.Refs[i]; r.First >= t.turns[0].tip && r.Kind == Named && s.directness(t, r) == 2 {
			return i
		}
	}
	return None
}

// join notes the directness of the references near t.
func (s *Scene) join(t *target, near []int32) {
	t.direct = [2]int16{}
	for _, i := range near {
		switch d := s.directness(t, &s.Refs[i]); {
		case d > t.direct[0]:
			t.direct[1], t.direct[0] = t.direct[0], d
		case d > t.direct[1]:
			t.direct[1] = d
		}
	}
}

// placed fills in where reference r stands.
func (s *Scene) placed(t *target, r *Ref, i int32, before bool, x []int16) {
	at := s.refFrom(t.Start)
	refBlock := s.block[r.Sentence]
	if before {
		x[distance] = -1 - limit(s.between(r.Tip, t.first), 80)
		x[sentencesBetween] = -limit(t.sentence-r.Sentence, 8)
		x[blocksBetween] = -limit(t.block-refBlock, 6)
		x[refsBetween] = limit(at-1-i, 20)
	} else {
		x[distance] = 1 + limit(s.between(t.tip, r.First), 80)
		x[sentencesBetween] = limit(r.Sentence-t.final, 8)
		x[blocksBetween] = limit(refBlock-t.block, 6)
		x[refsBetween] = limit(i-at, 20)
	}
	x[sameSentence] = oneIf(r.Sentence == t.sentence) + 2*oneIf(r.Sentence == t.final)
	n := 0
	if before {
		for k := t.index - 1; k >= 0 && n < 6 && s.Stretches[k].Start > int(r.Start); k-- {
			n++
		}
	} else {
		for k := t.index + 1; int(k) < len(s.Stretches) && n < 6 && s.Stretches[k].Start < int(r.Start); k++ {
			n++
		}
	}
	x[stretchesBetween] = int16(n)
}

// turns fills in how reference r, which is number i, is related to the stretches before t.
func (s *Scene) turns(t *target, r *Ref, i int32, x []int16) {
	x[silence], x[silentBlocks], x[resumed] = 60, 6, oneIf(t.Resumes)
	if len(t.turns) == 0 {
		return
	}
	p := t.turns[0]
	x[silence] = limit(s.between(p.tip, t.first), 60)
	x[silentBlocks] = limit(t.block-p.block, 6)
	if p.speaker == None {
		return
	}
	x[samePlace] = oneIf(p.speaker == i)
	x[sameName] = s.sameAs(&s.Refs[p.speaker], r)
	for _, q := range t.turns[1:] {
		if q.speaker != None && s.sameAs(&s.Refs[q.speaker], &s.Refs[p.speaker]) != 2 {
			x[sameTurn] = s.sameAs(&s.Refs[q.speaker], r)
			break
		}
	}
}

// sameAs says whether two references mean the same: 2 yes, 1 perhaps, 0 no.
func (s *Scene) sameAs(a, b *Ref) int16 {
	switch {
	case a.Start == b.Start:
		return 2
	case a.Entity != None && b.Entity != None:
		return 2 * oneIf(a.Entity == b.Entity)
	case a.Kind == Pronoun && b.Kind == Pronoun:
		return oneIf(a.Class == b.Class)
	case a.Kind == Description && b.Kind == Description:
		return oneIf(s.Words[a.Head].Of(s.Clean) == s.Words[b.Head].Of(s.Clean))
	case a.Kind == Pronoun && b.Entity != None:
		return oneIf(!s.clash(a, b))
	case b.Kind == Pronoun && a.Entity != None:
		return oneIf(!s.clash(b, a))
	}
	return 1
}

// clash reports whether the pronoun p cannot mean what the name n names.
func (s *Scene) clash(p, n *Ref) bool {
	e := &s.Entities[n.Entity]
	switch c := p.Class; {
	case c.Has(lexis.Male):
		return e.Type == Body || e.Type == Place || e.Male == 1 || e.Male == 2
	case c.Has(lexis.Female):
		return e.Type == Body || e.Type == Place || e.Male >= 6
	case c.Has(lexis.Thing | lexis.Plural):
		return e.Type == Person
	}
	return false
}
