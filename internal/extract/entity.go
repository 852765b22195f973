package extract

import (
	"sort"

	"github.com/copydesk/copydesk/internal/text"
)

// EntityType is the class of a named thing.
type EntityType int

// The classes.
const (
	Person EntityType = iota + 1
	Organization
	Location
	Other
)

// Entity is one named thing with all places where the document names it.
type Entity struct {
	Type EntityType

	// Name is the fullest form in the document, without titles.
	Name string

	// Mentions are the places, in order, without titles.
	Mentions []Mention

	// Roles are the functions in which it is presented.
	Roles []Mention
}

// Mention is one place.
type Mention struct {
	Text  string
	Place Place
}

// findEntities lists the names of the clean text, each entity once. Names in headings are left out: their capitals prove
// nothing.
func (x *extraction) findEntities() error {
	names, err := x.findNames()
	if err != nil {
		return err
	}
	r := newResolver(x.d.Clean)
	for i := range names {
		if err := x.pace.Step(nameWork); err != nil {
			return err
		}
		r.meet(&names[i])
	}
	for i := range names {
		if err := x.pace.Step(nameWork); err != nil {
			return err
		}
		if k := r.resolve(&names[i]); k >= 0 {
			x.mention(&r.entities[k], names[i].span())
		}
	}
	x.facts.Omitted.Entities = r.omitted
	for i := range r.entities {
		if len(r.entities[i].Mentions) > 0 {
			x.facts.Entities = append(x.facts.Entities, r.entities[i])
		}
	}
	sort.SliceStable(x.facts.Entities, func(i, j int) bool {
		return x.facts.Entities[i].Mentions[0].Place.Clean.Start < x.facts.Entities[j].Mentions[0].Place.Clean.Start
	})
	return nil
}

// nameWork is what one name counts in the bytes of text.Pace: a name costs as much as some hundred bytes that are only read.
const nameWork = 128

// mention adds a mention to e.
func (x *extraction) mention(e *Entity, s text.Span) {
	if x.mentions >= MaxMentions {
		x.facts.Omitted.Mentions++
		return
	}
	x.mentions++
	e.Mentions = append(e.Mentions, Mention{s.Of(x.d.Clean), placeOf(x.d, s)})
}
