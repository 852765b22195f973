package extract

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// findBodies finds out which organisations are called by their initials, by the first words of their names, or by the last.
func (r *resolver) findBodies() {
	r.findDepartments()
	initials := map[string]*namesakes{}
	for k := range r.entities {
		e := &r.entities[k]
		if e.Type != Organization || strings.IndexByte(e.Name, ' ') < 0 {
			continue
		}
		c := r.canonical(k)
		for s := range initialsOf(e.Name) {
			r.share(initials, s, c)
		}
		words := strings.Fields(e.Name)
		for n := 1; n < min(len(words), maxTail+1); n++ {
			if short := strings.Join(words[:n], " "); !parts[words[n]] && !isAcronym(short) {
				r.share(r.bodies, short, c)
			}
		}
		if last := words[len(words)-1]; generic[last] {
			r.share(r.bodies, last, c)
		}
	}
	r.expand(initials)
}

// expand ties acronyms to the only organisation that has these initials.
func (r *resolver) expand(initials map[string]*namesakes) {
	for k := range r.entities {
		e := &r.entities[k]
		if e.Type == Person || strings.IndexByte(e.Name, ' ') >= 0 || !isAcronym(e.Name) {
			continue
		}
		if s := shortFor(initials, strings.ReplaceAll(e.Name, ".", "")); s != nil && len(s.all) == 1 && int(s.all[0]) != k {
			e.Type = Organization
			r.merge(k, int(s.all[0]))
		}
	}
}

// shortFor returns the organisations of which short is an acronym, with or without a leading US.
func shortFor(initials map[string]*namesakes, short string) *namesakes {
	if s := initials[short]; s != nil {
		return s
	}
	if rest, ok := strings.CutPrefix(short, "US"); ok && len(rest) > 1 {
		return initials[rest]
	}
	return nil
}

// findDepartments makes "Justice Department" and "Department of Justice" one.
func (r *resolver) findDepartments() {
	for k := range r.entities {
		head, rest, ok := strings.Cut(r.entities[k].Name, " of ")
		if !ok || head != "Department" && head != "Ministry" || r.entities[k].Type != Organization {
			continue
		}
		if other, ok := r.byName[strings.TrimPrefix(rest, "the ")+" "+head]; ok && r.entities[other].Type == Organization {
			r.merge(k, other)
		}
	}
}

// parts are words after which a name is that of a part of the body named before: the "House Select Committee" is not the House.
var parts = set("General Office Committee Subcommittee Assembly Division Caucus Task Permanent Select Security Counsel Foundation Fund Appropriations " +
	"Judiciary Intelligence Oversight Budget Ways Armed Foreign Democratic Republican Democrats Republicans")

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

// initialsOf yields the initials by which a name may be called: those of the words with capitals, the same with "of" ("DOJ"), and for
// the "Agriculture Department" those of the Department of Agriculture.
func initialsOf(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if rest, ok := strings.CutSuffix(name, " Department"); ok {
			name = "Department of " + rest
		}
		var short, long strings.Builder
		for w := range strings.FieldsSeq(name) {
			c, _ := utf8.DecodeRuneInString(w)
			if unicode.IsUpper(c) {
				short.WriteRune(c)
			}
			if unicode.IsUpper(c) || w == "of" {
				long.WriteRune(unicode.ToUpper(c))
			}
		}
		if short.Len() > 1 && yield(short.String()) && long.Len() > short.Len() {
			yield(long.String())
		}
	}
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

// aliases are well-known names of one place or organisation, by the first of them.
var aliases = [...][]string{
	{"United States", "U.S.", "US", "USA", "U.S.A.", "United States of America"},
	{"United Kingdom", "U.K.", "UK", "Britain", "Great Britain"},
	{"United Arab Emirates", "UAE", "U.A.E."},
	{"New York City", "NYC"},
	{"Los Angeles", "LA", "L.A."},
	{"Washington, D.C.", "Washington D.C.", "Washington, DC", "Washington DC", "D.C."},
	{"Islamic State", "ISIS", "ISIL", "Daesh"},
	{"Republican Party", "GOP", "G.O.P."},
}

// findKnown finds out which names of aliases the document has. The full name is not added if the document has it not.
func (r *resolver) findKnown() {
	for _, names := range aliases {
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
