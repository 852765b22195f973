package tagger

import (
	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/text"
)

// Memory is what a document shows of its words. It has a fixed size, so that a word may be forgotten for another in a text of
// very many; what is forgotten depends on the text alone.
type Memory struct {
	slots [memorySlots]uint64 // the hash of a word, but for the low byte, which is what was seen of it
}

const memorySlots = 1 << 14

// Reset forgets all.
func (m *Memory) Reset() { clear(m.slots[:]) }

// Note notes what the words of one sentence show of each other. Lists are those of the words.
func (m *Memory) Note(clean string, words []text.Word, lists []gazetteer.Lists) {
	for i, w := range words {
		if !w.Shape.Has(text.HasLetter) {
			continue
		}
		var seen Seen
		switch {
		case !w.Shape.Has(text.Capital):
			seen = SeenSmall
		case i == 0:
			continue
		default:
			seen = SeenInside
			before := words[i-1]
			if w.Start-before.End > 2 {
				break
			}
			switch word := before.Of(clean); {
			case lists[i-1].Has(gazetteer.Forename):
				seen |= SeenAfterForename
			case lists[i-1].Has(gazetteer.Title):
				seen |= SeenAfterTitle
			case word == "in" || word == "at" || word == "from":
				seen |= SeenAfterIn
			}
		}
		m.add(fold(head(clean, w)), seen)
	}
}

func (m *Memory) add(hash uint64, seen Seen) {
	slot := &m.slots[hash>>20%memorySlots]
	if *slot&^0xff != hash&^0xff {
		*slot = hash &^ 0xff
	}
	*slot |= uint64(seen)
}

// AppendSeen appends what was seen of each of words to dst.
func (m *Memory) AppendSeen(dst []Seen, clean string, words []text.Word) []Seen {
	for _, w := range words {
		var seen Seen
		if w.Shape.Has(text.HasLetter) {
			hash := fold(head(clean, w))
			if slot := m.slots[hash>>20%memorySlots]; slot&^0xff == hash&^0xff {
				seen = Seen(slot) //nolint:gosec // the low byte
			}
		}
		dst = append(dst, seen)
	}
	return dst
}
