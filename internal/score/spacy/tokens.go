package spacy

import (
	"sync"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/measure"
	"github.com/copydesk/copydesk/internal/text"
)

// Tokens are a text's tokens, those of white space left out. They are valid until the text is released.
type Tokens struct {
	measure.Sequence

	// Starts are the byte offsets at which the tokens begin.
	Starts []int32

	types  measure.Interner
	chunks []chunk // by type of the text's words
	parts  []part
	split  splitter

	raw, tokens []Token // scratch
}

// chunk is the tokens of a type of words.
type chunk struct {
	first, count int32 // in parts
	tail         bool  // its last token is one of a cut-up exception, but not the last
	head         bool  // its first token is one of a cut-up exception, but not the first
}

// part is a token of a chunk.
type part struct {
	id    uint32 // type
	start int32  // in the chunk
}

type key struct{}

var pool = sync.Pool{New: func() any { return new(Tokens) }}

// Of returns the tokens of t.
func Of(t *measure.Text) *Tokens {
	return t.Unit(key{}, find).(*Tokens) //nolint:forcetypeassert // the key is ours
}

// Type returns the text of a type.
func (k *Tokens) Type(id uint32) string { return k.types.Text(id) }

// Types returns how many types there are.
func (k *Tokens) Types() int { return k.types.Len() }

// Span returns where token i stands in the text.
func (k *Tokens) Span(i int) text.Span {
	start := int(k.Starts[i])
	return text.Span{Start: start, End: start + len(k.Type(k.IDs[i]))}
}

// Release ends the use of k; the text does so.
func (k *Tokens) Release() {
	k.Reset()
	k.types.Reset()
	k.Starts, k.chunks, k.parts = k.Starts[:0], k.chunks[:0], k.parts[:0]
	pool.Put(k)
}

func find(t *measure.Text) measure.Unit {
	k := pool.Get().(*Tokens) //nolint:forcetypeassert // the pool holds nothing else
	w := t.Words()
	heads := false
	for id := range w.Types() {
		k.chunks = append(k.chunks, k.chunk(w.Type(uint32(id)))) //nolint:gosec // ids are 32 bits wide
		heads = heads || k.chunks[id].head
	}
	for i := 0; i < w.Len(); i++ {
		c := &k.chunks[w.IDs[i]]
		if heads && c.tail {
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
	id := k.types.ID(token)
	if int(id) == len(k.Counts) {
		k.Counts = append(k.Counts, 0)
		k.Lengths = append(k.Lengths, int32(utf8.RuneCountInString(token))) //nolint:gosec // texts are shorter than 2 GiB
	}
	return id
}

// chunk finds the tokens of a word.
func (k *Tokens) chunk(s string) chunk {
	c := chunk{first: int32(len(k.parts)), count: 1} //nolint:gosec // as above
	if isLetters(s) {
		if words.letters[s[0]]>>uint(min(len(s), 63))&1 == 0 {
			k.parts = append(k.parts, part{id: k.id(s)})
			return c
		}
	}
	k.raw = k.split.raw(k.raw[:0], s, 0, words)
	k.tokens = k.split.match.restore(k.tokens[:0], k.raw, s)
	if e := words.find(s[k.raw[0].Start:k.raw[0].End]); e != nil {
		c.head = e.inner
	}
	if last := k.raw[len(k.raw)-1]; true {
		if e := words.find(s[last.Start:last.End]); e != nil {
			c.tail = e.outer
		}
	}
	for _, t := range k.tokens {
		k.parts = append(k.parts, part{k.id(s[t.Start:t.End]), t.Start})
	}
	c.count = int32(len(k.tokens)) //nolint:gosec // as above
	return c
}

// group returns the last of the words from i on that hang together: a single space is between each and the next, and a
// cut-up exception might reach over it.
func (k *Tokens) group(s string, w *measure.Words, i int) int {
	for ; i+1 < w.Len() && k.chunks[w.IDs[i]].tail && k.chunks[w.IDs[i+1]].head; i++ {
		if end := w.Span(i).End; s[end] != ' ' || int(w.Starts[i+1]) != end+1 {
			break
		}
	}
	return i
}

// addGroup appends the tokens of words first to last, which hang together.
func (k *Tokens) addGroup(s string, w *measure.Words, first, last int) {
	k.raw = k.raw[:0]
	for i := first; i <= last; i++ {
		k.raw = k.split.raw(k.raw, w.Type(w.IDs[i]), w.Starts[i], words)
	}
	k.tokens = k.split.match.restore(k.tokens[:0], k.raw, s)
	for _, t := range k.tokens {
		k.add(k.id(s[t.Start:t.End]), t.Start)
	}
}
