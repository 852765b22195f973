package dclm

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// tokens are the words of UAX #29 that begin with a letter or digit. None of them crosses white space except U+202F, so they
// are cut type by type out of the words between white space.
type tokens struct {
	pytext.Sequence

	t     *pytext.Text
	words *pytext.Words
	other *pytext.Text // the text that the words are of, if it is not the tokens' own

	numbers []uint32 // of the types of tokens, as the words number them
	types   []uint32 // by those numbers, from 1; 0 where there is none

	parts  []part  // of the types of words, one type after the other
	starts []int32 // where the parts of each type begin, and where those of the last end
}

// part is a token within a type of words.
type part struct {
	token uint32
	start int32 // its byte offset in the type
}

var tokenPool pool.Of[tokens]

// tokensKey is the key under which a text keeps its tokens.
type tokensKey struct{}

// tokensOf returns the tokens of t, valid until its units are released.
func tokensOf(t *pytext.Text) *tokens {
	return t.Unit(tokensKey{}, findTokens).(*tokens) //nolint:forcetypeassert // the key is ours
}

func findTokens(t *pytext.Text) pytext.Unit {
	k := tokenPool.Get()
	k.SetText(t)
	k.t, k.words = t, t.Words()
	if !t.ASCII && strings.Contains(t.S, narrowSpace) {
		k.other = t.Derive(joined(t.S))
		k.words = k.other.Words()
	}
	k.starts = append(slices.Grow(k.starts, k.words.Types()+1), 0)
	k.types = append(k.types, make([]uint32, k.words.Types())...)
	for id, word := range k.words.All() {
		t.Tick(len(word))
		k.cut(word)
		k.starts = append(k.starts, int32(len(k.parts))) //nolint:gosec // a Text is shorter than 2 GiB
		for _, p := range k.parts[k.starts[id]:] {
			k.Counts[p.token] += k.words.Counts[id]
		}
	}
	k.IDs = slices.Grow(k.IDs, k.words.Len())
	for _, id := range k.words.IDs {
		for _, p := range k.parts[k.starts[id]:k.starts[id+1]] {
			t.Tick(1)
			k.IDs = append(k.IDs, p.token)
		}
	}
	return k
}

// Release ends the use of the tokens.
func (k *tokens) Release() {
	if k.other != nil {
		k.other.Release()
	}
	k.t, k.words, k.other = nil, nil, nil
	k.Reset()
	k.numbers, k.types, k.parts, k.starts = k.numbers[:0], k.types[:0], k.parts[:0], k.starts[:0]
	tokenPool.Put(k, k.Size()+pool.Size(k.numbers)+pool.Size(k.types)+pool.Size(k.parts)+pool.Size(k.starts))
}

// add adds word[start:end] to the parts if it begins with a letter or digit.
func (k *tokens) add(word string, start, end int) {
	k.t.Tick(8)
	if starts(word[start:]) == 0 {
		return
	}
	number := uint32(len(k.starts) - 1) //nolint:gosec // that of the type being cut
	if end-start < len(word) {
		number = k.words.NumberOfPart(number, start, end)
	}
	k.parts = append(k.parts, part{k.typeOf(number), int32(start)}) //nolint:gosec // a Text is shorter than 2 GiB
}

// typeOf returns the type of the token that the words give this number.
func (k *tokens) typeOf(number uint32) uint32 {
	if int(number) >= len(k.types) {
		k.types = append(k.types, make([]uint32, int(number)+1-len(k.types))...)
	}
	if k.types[number] == 0 {
		k.numbers = append(k.numbers, number)
		k.types[number] = uint32(len(k.numbers)) //nolint:gosec // a text has fewer tokens than 2^32
		k.Counts = append(k.Counts, 0)
		k.Lengths = append(k.Lengths, int32(utf8.RuneCountInString(k.words.Type(number)))) //nolint:gosec // a Text is shorter than 2 GiB
	}
	return k.types[number] - 1
}

// text returns the text of a type.
func (k *tokens) text(id uint32) string { return k.words.Type(k.numbers[id]) }

// spans returns where stretches of tokens are, in order of their starts.
func (k *tokens) spans(stretches [][2]int32) []text.Span {
	spans := make([]text.Span, len(stretches))
	first, token := 0, int32(0) // the first stretch that may not have ended, the number of the next token
	for i, id := range k.words.IDs {
		for _, p := range k.parts[k.starts[id]:k.starts[id+1]] {
			k.t.Tick(2)
			for first < len(stretches) && stretches[first][1] <= token {
				first++
			}
			start := int(k.words.Starts[i] + p.start)
			for j := first; j < len(stretches) && stretches[j][0] <= token; j++ {
				if stretches[j][0] == token {
					spans[j].Start = start
				}
				spans[j].End = start + len(k.text(p.token))
			}
			token++
		}
		if first == len(stretches) {
			break
		}
	}
	return spans
}

// narrowSpace is the only white space at which UAX #29 does not break.
const narrowSpace = "\u202f"

// connectors have narrowSpace's class and length, and are not white space.
var connectors = []string{"\u203f", "\u2040", "\u2054", "\ufe33", "\ufe34", "\ufe4d", "\ufe4e", "\ufe4f", "\uff3f"}

// joined returns s with a connector that it does not hold in place of each narrowSpace, so that words are not split there.
func joined(s string) string {
	for _, c := range connectors {
		if !strings.Contains(s, c) {
			return strings.ReplaceAll(s, narrowSpace, c)
		}
	}
	return strings.ReplaceAll(s, narrowSpace, connectors[0])
}
