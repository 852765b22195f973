package datatrove

import (
	"math/bits"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// wordCounts are what the Gopher quality filter counts of tokens.
type wordCounts struct {
	nonSymbol, nonSymbolChars, alpha int

	stops uint // a bit for each stop word in the text
}

// countWords looks at each type of token once.
func countWords(t *pytext.Text, tokens *spacy.Tokens) wordCounts {
	var w wordCounts
	for id, count := range tokens.Counts {
		t.Tick(8)
		s := tokens.Type(uint32(id))
		nonSymbol, alpha := classify(t, s)
		if nonSymbol {
			w.nonSymbol += int(count)
			w.nonSymbolChars += int(count) * int(tokens.Lengths[id])
		}
		if alpha {
			w.alpha += int(count)
		}
		w.stops |= stopWord(s)
	}
	return w
}

func (w *wordCounts) distinctStops() int { return bits.OnesCount(w.stops) }

// stopWord returns the bit of s if it is one of the filter's stop words, else 0.
func stopWord(s string) uint {
	switch s {
	case "the":
		return 1 << 0
	case "be":
		return 1 << 1
	case "to":
		return 1 << 2
	case "of":
		return 1 << 3
	case "and":
		return 1 << 4
	case "that":
		return 1 << 5
	case "have":
		return 1 << 6
	case "with":
		return 1 << 7
	default:
		return 0
	}
}

// classify reports whether s has anything but punctuation, and whether it has a letter.
func classify(t *pytext.Text, s string) (nonSymbol, alpha bool) {
	for r := range t.Chars(s) {
		nonSymbol = nonSymbol || !punctuation.has(r)
		if alpha = pytext.IsAlpha(r); alpha {
			return nonSymbol, true
		}
	}
	return nonSymbol, false
}

func hasAlpha(t *pytext.Text, s string) bool {
	_, alpha := classify(t, s)
	return alpha
}
