package extract

import "strings"

// minFolded is the length in bytes of the shortest name that is the same in other letters: "US" is not "us".
const minFolded = 4

// foldCase makes names one that differ in nothing but capitals and small letters: "ST. LOUIS" in a headline and "St. Louis".
func (r *resolver) foldCase() {
	first := map[string]int{}
	for k := range r.entities {
		name := r.entities[k].Name
		if len(name) < minFolded {
			continue
		}
		key := strings.ToLower(name) + titledKeys[r.sexes[k]]
		c, met := first[key]
		if !met {
			first[key] = k
			continue
		}
		r.merge(c, k)
		for class, n := range r.votes[k] {
			r.votes[c][class] += n
		}
		if plainer(name, r.entities[c].Name) {
			r.entities[c].Name = name
		}
	}
}

// plainer reports whether a is a better form than b, from which it differs in capitals only.
func plainer(a, b string) bool {
	shouts := func(s string) bool { return s == strings.ToUpper(s) || s == strings.ToLower(s) }
	return !shouts(a) && shouts(b)
}

// shout lets surnames in capitals mean what they mean in small letters: "DORN" in a headline and "David Dorn".
func (r *resolver) shout() {
	for k := range r.entities {
		name := r.entities[k].Name
		if len(name) < minFolded || name != strings.ToUpper(name) || r.surnames[name] != nil {
			continue
		}
		if s := r.surnames[name[:1]+strings.ToLower(name[1:])]; s != nil {
			r.surnames[name], r.entities[k].Type = s, Person
		}
	}
}

// findNations makes the people of a nation and what is theirs one: "Afghans" and "Afghan".
func (r *resolver) findNations() {
	for k := range r.entities {
		one, many := strings.CutSuffix(r.entities[k].Name, "s")
		if other, ok := r.byName[one]; many && ok && r.entities[k].Type == Nationality && r.entities[other].Type == Nationality {
			r.merge(k, other)
		}
	}
}
