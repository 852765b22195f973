package spacy

import (
	"sync"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Tokens are a text's tokens, those of white space left out. They are valid until the text is released.
type Tokens struct {
	pytext.Sequence

	// Starts are the byte offsets at which the tokens begin.
	Starts []int32

	words   *pytext.Words
	chunks  []chunk // by type of the text's words
	parts   []part
	numbers []uint32              // of the types, as the words number them
	types   []uint32              // by those numbers, from 1; 0 where there is none
	single  [utf8.RuneSelf]uint32 // types of tokens of one ASCII character, from 1; 0 where there is none
	split   splitter

	raw, tokens []Token // scratch
}

// chunk is the tokens of a type of words.
type chunk struct {
	first, count int32  // in parts
	head, tail   *entry // of its first and last token before exceptions are put together
}

// part is a token of a chunk.
type part struct {
	id    uint32 // type
	start int32  // in the chunk
}

type key struct{}

// maxKept is how many tokens memory may have room for to be used again, so that one large text does not keep its own.
const maxKept = 1 << 17

var pool = sync.Pool{New: func() any { return new(Tokens) }}

// Of returns the tokens of t.
func Of(t *pytext.Text) *Tokens {
	return t.Unit(key{}, find).(*Tokens) //nolint:forcetypeassert // the key is ours
}

// Type returns the text of a type.
func (k *Tokens) Type(id uint32) string { return k.words.Type(k.numbers[id]) }

// Types returns how many types there are.
func (k *Tokens) Types() int { return len(k.numbers) }

// Span returns where token i stands in the text.
func (k *Tokens) Span(i int) text.Span {
	start := int(k.Starts[i])
	return text.Span{Start: start, End: start + len(k.Type(k.IDs[i]))}
}

// Release ends the use of k; the text does so.
func (k *Tokens) Release() {
	k.Reset()
	k.words, k.single = nil, [utf8.RuneSelf]uint32{}
	k.Starts, k.chunks, k.parts = k.Starts[:0], k.chunks[:0], k.parts[:0]
	k.numbers, k.types = k.numbers[:0], k.types[:0]
	if cap(k.IDs) <= maxKept {
		pool.Put(k)
	}
}

func find(t *pytext.Text) pytext.Unit {
	k := pool.Get().(*Tokens) //nolint:forcetypeassert // the pool holds nothing else
	w := t.Words()
	k.words = w
	k.types = append(k.types, make([]uint32, w.Types())...)
	for id := range uint32(w.Types()) { //nolint:gosec // types are numbered so
		k.chunks = append(k.chunks, k.chunk(id))
	}
	for i := 0; i < w.Len(); i++ {
		c := &k.chunks[w.IDs[i]]
		if c.tail != nil {
			if last := k.group(t.S, w, i); last > i {
				k.addGroup(t.S, w, i, last)
				i = last
				continue
			}
		}
		start := w.Starts[i]
		for _, p := range k.parts[c.first : c.first+c.count] {
			k.add(p.id, start+p.start)
		}
	}
	return k
}

// add appends a token of a type that is known.
func (k *Tokens) add(id uint32, start int32) {
	k.Add(id, 0) // the length of the type is known
	k.Starts = append(k.Starts, start)
}

// id returns the type of a token.
func (k *Tokens) id(token string) uint32 {
	if len(token) > 1 || token[0] >= utf8.RuneSelf {
		return k.numbered(k.words.Number(token))
	}
	id := &k.single[token[0]]
	if *id == 0 {
		*id = k.numbered(k.words.Number(token)) + 1
	}
	return *id - 1
}

// numbered returns the type of the token that the words give the number n.
func (k *Tokens) numbered(n uint32) uint32 {
	if int(n) >= len(k.types) {
		k.types = append(k.types, make([]uint32, int(n)+1-len(k.types))...)
	}
	if k.types[n] == 0 {
		k.numbers = append(k.numbers, n)
		k.types[n] = uint32(len(k.numbers)) //nolint:gosec // a text has fewer tokens than 2^32
		k.Counts = append(k.Counts, 0)
		k.Lengths = append(k.Lengths, k.length(n))
	}
	return k.types[n] - 1
}

// length returns the length in code points of the string that the words give the number n.
func (k *Tokens) length(n uint32) int32 {
	if int(n) < len(k.words.Lengths) {
		return k.words.Lengths[n]
	}
	return int32(utf8.RuneCountInString(k.words.Type(n))) //nolint:gosec // texts are shorter than 2 GiB
}

// chunk finds the tokens of the words of a type.
func (k *Tokens) chunk(id uint32) chunk {
	s := k.words.Type(id)
	found := k.cut(s)
	c := chunk{int32(len(k.parts)), int32(len(found)), k.split.match.first, k.split.match.last} //nolint:gosec // as above
	if len(found) == 1 {
		k.parts = append(k.parts, part{k.numbered(id), 0})
		return c
	}
	for _, t := range found {
		k.parts = append(k.parts, part{k.id(s[t.Start:t.End]), t.Start})
	}
	return c
}

// cut returns the tokens of a word. They are valid until the next is cut.
func (k *Tokens) cut(s string) []Token {
	k.raw = k.split.raw(k.raw[:0], s, 0, words)
	if k.split.simple {
		return k.raw
	}
	k.tokens = k.split.match.restore(k.tokens[:0], k.raw, s)
	return k.tokens
}

// group returns the last of the words from i on that hang together: a single space is between each and the next, and a
// cut-up exception might reach over it.
func (k *Tokens) group(s string, w *pytext.Words, i int) int {
	for ; i+1 < w.Len() && hang(k.chunks[w.IDs[i]].tail, k.chunks[w.IDs[i+1]].head); i++ {
		if end := w.Span(i).End; s[end] != ' ' || int(w.Starts[i+1]) != end+1 {
			break
		}
	}
	return i
}

// addGroup appends the tokens of words first to last, which hang together.
func (k *Tokens) addGroup(s string, w *pytext.Words, first, last int) {
	for _, t := range k.cutGroup(s, w, first, last) {
		k.add(k.id(s[t.Start:t.End]), t.Start)
	}
}

// cutGroup returns the tokens of words first to last, which hang together. They are valid until the next words are cut.
func (k *Tokens) cutGroup(s string, w *pytext.Words, first, last int) []Token {
	k.raw = k.raw[:0]
	for i := first; i <= last; i++ {
		k.raw = k.split.raw(k.raw, w.Type(w.IDs[i]), w.Starts[i], words)
	}
	k.tokens = k.split.match.restore(k.tokens[:0], k.raw, s)
	return k.tokens
}
