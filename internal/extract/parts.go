package extract

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// settle ends the name that was added last, of words: it cuts off titles, corrects the class, and makes two of what is two names without a
// mark between.
func (f *nameFinder) settle(clean string, words []text.Word) {
	n := &f.names[len(f.names)-1]
	if len(words) > 1 && papers[words[len(words)-1].Of(clean)] {
		n.class = tagger.Organization
	}
	switch n.class {
	case tagger.Person:
		for at := secondPerson(clean, words); at > 0; at = secondPerson(clean, words) {
			f.split(clean, words, at)
			words = words[at:]
		}
		if n = &f.names[len(f.names)-1]; len(words) > 1 {
			n.start = tagger.NameStart(clean, withoutTitles(clean, words)[0])
		}
	case tagger.Organization:
	case tagger.Location:
		if at := secondPlace(clean, words); at > 0 {
			f.split(clean, words, at)
		}
	}
}

// split makes two names of the last one, of words: the second begins with word at.
func (f *nameFinder) split(clean string, words []text.Word, at int) {
	k := len(f.names) - 1
	f.names = append(pool.Room(f.names), f.names[k])
	f.names[k].end = tagger.NameEnd(clean, words[at-1])
	f.names[k+1].start = tagger.NameStart(clean, words[at])
	if f.names[k].class == tagger.Person {
		f.names[k].start = tagger.NameStart(clean, withoutTitles(clean, words[:at])[0])
	}
}

// leastTwo is how many words two names of persons have that are taken for one: a forename and a surname each.
const leastTwo = 4

// secondPerson returns the word with which the name of another person begins, 0 if there is none: lists whose lines were joined, as
// signatures, have no marks between: "Ann Larch Ned Saltmarsh", "Ann Ann Larch".
func secondPerson(clean string, words []text.Word) int {
	first := words[0].Of(clean)
	if len(words) > 2 && len(first) > 2 && first == words[1].Of(clean) {
		return 1
	}
	if len(words) < leastTwo || !isForename(first) {
		return 0
	}
	for i := 2; i+1 < len(words); i++ {
		before := words[i-1].Of(clean)
		if isForename(words[i].Of(clean)) && len(before) > 2 && words[i-1].Shape.Has(text.Capital) &&
			(!isForename(before) || gazetteer.Look(before).Has(gazetteer.Surname)) {
			return i
		}
	}
	return 0
}

// isForename reports whether word is given as a first name.
func isForename(word string) bool {
	return gazetteer.Look(word).Has(gazetteer.Forename) || forenameSex(word) != 0
}

// secondPlace returns the word with which a state or country begins that the place before lies in, 0 if there is none: "Larch California".
func secondPlace(clean string, words []text.Word) int {
	for k := 1; k <= 2 && k < len(words); k++ {
		at := len(words) - k
		last := capitalised(clean[words[at].Start:words[len(words)-1].End])
		if wide[last] && !regions[words[0].Of(clean)] && gazetteer.IsPlace(capitalised(clean[words[0].Start:words[at-1].End])) && !wide[capitalised(clean[words[0].Start:words[len(words)-1].End])] {
			return at
		}
	}
	return 0
}

// regions begin the names of parts of states and countries.
var regions = set("North South East West Northern Southern Eastern Western Central Upper Lower Inner Outer Greater New Old Great Atlantic Pacific Baja")

// capitalised is a name with each word in small letters but for the first letter.
func capitalised(name string) string {
	b := []byte(strings.ToLower(name))
	for i, c := range b {
		if 'a' <= c && c <= 'z' && (i == 0 || b[i-1] == ' ') {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// wide are states and countries as they follow the name of a town.
var wide = func() map[string]bool {
	m := map[string]bool{}
	for name := range strings.SplitSeq("Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,"+
		"Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,"+
		"New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,"+
		"South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Wisconsin,Wyoming,Ontario,Quebec,Alberta,Manitoba,England,Scotland,Wales,Ireland,"+
		"France,Spain,Italy,Germany,Austria,Switzerland,Portugal,Greece,Turkey,Sweden,Norway,Denmark,Finland,Poland,Russia,India,China,Japan,"+
		"Canada,Mexico,Brazil,Australia,Egypt,Israel,Thailand,Philippines,Indonesia,Pakistan,Kenya,Nigeria,South Africa,New Zealand", ",") {
		m[name] = true
	}
	return m
}()

// isState reports whether the last of words is the sign of a state after the name of a place, which is the last found if that is not before
// first: "Larch, OH".
func (f *nameFinder) isState(clean string, words []text.Word, first int) bool {
	k := len(words) - 1
	if k == 0 || len(f.names) == first || !states[words[k].Of(clean)] {
		return false
	}
	n := &f.names[len(f.names)-1]
	return n.class == tagger.Location && n.end == words[k-1].End && strings.TrimSpace(clean[n.end:words[k].Start]) == ","
}

// states are the signs of the states of the USA.
var states = set("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX " +
	"UT VT VA WA WV WI WY DC")

// keepShop adds the possessive ending to the last name, before which words stand, if nothing follows that is owned: one goes "to Larch's for
// lunch", which is a place.
func (f *nameFinder) keepShop(clean string, before []text.Word) {
	n := &f.names[len(f.names)-1]
	if len(before) == 0 || !toPlaces[strings.ToLower(before[len(before)-1].Of(clean))] {
		return
	}
	rest, ok := strings.CutPrefix(clean[n.end:], "'s")
	if !ok {
		if rest, ok = strings.CutPrefix(clean[n.end:], "’s"); !ok {
			return
		}
	}
	next, _, _ := strings.Cut(strings.TrimPrefix(rest, " "), " ")
	if rest != "" && !strings.ContainsAny(rest[:1], ".,;:!?)\n") && !(rest[0] == ' ' && ownsNothing[next]) {
		return
	}
	n.end = int32(len(clean) - len(rest)) //nolint:gosec // texts are shorter than 2 GiB
	if n.class == tagger.Person {
		n.class = tagger.Location
	}
}

// toPlaces are words that lead to a place; ownsNothing are words with which what is owned does not begin.
var (
	toPlaces    = set("at to from near by inside outside into like")
	ownsNothing = set("in on for at with to and or after before near by is was has as when where because but if")
)

// spaced returns the length in bytes of the name of a country whose initials stand apart, with which text begins; 0 if there is none. It may
// go on in what is taken for the next sentence.
func spaced(text string) int32 {
	for _, name := range [...]string{"U . S .", "U. S.", "U . K .", "U. K."} {
		if strings.HasPrefix(text, name) {
			return int32(len(name)) //nolint:gosec // a few bytes
		}
	}
	return 0
}
