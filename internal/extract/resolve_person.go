package extract

import (
	"iter"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/lexis"
)

// sex is that of a person, zero if unknown.
type sex uint8

const (
	male sex = iota + 1
	female
)

// sexOf is the sex that a title says.
func sexOf(word string) sex {
	switch c := lexis.ClassOf(strings.ToLower(strings.TrimSuffix(word, "."))); {
	case c.Has(lexis.Possessive | lexis.Subject | lexis.Object):
	case c.Has(lexis.Male):
		return male
	case c.Has(lexis.Female):
		return female
	}
	return 0
}

// titleSex is the sex that the word right before n says, if that is a title.
func titleSex(clean string, n *name) sex {
	at := int(n.start)
	if at < 2 || clean[at-1] != ' ' {
		return 0
	}
	from := at - 1
	for from > 0 && clean[from-1] > ' ' && at-from < len("spokeswoman  ") {
		from--
	}
	word := clean[from : at-1]
	if r, _ := utf8.DecodeRuneInString(word); r < 'A' || r > 'Z' {
		return 0
	}
	return sexOf(word)
}

// forenameSex is the sex of those who bear a forename mostly.
func forenameSex(forename string) sex {
	switch grade := lexis.Shipped().Look(forename).Male; {
	case grade >= 6:
		return male
	case grade == 1 || grade == 2:
		return female
	}
	return 0
}

// person is a full name taken apart.
type person struct {
	forename, given string // given is the forename that a nickname stands for
	middle          string
}

// bearers are the full names of one surname, as a list: the entity that was met last, and by entity the one met before.
type bearers struct {
	last   map[string]int32
	before []int32
}

// findPersons finds out which full names are variants of one another, and who has which surname and forename.
func (r *resolver) findPersons() {
	all := bearers{last: map[string]int32{}, before: make([]int32, len(r.entities))}
	for k := range r.entities {
		if e := &r.entities[k]; e.Type == Person && strings.IndexByte(e.Name, ' ') >= 0 {
			r.findVariant(k, &all)
		}
	}
	forenames := map[string]int{} // by forename: the one who bears it; none for several
	for k := range r.entities {
		e := &r.entities[k]
		if e.Type != Person {
			continue
		}
		c := r.canonical(k)
		for tail := range tails(e.Name) {
			r.share(r.surnames, tail, c)
		}
		if first, _, several := strings.Cut(e.Name, " "); several && sexOf(first) == 0 {
			if other, ok := forenames[first]; ok && other != c {
				c = none
			}
			forenames[first] = c
		}
	}
	r.alone(forenames)
}

// findVariant merges the full name of entity k with the last one that it fits, and adds it to all.
func (r *resolver) findVariant(k int, all *bearers) {
	p, surname := takeApart(r.entities[k].Name)
	if r.sexes[k] = sexOf(p.forename); r.sexes[k] == 0 {
		r.sexes[k] = forenameSex(p.forename)
	}
	other, ok := all.last[surname]
	if !ok {
		other = none
	}
	all.last[surname], all.before[k] = int32(k), other //nolint:gosec // at most MaxEntities
	for range maxNamesakes {
		if other == none {
			return
		}
		if o, _ := takeApart(r.entities[other].Name); p.fits(o) {
			r.merge(k, int(other))
			return
		}
		other = all.before[other]
	}
}

// alone ties forenames that stand alone to the only person who bears them, and adds persons with a title and no full name to those
// of their surname.
func (r *resolver) alone(forenames map[string]int) {
	for k := range r.entities {
		word := r.entities[k].Name
		switch {
		case r.entities[k].Type != Person || strings.IndexByte(word, ' ') >= 0:
		case r.sexes[k] != 0:
			if other, ok := forenames[word]; ok && other != none && r.surnames[word] == nil && r.fits(r.canonical(other), r.sexes[k]) {
				r.merge(k, other) // "Mrs. Rachel", who is Rachel Lynde
				continue
			}
			r.addTitled(k)
		case r.byName[word] == k && r.surnames[word] == nil:
			if other, ok := forenames[word]; ok && other != none {
				r.same[k] = r.canonical(other)
			}
		}
	}
}

// addTitled adds entity k, a surname with a title, to the persons of that surname, if none of them fits the title.
func (r *resolver) addTitled(k int) {
	word := r.entities[k].Name
	s := r.surnames[word]
	if s == nil {
		if _, bare := r.byName[word]; !bare {
			return // the surname never stands without a title
		}
		s = &namesakes{last: none}
		r.surnames[word] = s
	}
	for _, other := range s.all {
		if r.sexes[other] == 0 || r.sexes[other] == r.sexes[k] {
			return
		}
	}
	s.add(k)
}

// takeApart returns the parts of a full name, and the surname.
func takeApart(full string) (person, string) {
	full = withoutSuffix(full)
	first, rest, _ := strings.Cut(full, " ")
	surname := rest
	middle := ""
	if i := strings.LastIndexByte(rest, ' '); i >= 0 {
		middle, surname = rest[:i], rest[i+1:]
	}
	given := first
	if g := nicknames[first]; g != "" {
		given = g
	}
	return person{forename: first, given: given, middle: middle}, surname
}

// fits reports whether p and o, who share a surname, can be one: their forenames are the same, or one is a nickname or an initial of
// the other, and their middle names do not differ.
func (p person) fits(o person) bool {
	if p.middle != "" && o.middle != "" && p.middle != o.middle && !initial(p.middle, o.middle) {
		return false
	}
	return p.given == o.given || p.forename == o.forename || initial(p.forename, o.forename)
}

// initial reports whether one of a and b is the initial of the other: "J." of "John".
func initial(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	a = strings.TrimSuffix(a, ".")
	return len(a) == 1 && strings.HasPrefix(b, a)
}

// maxTail is the most words of a name that may stand for the whole: "Van der Berg".
const maxTail = 3

// tails yields the ends of a name of several words that may stand for it: the surname, and the surname with the words before it,
// but for the first name. What follows a surname ("Jr.") is no part of it.
func tails(full string) iter.Seq[string] {
	return func(yield func(string) bool) {
		full := withoutSuffix(full)
		at := len(full)
		for range maxTail {
			if at = strings.LastIndexByte(full[:at], ' '); at < 0 || !yield(full[at+1:]) {
				return
			}
		}
	}
}

// withoutSuffix is a name without what follows the surname.
func withoutSuffix(full string) string {
	for i := strings.LastIndexByte(full, ' '); i > 0 && suffixes[full[i+1:]]; i = strings.LastIndexByte(full, ' ') {
		full = strings.TrimRight(full[:i], ",")
	}
	return full
}

// suffixes follow the surname in a full name.
var suffixes = set("Jr Jr. Sr Sr. II III IV Esq Esq.")

// nicknames are the forenames that common nicknames stand for.
var nicknames = func() map[string]string {
	m := map[string]string{}
	for pair := range strings.FieldsSeq(`Bill:William Billy:William Will:William Willie:William Bob:Robert Bobby:Robert Rob:Robert Jim:James Jimmy:James
		Mike:Michael Mick:Michael Joe:Joseph Joey:Joseph Tom:Thomas Tommy:Thomas Dick:Richard Rick:Richard Rich:Richard Chuck:Charles Charlie:Charles
		Ted:Edward Ed:Edward Eddie:Edward Ned:Edward Tim:Timothy Tony:Anthony Steve:Steven Stephen:Steven Dan:Daniel Danny:Daniel Dave:David Ben:Benjamin
		Sam:Samuel Matt:Matthew Nick:Nicholas Chris:Christopher Greg:Gregory Ken:Kenneth Ron:Ronald Don:Donald Jeff:Jeffrey Geoff:Geoffrey Andy:Andrew
		Drew:Andrew Larry:Lawrence Jerry:Gerald Kate:Katherine Kathy:Katherine Katie:Katherine Cathy:Catherine Liz:Elizabeth Beth:Elizabeth Betsy:Elizabeth
		Betty:Elizabeth Sue:Susan Susie:Susan Meg:Margaret Peggy:Margaret Maggie:Margaret Jenny:Jennifer Jen:Jennifer Barb:Barbara Debbie:Deborah Deb:Deborah
		Pam:Pamela Patty:Patricia Pat:Patricia Becky:Rebecca Abby:Abigail Mandy:Amanda Vicky:Victoria Alex:Alexander Jack:John Johnny:John Hank:Henry
		Harry:Henry Fred:Frederick Frank:Francis Gene:Eugene Walt:Walter Ray:Raymond Al:Albert Pete:Peter Phil:Philip Stan:Stanley Vince:Vincent Zach:Zachary
		Josh:Joshua Jon:Jonathan Nate:Nathaniel Bernie:Bernard Mitch:Mitchell Max:Maxwell Gabe:Gabriel Marty:Martin Manny:Manuel Ollie:Oliver Cindy:Cynthia
		Sandy:Sandra Terry:Teresa Tina:Christina Val:Valerie Mel:Melvin Norm:Norman Russ:Russell Doug:Douglas Art:Arthur Bert:Albert Hal:Harold Lou:Louis`) {
		nick, given, _ := strings.Cut(pair, ":")
		m[nick] = given
	}
	return m
}()
