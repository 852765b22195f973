package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// findBodies finds out which organisations are called by their initials, by the first words of their names, or by the last.
func (r *resolver) findBodies() {
	initials := map[string]*namesakes{}
	for k := range r.entities {
		e := &r.entities[k]
		if e.Type != Organization || strings.IndexByte(e.Name, ' ') < 0 {
			continue
		}
		if s := acronym(e.Name); len(s) > 1 {
			r.share(initials, s, k)
		}
		words := strings.Fields(e.Name)
		for n := 1; n < min(len(words), maxTail+1); n++ {
			r.share(r.bodies, strings.Join(words[:n], " "), k)
		}
		if last := words[len(words)-1]; generic[last] {
			r.share(r.bodies, last, k)
		}
	}
	for k := range r.entities {
		e := &r.entities[k]
		if e.Type == Person || strings.IndexByte(e.Name, ' ') >= 0 || !isAcronym(e.Name) {
			continue
		}
		if s := initials[strings.ReplaceAll(e.Name, ".", "")]; s != nil && len(s.all) == 1 && int(s.all[0]) != k {
			e.Type = Organization
			r.merge(k, int(s.all[0]))
		}
	}
}

// generic are the last words of names that stand for the whole.
var generic = set("Agency Department Ministry Company Corporation Bank University College Institute Academy Commission Committee Council Court Association " +
	"Board Bureau Foundation Fund Union League Federation Authority Administration Society Hospital Museum Trust Post Times Journal Herald Tribune Courier " +
	"Guardian Globe")

// resolveBody returns which organisation n means, whose name is full and whose own entity is own: the only one of that short form, or
// of several the one named last.
func (r *resolver) resolveBody(full string, own int, n *name) int {
	s := r.bodies[full]
	if s == nil {
		words := strings.Fields(full)
		for i := 1; i < min(len(words), maxTail+1); i++ {
			if s := r.bodies[strings.Join(words[:i], " ")]; s != nil {
				s.last, s.block = own, n.block
			}
		}
		if s := r.bodies[words[len(words)-1]]; s != nil && len(words) > 1 {
			s.last, s.block = own, n.block
		}
		return own
	}
	switch {
	case len(s.all) == 1:
		return r.canonical(int(s.all[0]))
	case s.last != none && r.entities[own].Name == full && generic[full]:
		return s.last
	}
	return own
}

// acronym returns the initials of the words of a name that begin with a capital.
func acronym(name string) string {
	var b strings.Builder
	for w := range strings.FieldsSeq(name) {
		if c, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(c) {
			b.WriteRune(c)
		}
	}
	return b.String()
}

// maxInitials is the length of the longest names that are taken for initials, in letters.
const maxInitials = 8

// isAcronym reports whether a name is made of capitals, with or without full stops.
func isAcronym(name string) bool {
	n := 0
	for _, c := range name {
		switch {
		case unicode.IsUpper(c):
			n++
		case c != '.':
			return false
		}
	}
	return n > 1 && n <= maxInitials
}

// places are the names of one place, by the first of them.
var places = [...][]string{
	{"United States", "U.S.", "US", "USA", "U.S.A.", "United States of America"},
	{"United Kingdom", "U.K.", "UK"},
	{"United Arab Emirates", "UAE", "U.A.E."},
	{"New York City", "NYC"},
	{"Los Angeles", "LA", "L.A."},
	{"Washington, D.C.", "Washington D.C.", "Washington, DC", "Washington DC", "D.C."},
}

// findPlaces finds out which places are called by an abbreviation. The full name is not added if the document has it not.
func (r *resolver) findPlaces() {
	for _, names := range places {
		first := none
		for _, n := range names {
			k, ok := r.byName[n]
			if !ok || r.entities[k].Type == Person {
				continue
			}
			if first == none {
				first = k
				continue
			}
			r.entities[k].Type = r.entities[first].Type
			r.merge(first, k)
		}
	}
}
