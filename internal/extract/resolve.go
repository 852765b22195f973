package extract

import (
	"iter"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// resolver ties names to entities. It sees all names twice: first meet, then resolve.
type resolver struct {
	clean    string
	entities []Entity
	votes    []votes // for the class of each entity
	byName   map[string]int
	surnames map[string]*namesakes
	omitted  int // names that would have made an entity, had there been room
}

// votes are the sums of the confidence of the names of an entity, by class.
type votes [classLaw + 1]int

// namesakes are the persons of one surname.
type namesakes struct {
	first int   // the entity of the one whose full name stands first
	many  bool  // there are others
	last  int   // the entity of the one who was named last, in full; none before any was
	block int32 // the block in which that was
}

// none says that there is no such entity.
const none = -1

func newResolver(clean string) *resolver {
	return &resolver{clean: clean, byName: map[string]int{}, surnames: map[string]*namesakes{}}
}

// meet makes an entity of a name that is new, and counts for which class it speaks.
func (r *resolver) meet(n *name) {
	if k := r.entity(n.full(r.clean)); k != none {
		r.votes[k][n.class] += int(n.confidence)
	}
}

// decide settles the class of every entity, one for all its mentions, and who shares a surname: a surname that stands alone
// before the full name is then understood too.
func (r *resolver) decide() {
	for k := range r.entities {
		best := tagger.Person
		for c := tagger.Person; c <= classLaw; c++ {
			if r.votes[k][c] > r.votes[k][best] {
				best = c
			}
		}
		e := &r.entities[k]
		e.Type = entityTypes[best]
		if e.Type != Person {
			continue
		}
		for tail := range tails(e.Name) {
			if s := r.surnames[tail]; s != nil {
				switch other := r.entities[s.first].Name; {
				case strings.HasSuffix(other, " "+e.Name): // "Van Dam", who is "Jo Van Dam"
				case strings.HasSuffix(e.Name, " "+other):
					s.first = k
				default:
					s.many = true
				}
				continue
			}
			r.surnames[tail] = &namesakes{first: k, last: none}
		}
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
// A surname is that of the only person in the document who has it. Of several it is that of the one whose full name stood
// last, but only within the paragraph: further away nothing says which is meant, and the surname is an entity of its own.
func (r *resolver) resolve(n *name) int {
	full := n.full(r.clean)
	own, known := r.byName[full]
	if !known {
		return none
	}
	s := r.surnames[full]
	if s == nil || s.first == own {
		for tail := range tails(full) {
			if s := r.surnames[tail]; s != nil && r.entities[own].Type == Person {
				s.last, s.block = own, n.block
			}
		}
		return own
	}
	if n.class != tagger.Person && n.confidence >= sure {
		return own
	}
	switch {
	case !s.many:
		return s.first
	case s.last != none && s.block == n.block:
		return s.last
	}
	r.entities[own].Type = Person
	return own
}

// entity returns the entity called full, which is made if it is new; none if there is no room for it.
func (r *resolver) entity(full string) int {
	if k, known := r.byName[full]; known {
		return k
	}
	if len(r.entities) >= MaxEntities {
		r.omitted++
		return none
	}
	r.byName[full] = len(r.entities)
	r.entities = append(r.entities, Entity{Name: full})
	r.votes = append(r.votes, votes{})
	return len(r.entities) - 1
}

// maxTail is the most words of a name that may stand for the whole: "Van der Berg".
const maxTail = 3

// tails yields the ends of a name of several words that may stand for it: the surname, and the surname with the words before it,
// but for the first name. What follows a surname ("Jr.") is no part of it.
func tails(full string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := strings.LastIndexByte(full, ' '); i > 0 && suffixes[full[i+1:]]; i = strings.LastIndexByte(full, ' ') {
			full = strings.TrimRight(full[:i], ",")
		}
		at := len(full)
		for range maxTail {
			if at = strings.LastIndexByte(full[:at], ' '); at < 0 || !yield(full[at+1:]) {
				return
			}
		}
	}
}

// suffixes follow the surname in a full name.
var suffixes = set("Jr Jr. Sr Sr. II III IV Esq Esq.")
