package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// Antecedent is what a pronoun or a description means.
type Antecedent struct {
	Ref    int32 // its position in Scene.Refs
	Entity int32

	// Confidence is the probability that it means the entity, in (0, 1).
	Confidence float32
}

const (
	maxRecent  = 12 // entities among which the meaning of a pronoun is looked for
	maxMeaning = 10 // how many sentences back they may have been mentioned
)

// Meaning hears of the choices for a reference, for a command that learns from them.
type Meaning interface {
	// Entity hears the features of entity as the meaning of reference ref.
	Entity(ref, entity int32, x []int16)

	// Rank hears the log-odds that the model gives to the entity heard last.
	Rank(odds float64)

	// Means returns what reference ref means, and whether that is known.
	Means(ref int32) (entity int32, known bool)

	// Introduces hears that reference ref means somebody new, who has no name and is given the number entity.
	Introduces(ref, entity int32)
}

// Resolve appends to dst what pronouns and descriptions mean. Of each reference the most likely entity is given, however unlikely.
// With a listener, which may come without a model, later choices follow its answers.
func (s *Scene) Resolve(dst []Antecedent, quotations []Quotation, m *Model, l Meaning, pace *text.Pace) ([]Antecedent, error) {
	n := len(dst)
	dst, again, err := s.resolve(dst, quotations, m, l, pace)
	if err != nil || !again {
		return dst, err
	}
	dst, _, err = s.resolve(dst[:n], quotations, m, l, pace)
	return dst, err
}

// resolve is Resolve. It reports whether it has learnt the sex of somebody from the pronouns.
func (s *Scene) resolve(dst []Antecedent, quotations []Quotation, m *Model, l Meaning, pace *text.Pace) (out []Antecedent, again bool, err error) {
	t := s.newTracker(quotations)
	for i := range int32(len(s.Refs)) { //nolint:gosec // fewer than bytes
		if err := pace.Step(refWork); err != nil {
			return dst, false, err
		}
		r := &s.Refs[i]
		t.move(r)
		a := t.answer(i, m, l)
		if a.Confidence > 0 && int(a.Entity) < len(s.Entities) {
			dst = append(dst, a)
		}
		entity := t.decide(i, a, l)
		if entity != None {
			t.mention(i, entity)
			t.spoke(i, entity)
		}
	}
	return t.selves(dst, quotations), m != nil && t.learnSexes(), nil
}

// decide returns the entity that reference i is taken to mean from now on, of which a is the model's answer; None if it means nobody.
func (t *tracker) decide(i int32, a Antecedent, l Meaning) int32 {
	r := &t.Refs[i]
	entity := r.Entity
	if entity == None && a.Confidence >= followed {
		entity = a.Entity
	}
	if l != nil && entity == None && meaningful(r) {
		if means, known := l.Means(i); known {
			entity = means
		}
	}
	if entity == None && (r.Kind == Named || r.Kind == Description && meaningful(r)) {
		entity = t.introduce(r)
		if l != nil {
			l.Introduces(i, entity)
		}
	}
	return entity
}

// answer returns what reference i means, with no confidence if nothing can be said.
func (t *tracker) answer(i int32, m *Model, l Meaning) Antecedent {
	r := &t.Refs[i]
	if e, ok := t.apposed[i]; ok {
		return Antecedent{i, e, apposition}
	}
	if r.Entity != None || !meaningful(r) || t.indefinite(r) {
		return Antecedent{i, None, 0}
	}
	best, odds, second := t.choose(i, m, l)
	if best == None || m == nil {
		return Antecedent{i, None, 0}
	}
	return Antecedent{i, best, confidence(m.sure[3:], odds, second)}
}

// selves appends "I" and "my" in quotations: they mean the speaker.
func (t *tracker) selves(dst []Antecedent, quotations []Quotation) []Antecedent {
	for _, q := range quotations {
		stretch := t.Stretches[q.Stretch]
		e := t.speakers[q.Stretch]
		if e == None || int(e) >= len(t.Entities) || t.Entities[e].Type != Person {
			continue
		}
		for i := t.refFrom(stretch.Start); int(i) < len(t.Refs) && int(t.Refs[i].Start) < stretch.End; i++ {
			if r := &t.Refs[i]; r.Class.Has(lexis.First) && singular[strings.ToLower(t.Words[r.First].Of(t.Clean))] {
				dst = append(dst, Antecedent{i, e, q.Confidence})
			}
		}
	}
	return dst
}

// singular are the pronouns of one who speaks.
var singular = map[string]bool{"i": true, "me": true, "my": true, "myself": true}

const (
	refWork   = 2 << 10 // what one reference counts in the bytes of text.Pace
	maxSpoken = 2000    // how far from a stretch its speaker stands, in bytes
	maxSame   = 8       // how many stretches one reference speaks
	followed  = .5      // from which probability on later choices build on a choice
)

// meaningful reports whether r is a reference whose meaning is looked for.
func meaningful(r *Ref) bool {
	switch r.Kind {
	case Pronoun:
		return r.Class.Has(lexis.Male | lexis.Female | lexis.Plural | lexis.Thing)
	case Description:
		return r.Grade > 0 || r.Class.Has(lexis.Male|lexis.Female)
	case Named:
	}
	return false
}

// indefinite reports whether r presents somebody new: "a spokesman".
func (t *tracker) indefinite(r *Ref) bool {
	c := t.parts[r.First].Class
	return r.Kind == Description && c.Has(lexis.Determiner) && !c.Has(lexis.Possessive|lexis.Relative) && !definite[strings.ToLower(t.Words[r.First].Of(t.Clean))]
}

// definite are determiners before what is known already.
var definite = map[string]bool{"the": true, "this": true, "these": true, "those": true, "both": true}

// rival is what is known of one of the recent entities as the meaning of a reference.
type rival struct {
	fit   int16
	named bool // in the words that the reference speaks
}

// choose returns the entity that reference i means most likely, the log-odds of that, and those of the second.
func (t *tracker) choose(i int32, m *Model, l Meaning) (best int32, odds, second float64) {
	best, odds, second = None, lowest, lowest
	r := &t.Refs[i]
	var all [maxRecent]rival
	rank, fitting := int16(0), int16(0)
	for k, e := range t.recent {
		if all[k].fit = t.fits(r, e); all[k].fit != misfit {
			all[k].named = t.named(i, e)
			fitting++
		}
	}
	for k, e := range t.recent {
		if r.Sentence-t.Refs[t.tracks[e].last].Sentence > maxMeaning {
			break
		}
		if all[k].fit == misfit {
			continue
		}
		x := t.meaning(r, e, all[k].fit)
		x[meaningRank], x[meaningRivals] = rank, fitting
		t.compare(k, all[:len(t.recent)], x)
		rank++
		if l != nil {
			l.Entity(i, e, x)
		}
		if m == nil {
			continue
		}
		o := m.meanings.Score(x)
		if l != nil {
			l.Rank(o)
		}
		if o > odds {
			best, odds, second = e, o, odds
		} else {
			second = max(second, o)
		}
	}
	return best, odds, second
}

// compare fills in the features that compare the recent entity k with the others that fit.
func (t *tracker) compare(k int, all []rival, x []int16) {
	own := &t.tracks[t.recent[k]]
	x[meaningSelf] = oneIf(all[k].named)
	for n, other := range t.recent {
		if n == k || all[n].fit == misfit {
			continue
		}
		o := &t.tracks[other]
		x[meaningNewer] += oneIf(o.outside > own.outside)
		x[meaningNewTopics] += oneIf(o.topic > own.topic)
		x[meaningOthersSelf] += oneIf(all[n].named)
	}
}

// named reports whether entity e is named in the words that reference i speaks.
func (t *tracker) named(i, e int32) bool {
	k, ok := t.speakerOf[i]
	return ok && int(e) < len(t.Entities) && t.names(t.Stretches[k].Start, t.Stretches[k].End, e)
}

// How a reference fits an entity.
const (
	misfit = iota
	unsure
	fit
)

// fits reports whether sex and number of reference r fit entity e.
func (t *tracker) fits(r *Ref, e int32) int16 {
	entity := &t.all[e]
	person := entity.Type == Person || entity.Type == Unknown
	switch c := r.Class; {
	case c.Has(lexis.Male | lexis.Female):
		if !person {
			return misfit
		}
		male := entity.Male
		if c.Has(lexis.Female) {
			male = (8 - male) % 8
		}
		switch {
		case male >= 6:
			return fit
		case male == 0 || male >= 3:
			return unsure
		}
		return misfit
	case c.Has(lexis.Thing):
		if entity.Type == Person {
			return misfit
		}
		return fit
	case c.Has(lexis.Plural): // after "they", and descriptions of several
		if entity.Type == Person {
			return misfit
		}
		return unsure
	}
	return unsure
}
