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
	Mention

	name   string
	person bool
}

func newSpeakers(entities []Entity) speakers {
	var all speakers
	for _, e := range entities {
		if e.Type != Person && e.Type != Organization {
			continue
		}
		for _, m := range e.Mentions {
			if m.Place.HasClean {
				all = append(all, mentioned{m, e.Name, e.Type == Person})
			}
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].Place.Clean.Start < all[j].Place.Clean.Start })
	return all
}

// from returns the position of the first mention that begins at offset at or behind it.
func (all speakers) from(at int) int {
	return sort.Search(len(all), func(i int) bool { return all[i].Place.Clean.Start >= at })
}

// bodyPenalty is how many bytes further away a body counts: persons speak more often.
const bodyPenalty = 150

// nearest is the person or body named in within that stands closest to the verb at cue.
func (all speakers) nearest(within text.Span, cue int) *Speaker {
	var best *Speaker
	least := within.Len() + 1
	for _, m := range all[all.from(within.Start):] {
		if m.Place.Clean.End > within.End {
			break
		}
		gap := max(cue-m.Place.Clean.End, m.Place.Clean.Start-cue)
		if !m.person {
			gap += bodyPenalty
		}
		if gap < least {
			best, least = &Speaker{m.Text, m.name, m.Place}, gap
		}
	}
	return best
}

// lastPerson is the name of the person most lately named before at; empty if there is none.
func (all speakers) lastPerson(at int) string {
	for i := all.from(at) - 1; i >= 0; i-- {
		if all[i].person {
			return all[i].name
		}
	}
	return ""
}
