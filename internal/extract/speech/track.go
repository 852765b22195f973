package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/fnv"
)

// track is what is known of an entity at some place of the document.
type track struct {
	last, lastName int32 // the latest references that mean it; None before the first
	count          int32
	words          uint64 // the set of words of its roles, or of a body's name: see bit
	pronoun        int32  // the latest pronoun that means it
	since          int32  // how many pronouns have meant it since its last name
	he, she        int32  // how many pronouns of men and of women mean it
	subject, said  int32  // the latest references that mean it and are the subject of a verb, and of one of saying
	outside, topic int32  // the latest references that mean it and stand outside stretches, and at the beginning of a sentence
	opening        int32  // the latest reference that means it and is the first of its block
}

// tracker follows the entities of a scene.
type tracker struct {
	*Scene

	// all are the entities of the scene, and after them persons who are only described, and names that were not found to be names.
	all      []Entity
	tracks   []track
	count    int32   // of mentions so far
	recent   []int32 // entities, the one meant last first
	speakers []int32 // by stretch: the entity whose words they are; None if unknown
	stretch  int32   // the first stretch that does not end before the reference
	heard    int32   // the last stretch with a known speaker that ends before the reference

	quotations []Quotation
	next       int             // the first of quotations whose words do not stand long before the reference
	speakerOf  map[int32]int32 // by reference: the first stretch that it speaks
	apposed    map[int32]int32 // by reference: whom the role beside a name means
}

// refsPerTrack is how many references there are, about, for each person who has no name.
const refsPerTrack = 8

// newTracker returns the state before the first reference.
func (s *Scene) newTracker(quotations []Quotation) *tracker {
	t := &tracker{
		Scene: s, all: append(make([]Entity, 0, len(s.Entities)+len(s.Refs)/refsPerTrack), s.Entities...),
		tracks: make([]track, len(s.Entities), len(s.Entities)+len(s.Refs)/refsPerTrack), speakers: make([]int32, len(s.Stretches)), heard: None,
		quotations: quotations, speakerOf: map[int32]int32{}, apposed: s.appositions(),
	}
	for i := range t.tracks {
		t.tracks[i] = unmet
	}
	for i := range t.speakers {
		t.speakers[i] = None
	}
	for _, q := range quotations {
		if q.Speaker != None {
			t.speakers[q.Stretch] = s.Refs[q.Speaker].Entity
			if _, ok := t.speakerOf[q.Speaker]; !ok {
				t.speakerOf[q.Speaker] = q.Stretch
			}
		}
	}
	return t
}

// spoke notes that the quotations which reference i speaks are the words of entity.
func (t *tracker) spoke(i, entity int32) {
	for t.next < len(t.quotations) && int(t.Refs[i].Start) > t.Stretches[t.quotations[t.next].Stretch].End+maxSpoken {
		t.next++
	}
	for k := t.next; k < len(t.quotations) && k < t.next+maxSame; k++ {
		if t.quotations[k].Speaker == i {
			t.speakers[t.quotations[k].Stretch] = entity
		}
	}
	if k, ok := t.speakerOf[i]; ok {
		t.heard = max(t.heard, k)
	}
}

// unmet is the track of an entity that nothing has meant so far.
var unmet = track{last: None, lastName: None, pronoun: None, subject: None, said: None, outside: None, topic: None, opening: None}

// introduce adds somebody whom r describes and who has no name.
func (t *tracker) introduce(r *Ref) int32 {
	e := Entity{Mentions: 1}
	switch {
	case r.Class.Has(lexis.Thing | lexis.Plural):
		e.Type = Body
	case r.Class.Has(lexis.Male):
		e.Type, e.Male = Person, 7
	case r.Class.Has(lexis.Female):
		e.Type, e.Male = Person, 1
	}
	t.all, t.tracks = append(t.all, e), append(t.tracks, unmet)
	return int32(len(t.all) - 1) //nolint:gosec // fewer than bytes
}

// apposition is the probability that a role beside a name, after a comma, means the person named.
const apposition = .95

// appositions returns whom descriptions mean that stand beside a name, by reference.
func (s *Scene) appositions() map[int32]int32 {
	found := map[int32]int32{}
	for i := range s.Refs {
		if r := &s.Refs[i]; r.Kind == Named && r.Entity != None && s.Entities[r.Entity].Type == Person {
			if a := s.beside(i); a >= 0 {
				found[a] = r.Entity
			}
		}
	}
	return found
}

// move goes on to reference r.
func (t *tracker) move(r *Ref) {
	for int(t.stretch) < len(t.Stretches) && t.Stretches[t.stretch].End <= int(r.Start) {
		if t.speakers[t.stretch] != None {
			t.heard = t.stretch
		}
		t.stretch++
	}
}

// mention notes that reference i means entity.
func (t *tracker) mention(i, entity int32) {
	e := &t.tracks[entity]
	r := &t.Refs[i]
	e.last = i
	e.count++
	t.count++
	switch r.Kind {
	case Named:
		e.lastName, e.since = i, 0
		if r.Entity != None {
			t.describe(e, r)
		}
	case Pronoun:
		e.pronoun = i
		e.since++
		e.he += int32(oneIf(r.Class.Has(lexis.Male)))
		e.she += int32(oneIf(r.Class.Has(lexis.Female)))
	case Description:
		e.words |= t.bit(r.Head)
	}
	if !r.Inner && t.verbal(r.Tip) == 2 {
		e.subject = i
	}
	if t.says(r) {
		e.said = i
	}
	if !r.Quoted && !r.Inner {
		t.place(e, i)
	}
	k := 0
	for k < len(t.recent) && t.recent[k] != entity {
		k++
	}
	if k == len(t.recent) {
		if k == maxRecent {
			k--
		} else {
			t.recent = append(t.recent, entity)
		}
	}
	copy(t.recent[1:k+1], t.recent[:k])
	t.recent[0] = entity
}

// place notes where reference i, which means the entity of e, stands outside stretches.
func (t *tracker) place(e *track, i int32) {
	r := &t.Refs[i]
	e.outside = i
	if r.Order != 0 || t.prepositionBefore(r) == 1 {
		return
	}
	e.topic = i
	if r.Sentence == 0 || t.block[r.Sentence-1] != t.block[r.Sentence] || t.Refs[t.firstRef[r.Sentence]].Quoted {
		e.opening = i
	}
}

// says reports whether a verb of saying stands right beside r, which is its subject.
func (t *tracker) says(r *Ref) bool {
	if v := r.Tip; !r.Inner && int(v) < len(t.Words) && t.gap(v) == " " && t.parts[v].Cue >= 4 && t.parts[v].Verb >= 5 {
		return true
	}
	_, before := t.verbBefore(r)
	return before
}

// describe adds the words of the role before name r, of an apposition after it, and of a body's own name.
func (t *tracker) describe(e *track, r *Ref) {
	from := r.Title
	if t.Entities[r.Entity].Type == Body {
		from, _ = r.First, 0
		for k := r.First; k < r.Tip; k++ {
			e.words |= t.bit(k)
		}
	}
	for k := from; k < r.First; k++ {
		e.words |= t.bit(k)
	}
	for k := t.refFrom(int(r.End)); int(k) < len(t.Refs) && k < e.last+4; k++ {
		if a := &t.Refs[k]; a.Kind == Description && int(a.Start) <= int(r.End)+2 && strings.HasPrefix(t.Clean[r.End:], ", ") {
			e.words |= t.bit(a.Head)
		}
	}
}

// bit is the bit of word i in a set of words, in whatever case it is written.
func (t *tracker) bit(i int32) uint64 {
	h := fnv.Start32
	w := t.Words[i].Of(t.Clean)
	for k := range min(len(w), 24) {
		c := w[k]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		h = fnv.Add32(h, uint32(c))
	}
	return 1 << ((h ^ h>>13) % 64)
}

// learnSexes grades persons whose names do not say their sex by the pronouns that mean them, and reports whether there are any.
func (t *tracker) learnSexes() bool {
	learnt := false
	for i := range t.Entities {
		e, k := &t.Entities[i], &t.tracks[i]
		if e.Type != Person || e.Male != 0 {
			continue
		}
		switch {
		case k.he >= minSexed && k.he > sexedBy*k.she:
			e.Male = 6
		case k.she >= minSexed && k.she > sexedBy*k.he:
			e.Male = 2
		default:
			continue
		}
		learnt = true
	}
	return learnt
}

// How many pronouns of one sex show it, and how many times as many as of the other.
const (
	minSexed = 2
	sexedBy  = 3
)
