package extract

import (
	"sort"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// speakers are the mentions of persons and bodies in the clean text, in order, so that those near a place are found
// without looking at all of them for every quotation.
type speakers []mentioned

// mentioned is a mention and what it mentions.
type mentioned struct {
	*Mention

	entity *Entity

	// earlier is the place in speakers of the last person mentioned before this mention; none if there is none. With it the
	// person named last is found in one step, however many bodies were named since.
	earlier int
}

func newSpeakers(entities []Entity) speakers {
	var all speakers
	for i := range entities {
		e := &entities[i]
		if e.Type != Person && e.Type != Organization {
			continue
		}
		for k := range e.Mentions {
			all = append(all, mentioned{Mention: &e.Mentions[k], entity: e})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Place.Clean.Start < all[j].Place.Clean.Start })
	last := none
	for i := range all {
		all[i].earlier = last
		if all[i].entity.Type == Person {
			last = i
		}
	}
	return all
}

// from returns the position of the first mention that begins at or after offset at.
func (all speakers) from(at int) int {
	return sort.Search(len(all), func(i int) bool { return all[i].Place.Clean.Start >= at })
}

// endingAt returns the mention that ends at offset at, nil if there is none.
func (all speakers) endingAt(at int) *mentioned {
	i := all.from(at) - 1
	if i < 0 || all[i].Place.Clean.End != at {
		return nil
	}
	return &all[i]
}

// before returns the mention between offsets start and at that is the subject of the verb at offset at: the first if a comma
// stands before the verb, else the last; persons before bodies. Nil if there is none.
func (all speakers) before(clean string, start, at int) *mentioned {
	apposed := strings.HasSuffix(strings.TrimRight(clean[start:at], " "), ",")
	var best *mentioned
	for i := all.from(start); i < len(all) && all[i].Place.Clean.End <= at; i++ {
		m := &all[i]
		if owns(clean, m.Place.Clean.End) {
			continue
		}
		switch {
		case best == nil, best.entity.Type != Person && m.entity.Type == Person && apposed:
			best = m
		case !apposed && (m.entity.Type == Person || best.entity.Type != Person):
			best = m
		}
	}
	return best
}

// owns reports whether a possessive ending stands at offset at.
func owns(clean string, at int) bool {
	rest := clean[at:]
	return strings.HasPrefix(rest, "’s") || strings.HasPrefix(rest, "'s")
}

// inPhrase returns the mention in the words after a verb that ends at offset at, up to the first mark or function word: the
// first person, else the first body; nil if there is none. It ends before offset end.
func (all speakers) inPhrase(clean string, at, end int) *mentioned {
	var best *mentioned
	from := at
	for i := all.from(at); i < len(all) && all[i].Place.Clean.End <= end; i++ {
		m := &all[i]
		gap := clean[from:m.Place.Clean.Start]
		if len(gap) > maxTitle || strings.ContainsAny(gap, ",;:()\n") || hasFunctionWord(gap) {
			break
		}
		if m.entity.Type == Person {
			return m
		}
		if best == nil {
			best = m
		}
		from = m.Place.Clean.End
	}
	return best
}

// hasFunctionWord reports whether s, which is short, has a word that no title has.
func hasFunctionWord(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if functionWords[w] || determiners[w] && w != "the" {
			return true
		}
	}
	return false
}

// first returns the first person in s who is named outside quotations, which are in order, and not as an owner; nil if there
// is none.
func (all speakers) first(clean string, s text.Span, quotations []Quotation) *mentioned {
	for i := all.from(s.Start); i < len(all) && all[i].Place.Clean.End <= s.End; i++ {
		m := &all[i]
		if m.entity.Type == Person && !owns(clean, m.Place.Clean.End) && !isQuoted(quotations, m.Place.Clean.Start) {
			return m
		}
	}
	return nil
}

// isQuoted reports whether offset at is inside one of quotations, which are in order.
func isQuoted(quotations []Quotation, at int) bool {
	i := sort.Search(len(quotations), func(i int) bool { return quotations[i].Place.Clean.Start > at }) - 1
	return i >= 0 && at < quotations[i].Place.Clean.End
}

// speaker is m as the speaker of a quotation.
func (m *mentioned) speaker(clean string) *Speaker {
	return &Speaker{Text: titled(clean, m.Place.Clean), Name: m.entity.Name, Place: m.Place}
}

// courtesies are the titles that belong to a speaker as written.
var courtesies = set("Mr. Mrs. Ms. Miss Dr. Mr Mrs Ms Dr")

// titled is the name at s with the courtesy title before it.
func titled(clean string, s text.Span) string {
	if s.Start == 0 || clean[s.Start-1] != ' ' {
		return s.Of(clean)
	}
	from := s.Start - 1
	for from > 0 && clean[from-1] > ' ' && s.Start-from < len("Miss  ") {
		from--
	}
	if courtesies[clean[from:s.Start-1]] {
		return clean[from:s.End]
	}
	return s.Of(clean)
}

// maxLooks is how many mentions are gone back over, at most, for one that no quotation holds.
const maxLooks = 8

// lastPerson is the name of the person named last before offset at, outside quotations where there is one near; empty if there
// is none. Quotations are in order.
func (all speakers) lastPerson(at int, quotations []Quotation) string {
	i := all.from(at) - 1
	if i >= 0 && all[i].entity.Type != Person {
		i = all[i].earlier
	}
	if i < 0 {
		return ""
	}
	first := i
	for range maxLooks {
		if i < 0 {
			break
		}
		if !isQuoted(quotations, all[i].Place.Clean.Start) {
			return all[i].entity.Name
		}
		i = all[i].earlier
	}
	return all[first].entity.Name
}
