package extract

import (
	"sort"

	"github.com/copydesk/copydesk/internal/text"
)

// speakers are the mentions of persons and bodies in the clean text, in order, so that those near a place are found
// without looking at all of them for every quotation.
type speakers []mentioned

// mentioned is a mention and what it mentions.
type mentioned struct {
	*Mention

	entity *Entity

	// before is the place in speakers of the last person mentioned before this mention; none if there is none. With it the
	// person named last is found in one step, however many bodies were named since.
	before int
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
		all[i].before = last
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

// bodyPenalty is how many bytes further away a body counts: persons speak more often.
const bodyPenalty = 150

// nearest is the person or body named in within, which is short, that stands closest to the verb at cue.
func (all speakers) nearest(within text.Span, cue int) *Speaker {
	var best *Speaker
	least := within.Len() + 1
	for _, m := range all[all.from(within.Start):] {
		if m.Place.Clean.End > within.End {
			break
		}
		gap := max(cue-m.Place.Clean.End, m.Place.Clean.Start-cue)
		if m.entity.Type != Person {
			gap += bodyPenalty
		}
		if gap < least {
			best, least = &Speaker{m.Text, m.entity.Name, m.Place}, gap
		}
	}
	return best
}

// lastPerson is the name of the person most lately named before at; empty if there is none.
func (all speakers) lastPerson(at int) string {
	i := all.from(at) - 1
	if i >= 0 && all[i].entity.Type != Person {
		i = all[i].before
	}
	if i < 0 {
		return ""
	}
	return all[i].entity.Name
}
