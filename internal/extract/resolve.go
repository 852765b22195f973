package extract

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// resolver ties names to entities. It sees all names twice: first meet, then resolve.
type resolver struct {
	clean    string
	entities []Entity
	votes    []votes // for the class of each entity
	same     []int   // by entity: the one that it is a variant of; itself if none
	sexes    []sex   // by entity, of persons
	byName   map[string]int
	surnames map[string]*namesakes
	bodies   map[string]*namesakes // organisations by a short form of their names
	omitted  int                   // names that would have made an entity, had there been room
}

// votes are the sums of the confidence of the names of an entity, by class.
type votes [classLaw + 1]int32

// none says that there is no such entity.
const none = -1

// newResolver returns a resolver for at most count names of clean.
func newResolver(clean string, count int) *resolver {
	count = min(count, MaxEntities)
	return &resolver{
		clean: clean, byName: map[string]int{}, surnames: map[string]*namesakes{}, bodies: map[string]*namesakes{},
		entities: make([]Entity, 0, count), votes: make([]votes, 0, count), same: make([]int, 0, count), sexes: make([]sex, 0, count),
	}
}

// meet makes an entity of a name that is new, and counts for which class it speaks.
func (r *resolver) meet(n *name) {
	if k := r.entity(r.key(n)); k != none {
		r.votes[k][n.class] += int32(n.confidence)
	}
}

// key is the name by which n is known: a surname after "Mr." or "Mrs." is not the same as the surname alone.
func (r *resolver) key(n *name) string {
	full := n.full(r.clean)
	if s := titleSex(r.clean, n); s != 0 && n.class == tagger.Person && strings.IndexByte(full, ' ') < 0 {
		return full + titledKeys[s]
	}
	return full
}

// titledKeys are added to the surnames of persons with a title.
var titledKeys = [...]string{male: "\x00m", female: "\x00f"}

// decide settles the class of every entity, one for all its mentions, which entities are variants of one name, and who shares a
// surname: a surname that stands alone before the full name is then understood too.
func (r *resolver) decide() {
	r.foldCase()
	for k := range r.entities {
		if c := r.canonical(k); c != k {
			r.entities[k].Type = r.entities[c].Type
			continue
		}
		best := tagger.Person
		for c := tagger.Person; c <= classLaw; c++ {
			if r.votes[k][c] > r.votes[k][best] {
				best = c
			}
		}
		r.entities[k].Type = entityTypes[best]
	}
	r.findPersons()
	r.shout()
	r.findBodies()
	r.findKnown()
	for k := range r.entities {
		if c := r.canonical(k); c != k && longer(r.entities[k].Name, r.entities[c].Name) {
			r.entities[c].Name = r.entities[k].Name
		}
	}
	r.findNations()
}

// longer reports whether name a is a fuller form than b.
func longer(a, b string) bool {
	if n, m := strings.Count(a, " "), strings.Count(b, " "); n != m {
		return n > m
	}
	return len(a) > len(b)
}

// canonical returns the entity that k is a variant of, or k.
func (r *resolver) canonical(k int) int {
	for r.same[k] != k {
		k = r.same[k]
	}
	return k
}

// merge makes entities a and b one; the one met first counts.
func (r *resolver) merge(a, b int) {
	a, b = r.canonical(a), r.canonical(b)
	switch {
	case a < b:
		r.same[b] = a
	case b < a:
		r.same[a] = b
	}
}

var entityTypes = [...]EntityType{
	tagger.Person: Person, tagger.Organization: Organization, tagger.Location: Location,
	classNationality: Nationality, classEvent: Event, classWork: Work, classProduct: Product, classLaw: Law,
}

// sure is the confidence in hundredths from which on a place or an organisation is not taken for a person of the same name.
const sure = 80

// resolve returns the entity that n names; none if there was no room for it. Names must come in order.
//
// A surname is that of the only person in the document who has it and whose sex fits the title. Of several it is that of the one
// who was named last, in full or with a title, within the paragraph; else that of the one whom the document has named much more often
// than the others so far. Where neither says which is meant, the surname is an entity of its own.
func (r *resolver) resolve(n *name) int {
	key := r.key(n)
	own, known := r.byName[key]
	if !known {
		return none
	}
	own = r.canonical(own)
	full, _, hasTitle := strings.Cut(key, "\x00")
	titled := sex(0)
	if hasTitle {
		titled = titleSex(r.clean, n)
	}
	if r.entities[own].Type == Organization {
		return r.resolveBody(full, own, n)
	}
	s := r.surnames[full]
	if s == nil || len(s.all) == 1 && int(s.all[0]) == own && titled == 0 {
		r.named(full, own, n)
		return own
	}
	if n.class != tagger.Person && n.confidence >= sure {
		return own
	}
	return r.namesake(s, full, own, titled, n)
}

// entity returns the entity with the given key, which is made if it is new; none if there is no room for it.
func (r *resolver) entity(key string) int {
	if k, known := r.byName[key]; known {
		return k
	}
	if len(r.entities) >= MaxEntities {
		r.omitted++
		return none
	}
	k := len(r.entities)
	r.byName[key] = k
	display, mark, titled := strings.Cut(key, "\x00")
	s := sex(0)
	switch {
	case titled && mark == "m":
		s = male
	case titled:
		s = female
	}
	r.entities, r.same, r.sexes = append(r.entities, Entity{Name: display}), append(r.same, k), append(r.sexes, s)
	r.votes = append(r.votes, votes{})
	return k
}
