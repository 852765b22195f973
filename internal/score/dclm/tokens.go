package dclm

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// tokens are the words of UAX #29 that begin with a letter or digit. None of them crosses white space but U+202F, so they
// are cut type by type out of the words between white space.
type tokens struct {
	pytext.Sequence

	words *pytext.Words
	other *pytext.Text // whose words they are, if not the text's own

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

var tokenPool = sync.Pool{New: func() any { return new(tokens) }}

// tokensKey is the key under which a text keeps its tokens.
type tokensKey struct{}

// tokensOf returns the tokens of t, valid as long as t is.
func tokensOf(t *pytext.Text) *tokens {
	return t.Unit(tokensKey{}, findTokens).(*tokens) //nolint:forcetypeassert // the key is ours
}

func findTokens(t *pytext.Text) pytext.Unit {
	k := tokenPool.Get().(*tokens) //nolint:forcetypeassert // the pool holds nothing else
	k.words = t.Words()
	if !t.ASCII && strings.Contains(t.S, narrowSpace) {
		k.other = pytext.New(joined(t.S))
		k.words = k.other.Words()
	}
	k.starts = append(k.starts, 0)
	k.types = append(k.types, make([]uint32, k.words.Types())...)
	for id := range k.words.Types() {
		k.cut(k.words.Type(uint32(id)))
		k.starts = append(k.starts, int32(len(k.parts))) //nolint:gosec // texts are shorter than 2 GiB
		for _, p := range k.parts[k.starts[id]:] {
			k.Counts[p.token] += k.words.Counts[id]
		}
	}
	for _, id := range k.words.IDs {
		for _, p := range k.parts[k.starts[id]:k.starts[id+1]] {
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
	k.words, k.other = nil, nil
	k.numbers, k.types = kept(k.numbers), kept(k.types)
	if len(k.IDs) > maxKept {
		k.Sequence = pytext.Sequence{}
	}
	k.Reset()
	k.parts, k.starts = kept(k.parts), kept(k.starts)
	tokenPool.Put(k)
}

// add adds word[start:end] to the parts if it begins with a letter or digit.
func (k *tokens) add(word string, start, end int) {
	if starts(word[start:]) == 0 {
		return
	}
	number := uint32(len(k.starts) - 1) //nolint:gosec // that of the type which is being cut
	if end-start < len(word) {
		number = k.words.Number(word[start:end])
	}
	k.parts = append(k.parts, part{k.typeOf(number), int32(start)}) //nolint:gosec // texts are shorter than 2 GiB
}

// typeOf returns the type of the token that the words give a number.
func (k *tokens) typeOf(number uint32) uint32 {
	if int(number) >= len(k.types) {
		k.types = append(k.types, make([]uint32, int(number)+1-len(k.types))...)
	}
	if k.types[number] == 0 {
		k.numbers = append(k.numbers, number)
		k.types[number] = uint32(len(k.numbers)) //nolint:gosec // a text has fewer tokens than 2^32
		k.Counts = append(k.Counts, 0)
		k.Lengths = append(k.Lengths, int32(utf8.RuneCountInString(k.words.Type(number)))) //nolint:gosec // texts are shorter than 2 GiB
	}
	return k.types[number] - 1
}

// text returns the text of a type.
func (k *tokens) text(id uint32) string { return k.words.Type(k.numbers[id]) }

// spans returns where the tokens stand.
func (k *tokens) spans() []text.Span {
	spans := make([]text.Span, 0, len(k.IDs))
	for i, id := range k.words.IDs {
		for _, p := range k.parts[k.starts[id]:k.starts[id+1]] {
			start := int(k.words.Starts[i] + p.start)
			spans = append(spans, text.Span{Start: start, End: start + len(k.text(p.token))})
		}
	}
	return spans
}

// maxKept is how many elements of a buffer are kept for the next text.
const maxKept = 1 << 17

// kept returns b empty, without its memory if it is that of an unusually large text.
func kept[T any](b []T) []T {
	if cap(b) > maxKept {
		return nil
	}
	return b[:0]
}

// narrowSpace is the one white space at which UAX #29 does not break.
const narrowSpace = "\u202f"

// connectors are of narrowSpace's class and length, and no white space.
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
