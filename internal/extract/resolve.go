package extract

import "strings"

// resolver ties names to entities. It sees all names twice: first meet, then resolve.
type resolver struct {
	clean    string
	entities []Entity
	byName   map[string]int
	surnames map[string]*namesakes
	omitted  int // names that would have made an entity, had there been room
}

// namesakes are the persons of one surname.
type namesakes struct {
	first int   // the entity of the one whose full name stood first
	many  bool  // there are others
	last  int   // the entity of the one who was named last, in full; none before any was
	block int32 // the block in which that was
}

// none says that there is no such entity.
const none = -1

func newResolver(clean string) *resolver {
	return &resolver{clean: clean, byName: map[string]int{}, surnames: map[string]*namesakes{}}
}

// meet makes an entity of a name of several words, and counts who shares a surname: a surname that stands alone before the
// full name is then understood too.
func (r *resolver) meet(n *name) {
	full := n.full(r.clean)
	surname := surnameOf(full)
	if surname == "" {
		return
	}
	if _, known := r.byName[full]; known {
		return
	}
	k := r.entity(full, n.class(full))
	if k == none || r.entities[k].Type != Person {
		return
	}
	if s := r.surnames[surname]; s != nil {
		s.many = true
		return
	}
	r.surnames[surname] = &namesakes{first: k, last: none}
}

// resolve returns the entity that n names; none if it names nothing, or there was no room for it. Names must come in order.
//
// A surname is that of the only person in the document who has it. Of several it is that of the one whose full name stood
// last, but only within the paragraph: further away nothing says which is meant, and the surname is an entity of its own.
func (r *resolver) resolve(n *name) int {
	full := n.full(r.clean)
	if surname := surnameOf(full); surname != "" {
		k := r.entity(full, n.class(full))
		if s := r.surnames[surname]; s != nil && k != none && r.entities[k].Type == Person {
			s.last, s.block = k, n.block
		}
		return k
	}
	if s := r.surnames[full]; s != nil {
		switch {
		case !s.many:
			return s.first
		case s.last != none && s.block == n.block:
			return s.last
		default:
			return r.entity(full, Person)
		}
	}
	if k, known := r.byName[full]; known {
		return k
	}
	class := n.class(full)
	if class == Other {
		return none // a capital alone proves nothing
	}
	return r.entity(full, class)
}

// entity returns the entity called full, which is made and gets class if it is new.
func (r *resolver) entity(full string, class EntityType) int {
	if k, known := r.byName[full]; known {
		return k
	}
	if len(r.entities) >= MaxEntities {
		r.omitted++
		return none
	}
	r.byName[full] = len(r.entities)
	r.entities = append(r.entities, Entity{Type: class, Name: full})
	return len(r.entities) - 1
}

// surnameOf is the last word of a name of several; empty for a name of one.
func surnameOf(full string) string {
	i := strings.LastIndexByte(full, ' ')
	if i < 0 {
		return ""
	}
	return full[i+1:]
}
