package extract

import (
	"cmp"
	"maps"
	"slices"

	"github.com/copydesk/copydesk/internal/extract/tagger"
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
	Event
	Work
	Product
	Nationality // or a religion, or a political group
	Law
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

	// Confidence is the probability that the words are a name of that class, or that a pronoun or description means the entity, in
	// (0, 1], to two places.
	Confidence float32

	// Kind is the form of the reference.
	Kind MentionKind
}

// findEntities lists the names of the clean text, each entity once, in the order of their first mention. It finds none in languages
// that the tagger does not know.
func (x *extraction) findEntities() error {
	if !x.isEnglish() {
		return nil
	}
	f := nameFinders.Get()
	defer f.release()
	if err := x.findNames(f); err != nil {
		return err
	}
	if err := x.dropTerms(f); err != nil {
		return err
	}
	var short acronyms
	for i := range f.names {
		short.meet(x.d.Clean, &f.names[i])
	}
	r := newResolver(x.d.Clean, len(f.names))
	for i := range f.names {
		if class, ok := short[f.names[i].span().Of(x.d.Clean)]; ok {
			f.names[i].class = class
		}
		if err := x.pace.Step(nameWork); err != nil {
			return err
		}
		r.meet(&f.names[i])
	}
	for _, word := range slices.Sorted(maps.Keys(short)) {
		if k := r.entity(word); k != none {
			r.votes[k][short[word]]++
		}
	}
	r.decide()
	if err := x.recall(f, r, short); err != nil {
		return err
	}
	if err := x.listMentions(f, r); err != nil {
		return err
	}
	x.facts.Omitted.Entities = r.omitted
	x.facts.Entities = slices.DeleteFunc(r.entities, func(e Entity) bool { return len(e.Mentions) == 0 })
	slices.SortStableFunc(x.facts.Entities, func(a, b Entity) int {
		return cmp.Compare(a.Mentions[0].Place.Clean.Start, b.Mentions[0].Place.Clean.Start)
	})
	return nil
}

// nameWork is what one name counts in the bytes of text.Pace: a name costs as much as some hundred bytes that are only read.
const nameWork = 128

// listMentions ties each name to its entity, and lists the mentions of all entities in one piece of memory: a text may be nothing but
// names of one person, and lists that grow would take five times as much.
func (x *extraction) listMentions(f *nameFinder, r *resolver) error {
	f.meant = slices.Grow(f.meant[:0], len(f.names))
	for i := range f.names {
		if err := x.pace.Step(nameWork); err != nil {
			return err
		}
		k := r.resolve(&f.names[i])
		switch {
		case k == none:
		case x.mentions >= MaxMentions:
			x.facts.Omitted.Mentions++
			k = none
		default:
			x.mentions++
		}
		f.meant = append(f.meant, int32(k))
	}
	counts := make([]int, len(r.entities))
	for _, k := range f.meant {
		if k != none {
			counts[k]++
		}
	}
	room := make([]Mention, x.mentions)
	for k, n := range counts {
		r.entities[k].Mentions, room = room[:0:n], room[n:]
	}
	for i, k := range f.meant {
		if k == none {
			continue
		}
		n, e := &f.names[i], &r.entities[k]
		s := n.span()
		e.Mentions = append(e.Mentions, Mention{s.Of(x.d.Clean), placeOf(x.d, s), float32(n.confidence) / 100, ByName})
	}
	return nil
}

// recall finds names that the tagger missed in one place and was sure of in another: capitalised words that are the surname of
// a person, an acronym of a name, or a name of one word, elsewhere in the document.
func (x *extraction) recall(f *nameFinder, r *resolver, short acronyms) error {
	found := f.names
	next := 0 // the first name that does not end before the word
	err := x.eachSentence(func(block int32, words []text.Word) {
		for i, w := range words {
			for next < len(found) && found[next].end <= w.Start {
				next++
			}
			if next < len(found) && found[next].start < w.End || !w.Shape.Has(text.Capital) {
				continue
			}
			n, ok := x.known(r, words, i)
			if class, is := short[w.Of(x.d.Clean)]; is {
				n, ok = name{start: w.Start, end: w.End, class: class, confidence: recalled}, true
			}
			if ok {
				n.block = block
				f.names = append(f.names, n)
			}
		}
	})
	slices.SortFunc(f.names, func(a, b name) int { return cmp.Compare(a.start, b.start) })
	return err
}

// recalled is the confidence in hundredths of a name that is known from another place only.
const recalled = 70

// known returns word i as a name, if it is one elsewhere. A word beside another capital may be a part of some other name.
func (x *extraction) known(r *resolver, words []text.Word, i int) (name, bool) {
	w := words[i]
	if i > 0 && x.adjoin(words[i-1], w) || i+1 < len(words) && x.adjoin(w, words[i+1]) {
		return name{}, false
	}
	word := w.Of(x.d.Clean)
	if s := r.surnames[word]; s != nil {
		r.entity(word)
		return name{start: w.Start, end: w.End, class: tagger.Person, confidence: recalled}, true
	}
	k, ok := r.byName[word]
	if !ok {
		return name{}, false
	}
	class, sum := r.votes[k].only()
	if sum >= 2*sure || sum >= likely && i > 0 {
		return name{start: w.Start, end: w.End, class: class, confidence: recalled}, true
	}
	return name{}, false
}

// likely is the confidence in hundredths from which on a name makes the same word a name in other places, but not at the beginning of
// a sentence, where any word has a capital.
const likely = 50

// only returns the class with most votes, and their sum; none if there are votes for another of the tagger's classes, unless it is sure.
func (v *votes) only() (class tagger.Class, sum int32) {
	others := int32(0)
	for c := tagger.Person; c <= tagger.Location; c++ {
		if v[c] > sum {
			class, sum, others = c, v[c], others+sum
		} else {
			others += v[c]
		}
	}
	if others > 0 && sum < 2*sure {
		return 0, 0
	}
	return class, sum
}

// adjoin reports whether two words are both capitalised, with a space between.
func (x *extraction) adjoin(a, b text.Word) bool {
	return a.Shape.Has(text.Capital) && b.Shape.Has(text.Capital) && x.d.Clean[a.End:b.Start] == " "
}
