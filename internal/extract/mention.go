package extract

import (
	"cmp"
	"slices"

	"github.com/copydesk/copydesk/internal/extract/speech"
	"github.com/copydesk/copydesk/internal/text"
)

// MentionKind is the form in which a mention refers to its entity.
type MentionKind uint8

// The forms.
const (
	ByName MentionKind = iota + 1
	ByTitle
	ByPronoun
	ByDescription
)

const (
	// maxRoles is the most roles of one entity.
	maxRoles = 32

	// clearMeaning is the probability from which on a pronoun or a description is listed as a mention.
	clearMeaning = .6
)

// describeEntities adds to the entities the forms of their mentions and their roles, and, if they are asked for, the pronouns and
// descriptions that mean them.
func (x *extraction) describeEntities() error {
	if err := x.formMentions(); err != nil {
		return err
	}
	roles, err := x.scene.Roles(nil, x.pace)
	if err != nil {
		return err
	}
	for _, r := range roles {
		e := &x.facts.Entities[r.Entity]
		words := r.Span.Of(x.d.Clean)
		if len(e.Roles) < maxRoles && !slices.ContainsFunc(e.Roles, func(m Mention) bool { return m.Text == words }) {
			e.Roles = append(e.Roles, Mention{Text: words, Place: placeOf(x.d, r.Span), Kind: ByDescription})
		}
	}
	if !x.o.Features.Has(References) {
		return nil
	}
	return x.addReferences()
}

// formMentions says of each mention whether a title stands before it.
func (x *extraction) formMentions() error {
	next := make([]int, len(x.facts.Entities))
	for i := range x.scene.Refs {
		if err := x.pace.Step(wordWork); err != nil {
			return err
		}
		r := &x.scene.Refs[i]
		if r.Entity == speech.None {
			continue
		}
		mentions := x.facts.Entities[r.Entity].Mentions
		start := int(x.words[r.First].Start)
		k := next[r.Entity]
		for k < len(mentions) && mentions[k].Place.Clean.Start < start {
			k++
		}
		if next[r.Entity] = k; k < len(mentions) && mentions[k].Place.Clean.Start == start && x.scene.IsTitled(r) {
			mentions[k].Kind = ByTitle
		}
	}
	return nil
}

// addReferences adds the pronouns and descriptions whose meaning is clear to the mentions.
func (x *extraction) addReferences() error {
	changed := map[int32]bool{}
	for _, a := range x.meanings {
		if err := x.pace.Step(nameWork); err != nil {
			return err
		}
		if a.Confidence < clearMeaning {
			continue
		}
		if x.mentions >= MaxMentions {
			x.facts.Omitted.Mentions++
			continue
		}
		x.mentions++
		r := &x.scene.Refs[a.Ref]
		s := text.Span{Start: int(r.Start), End: int(r.End)}
		kind := ByPronoun
		if r.Kind == speech.Description {
			kind = ByDescription
		}
		e := &x.facts.Entities[a.Entity]
		e.Mentions = append(e.Mentions, Mention{Text: s.Of(x.d.Clean), Place: placeOf(x.d, s), Kind: kind, Confidence: a.Confidence})
		changed[a.Entity] = true
	}
	for e := range changed {
		slices.SortFunc(x.facts.Entities[e].Mentions, func(a, b Mention) int { return cmp.Compare(a.Place.Clean.Start, b.Place.Clean.Start) })
	}
	return nil
}
