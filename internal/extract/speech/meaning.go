package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// The features of an entity as the meaning of a reference. Its last mention is the latest reference that means it.
const (
	meaningKind     = iota // see kindOf, but possessives and objects apart
	meaningType            // of the entity
	meaningFit             // how its sex fits
	meaningRank            // how many entities that fit were meant since
	meaningRivals          // how many fit at all
	meaningFar             // sentences since the last mention
	meaningFarName         // sentences since the last name
	meaningBlocks          // blocks since the last mention
	meaningRefs            // references since
	meaningLast            // kind of the last mention
	meaningOrder           // its position in its sentence
	meaningBefore          // the preposition before it
	meaningOwner           // whether it owns something
	meaningInner           // whether it is inside a description
	meaningQuoted          // whether it is inside a stretch
	meaningCount           // mentions so far
	meaningAll             // names in the document
	meaningHeard           // 2 if it spoke the last stretch, 1 if somebody else did
	meaningSilence         // sentences since that stretch
	meaningSpeaks          // 2 if it speaks the stretch that the reference is in, 1 if somebody else does
	meaningChain           // sentences since the last pronoun that means it
	meaningOwnOrder        // position of the reference in its sentence
	meaningOwnQuoted
	meaningWord    // whether the main word of the description is one of its roles
	meaningArticle // of a description: 1 "the", 2 another, 3 an owner, 0 none
	meaningGrade
	meaningApposed // whether the reference stands right after it, after a comma
	meaningOwnBefore
	meaningOwnVerb // whether a verb of saying follows the reference
	meaningLength  // of the description
	meaningNamed   // whether it has a name
	meaningAgree   // pronouns of the sex of the reference that mean it, less those of the other
	meaningWords   // between the last mention and the reference
	meaningShare   // the share of all mentions so far that mean it, in twentieths
	meaningSubject // whether a verb follows the last mention
	meaningOwnVerbal
	meaningSecond     // pronouns since the last name
	meaningSubjectFar // sentences since it was the subject of a verb
	meaningSaidFar    // sentences since it was the subject of a verb of saying
	meaningTold       // whether a verb of saying stands beside the reference
	meaningOutside    // sentences since it was mentioned outside stretches
	meaningTopic      // sentences since it began a sentence
	meaningOpening    // blocks since it began a block
	meaningNewer      // entities that fit and were mentioned since outside stretches
	meaningNewTopics  // entities that fit and began a sentence since it did
	meaningSelf       // whether it is named in the words that the reference speaks
	meaningOthersSelf // how many other entities that fit are named there
	antecedentCount
)

// far returns the sentences from reference i to r, 30 if there is no such reference.
func (t *tracker) far(i int32, r *Ref) int16 {
	if i == None {
		return 30
	}
	return limit(r.Sentence-t.Refs[i].Sentence, 29)
}

// meaning returns the features of entity e as the meaning of r, which fits so.
func (t *tracker) meaning(r *Ref, e int32, fit int16) []int16 {
	x := t.row[:antecedentCount]
	clear(x)
	k := &t.tracks[e]
	last := &t.Refs[k.last]
	x[meaningKind] = t.formOf(r)
	x[meaningType], x[meaningFit] = int16(t.all[e].Type), fit
	x[meaningFar], x[meaningFarName], x[meaningChain] = t.far(k.last, r), t.far(k.lastName, r), t.far(k.pronoun, r)
	x[meaningBlocks] = limit(t.block[r.Sentence]-t.block[last.Sentence], 10)
	x[meaningRefs] = limit(t.refFrom(int(r.Start))-k.last, 40)
	x[meaningLast], x[meaningOrder], x[meaningBefore] = t.formOf(last), limit(int32(last.Order), 8), t.prepositionBefore(last)
	x[meaningOwner] = oneIf(t.Words[last.Tip-1].Shape.Has(text.Possessive))
	x[meaningInner], x[meaningQuoted] = oneIf(last.Inner), oneIf(last.Quoted)
	x[meaningCount], x[meaningAll] = limit(k.count, 40), limit(t.all[e].Mentions, 40)
	x[meaningSilence] = 30
	if t.heard != None {
		x[meaningHeard] = 1 + oneIf(t.speakers[t.heard] == e)
		x[meaningSilence] = limit(r.Sentence-t.sentenceAt(t.Stretches[t.heard].End-1), 29)
	}
	if r.Quoted && int(t.stretch) < len(t.Stretches) && t.speakers[t.stretch] != None {
		x[meaningSpeaks] = 1 + oneIf(t.speakers[t.stretch] == e)
	}
	x[meaningOwnOrder], x[meaningOwnQuoted], x[meaningOwnBefore] = limit(int32(r.Order), 8), oneIf(r.Quoted), t.prepositionBefore(r)
	if v := r.Tip; int(v) < len(t.Words) && t.gap(v) == " " {
		x[meaningOwnVerb] = oneIf(t.parts[v].Cue >= 3)
	}
	x[meaningWords] = limit(r.First-last.Tip, 100)
	x[meaningShare] = limit(20*k.count/max(t.count, 1), 20)
	x[meaningSubject], x[meaningOwnVerbal] = t.verbal(last.Tip), t.verbal(r.Tip)
	x[meaningSecond] = limit(k.since, 10)
	x[meaningSubjectFar], x[meaningSaidFar], x[meaningTold] = t.far(k.subject, r), t.far(k.said, r), oneIf(t.says(r))
	x[meaningNamed] = oneIf(int(e) < len(t.Entities))
	x[meaningOutside], x[meaningTopic], x[meaningOpening] = t.far(k.outside, r), t.far(k.topic, r), 10
	if k.opening != None {
		x[meaningOpening] = limit(t.block[r.Sentence]-t.block[t.Refs[k.opening].Sentence], 9)
	}
	switch {
	case r.Class.Has(lexis.Male):
		x[meaningAgree] = limit(k.he-k.she, 10)
	case r.Class.Has(lexis.Female):
		x[meaningAgree] = limit(k.she-k.he, 10)
	}
	if r.Kind == Description {
		t.descriptive(r, last, k.words, x)
	}
	return x
}

// descriptive fills in the features of a description.
func (t *tracker) descriptive(r, last *Ref, words uint64, x []int16) {
	x[meaningWord] = oneIf(words&t.bit(r.Head) != 0)
	x[meaningGrade] = int16(r.Grade)
	x[meaningLength] = limit(r.Tip-r.First, 12)
	switch c := t.parts[r.First].Class; {
	case strings.EqualFold(t.Words[r.First].Of(t.Clean), "the"):
		x[meaningArticle] = 1
	case c.Has(lexis.Possessive) || t.Words[r.First].Shape.Has(text.Possessive):
		x[meaningArticle] = 3
	case c.Has(lexis.Determiner):
		x[meaningArticle] = 2
	}
	x[meaningApposed] = oneIf(r.First == last.Tip && strings.HasPrefix(t.Clean[last.End:], ", "))
}

// formOf is kindOf with possessives and objects apart.
func (t *tracker) formOf(r *Ref) int16 {
	k := t.kindOf(r)
	switch {
	case r.Kind != Pronoun:
		return k
	case r.Class.Has(lexis.Possessive):
		return k + 10
	case r.Class.Has(lexis.Object):
		return k + 20
	}
	return k
}

// findSexes grades the sex of every person by what stands before the name, and by the forename.
func (s *Scene) findSexes() {
	titled := make([]bool, len(s.Entities)) // whether a title has said it
	for i := range s.Refs {
		r := &s.Refs[i]
		if r.Kind != Named || r.Entity == None || s.Entities[r.Entity].Type != Person {
			continue
		}
		e := &s.Entities[r.Entity]
		if male := s.titleSex(r); male != 0 {
			e.Male, titled[r.Entity] = male, true
		} else if male := s.parts[r.First].Male; male != 0 && (e.Male == 0 || r.Tip-r.First > 1 && !titled[r.Entity]) {
			e.Male = male
		}
	}
}

// titleSex grades the sex that the words before the name r say, or its first word: "Lady Russell". Zero if they say none.
func (s *Scene) titleSex(r *Ref) uint8 {
	from, tip := r.Title, r.First
	if tip > 0 && s.Words[tip].Start > r.Start {
		from = min(from, tip-1)
	}
	if r.Tip-r.First > 1 {
		tip++
	}
	male := uint8(0)
	for k := from; k < tip; k++ {
		switch c := s.parts[k].Class; {
		case c.Has(lexis.Possessive):
		case c.Has(lexis.Male):
			male = 7
		case c.Has(lexis.Female):
			male = 1
		}
	}
	return male
}
