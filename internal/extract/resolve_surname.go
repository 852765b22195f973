package extract

import "strings"

// namesakes are the persons of one surname, or the organisations of one short form.
type namesakes struct {
	all   []int32 // the first of them, in the order of their full names
	met   []int32 // how often each of all has been named so far
	last  int     // the one who was named last, in full; none before any was
	block int32   // the block in which that was
}

// maxNamesakes is how many persons of one surname are distinguished.
const maxNamesakes = 8

// add adds entity k.
func (s *namesakes) add(k int) {
	for _, other := range s.all {
		if int(other) == k {
			return
		}
	}
	if len(s.all) < maxNamesakes {
		s.all, s.met = append(s.all, int32(k)), append(s.met, 0) //nolint:gosec // at most MaxEntities
	}
}

// name notes that entity k is named.
func (s *namesakes) name(k int) {
	for i, other := range s.all {
		if int(other) == k {
			s.met[i]++
		}
	}
}

// main returns the one of s who fits and whom the document has named so far: the only one, or one named far more often than
// the others; none if there is no such.
func (s *namesakes) main(fits func(k int) bool) int {
	best, most, second := none, int32(0), int32(0)
	for i, k := range s.all {
		switch n := s.met[i]; {
		case !fits(int(k)):
		case n > most:
			best, most, second = int(k), n, most
		default:
			second = max(second, n)
		}
	}
	if most >= ahead*second && most > 0 {
		return best
	}
	return none
}

// ahead is how many times as often as the others a person must have been named for the surname alone to be theirs.
const ahead = 2

// share adds entity k to those of a short form. A form that is itself the end of another ("Van Dam", who is "Jo Van Dam") is no
// person of its own.
func (r *resolver) share(of map[string]*namesakes, short string, k int) {
	s := of[short]
	if s == nil {
		s = &namesakes{last: none}
		of[short] = s
	}
	for i, other := range s.all {
		a, b := r.entities[other].Name, r.entities[k].Name
		switch {
		case strings.HasSuffix(a, " "+b):
			return
		case strings.HasSuffix(b, " "+a):
			s.all[i] = int32(k) //nolint:gosec // at most MaxEntities
			return
		}
	}
	s.add(k)
}

// named notes that n names entity k in full.
func (r *resolver) named(full string, k int, n *name) {
	if r.entities[k].Type != Person {
		return
	}
	for tail := range tails(full) {
		if s := r.surnames[tail]; s != nil {
			s.last, s.block = k, n.block
			s.name(k)
		}
	}
}

// namesake returns which of the persons s is meant by the surname n, whose own entity is own.
func (r *resolver) namesake(s *namesakes, full string, own int, titled sex, n *name) int {
	k := r.bearer(s, titled, n)
	switch {
	case k != none:
		s.name(k)
		return k
	case titled != 0 && !r.anyFits(s, titled):
		return own
	}
	if k, ok := r.byName[full]; ok {
		own = r.canonical(k)
	}
	r.entities[own].Type = Person
	return own
}

// bearer returns which of the persons s is meant by the surname n with a title of that sex; none if nothing says which.
func (r *resolver) bearer(s *namesakes, titled sex, n *name) int {
	only, fitting, sure, certain := none, 0, none, 0
	for _, k := range s.all {
		if !r.fits(int(k), titled) {
			continue
		}
		only = int(k)
		fitting++
		if titled != 0 && r.sexes[k] == titled {
			sure = int(k)
			certain++
		}
	}
	switch {
	case fitting > 1 && certain == 1:
		only = sure
	case fitting == 0:
		return none
	case fitting > 1 && s.last != none && s.block == n.block && r.fits(s.last, titled):
		return s.last
	case fitting > 1:
		return s.main(func(k int) bool { return r.fits(k, titled) })
	}
	if titled != 0 {
		s.last, s.block = only, n.block
	}
	return only
}

// fits reports whether the person k can have a title of that sex.
func (r *resolver) fits(k int, titled sex) bool {
	return titled == 0 || r.sexes[k] == 0 || r.sexes[k] == titled
}

// anyFits reports whether one of s can have a title of that sex.
func (r *resolver) anyFits(s *namesakes, titled sex) bool {
	for _, k := range s.all {
		if r.fits(int(k), titled) {
			return true
		}
	}
	return false
}
