package spacy

import (
	"slices"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Tokens are a text's tokens without those of white space. They are valid until the text's units are released.
type Tokens struct {
	pytext.Sequence

	// Starts are the byte offsets at which the tokens begin.
	Starts []int32

	t       *pytext.Text
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
	first, count int32 // in parts; the type of the token itself where there is one

	// head and tail are the numbers in the lexicon of its first and last token, before exceptions are put together.
	head, tail uint16
}

// part is a token of a chunk.
type part struct {
	id    uint32 // type
	start int32  // in the chunk
}

type key struct{}

var tokenPool pool.Of[Tokens]

// Of returns the tokens of t.
func Of(t *pytext.Text) *Tokens {
	return t.Unit(key{}, find).(*Tokens) //nolint:forcetypeassert // the key is ours
}

// Type returns the text of a type.
func (k *Tokens) Type(id uint32) string { return k.words.Type(k.numbers[id]) }

// Types returns how many types there are.
func (k *Tokens) Types() int { return len(k.numbers) }

// Span returns where token i is.
func (k *Tokens) Span(i int) text.Span {
	start := int(k.Starts[i])
	return text.Span{Start: start, End: start + len(k.Type(k.IDs[i]))}
}

// Cover returns where the n tokens from number at on are.
func (k *Tokens) Cover(at, n int) text.Span {
	return text.Span{Start: int(k.Starts[at]), End: k.Span(at + n - 1).End}
}

// Repeats returns what repeats among the n-grams, n from 2 to LongestGram.
func (k *Tokens) Repeats(n int) *pytext.Repeats { return k.RepeatsUpTo(n, LongestGram) }

// LongestGram is the longest n-gram of tokens that is counted.
const LongestGram = 4

// Release ends the use of k; the text does so.
func (k *Tokens) Release() {
	size := k.Size() + pool.Size(k.Starts) + pool.Size(k.chunks) + pool.Size(k.parts) + pool.Size(k.numbers) +
		pool.Size(k.types) + pool.Size(k.raw) + pool.Size(k.tokens) + k.split.size()
	k.Reset()
	k.t, k.words, k.single = nil, nil, [utf8.RuneSelf]uint32{}
	k.split.setText(nil)
	k.Starts, k.chunks, k.parts = k.Starts[:0], k.chunks[:0], k.parts[:0]
	k.numbers, k.types = k.numbers[:0], k.types[:0]
	tokenPool.Put(k, size)
}

// begin sets the text that k is of.
func (k *Tokens) begin(t *pytext.Text) {
	k.SetText(t)
	k.t, k.words = t, t.Words()
	k.split.setText(t)
	k.chunks = slices.Grow(k.chunks, k.words.Types())
}

func find(t *pytext.Text) pytext.Unit {
	k := tokenPool.Get()
	k.begin(t)
	w := k.words
	k.IDs, k.Starts = slices.Grow(k.IDs, w.Len()), slices.Grow(k.Starts, w.Len())
	k.types = append(k.types, make([]uint32, w.Types())...)
	for id, s := range w.All() {
		k.chunks = append(k.chunks, k.chunk(id, s))
	}
	k.raw, k.tokens = kept(k.raw), kept(k.tokens)
	for i := 0; i < w.Len(); i++ {
		t.Tick(4)
		c := &k.chunks[w.IDs[i]]
		if c.tail != 0 {
			if last := k.group(t.S, w, i); last > i {
				k.addGroup(t.S, w, i, last)
				i = last
				continue
			}
		}
		start := w.Starts[i]
		if c.count == 1 {
			k.add(uint32(c.first), start) //nolint:gosec // a type
			continue
		}
		for _, p := range k.parts[c.first : c.first+c.count] {
			k.add(p.id, start+p.start)
		}
	}
	return k
}

// kept returns s, or nothing if it is large.
func kept(s []Token) []Token {
	if pool.Size(s) > pool.MaxKept {
		return nil
	}
	return s
}

// add appends a token of a type that is known.
func (k *Tokens) add(id uint32, start int32) {
	k.Add(id, 0) // the length of the type is known
	k.Starts = append(k.Starts, start)
}

// id returns the type of the token that is bytes start to end of the words' type id.
func (k *Tokens) id(id uint32, start, end int32) uint32 {
	if c := k.words.Type(id)[start]; end == start+1 && c < utf8.RuneSelf {
		if k.single[c] == 0 {
			k.single[c] = k.numbered(k.words.NumberOfPart(id, int(start), int(end))) + 1
		}
		return k.single[c] - 1
	}
	return k.numbered(k.words.NumberOfPart(id, int(start), int(end)))
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
	return int32(utf8.RuneCountInString(k.words.Type(n))) //nolint:gosec // a Text is shorter than 2 GiB
}

// chunk finds the tokens of the words of a type.
func (k *Tokens) chunk(id uint32, s string) chunk {
	found := k.cut(s)
	c := chunk{int32(len(k.parts)), int32(len(found)), k.split.match.first.number(), k.split.match.last.number()} //nolint:gosec // a Text is shorter than 2 GiB
	if len(found) == 1 {
		c.first = int32(k.numbered(id)) //nolint:gosec // a Text is shorter than 2 GiB
		return c
	}
	for _, t := range found {
		k.t.Tick(8)
		k.parts = append(k.parts, part{k.id(id, t.Start, t.End), t.Start})
	}
	return c
}

// cut returns the tokens of a word. They are valid until the next word is cut.
func (k *Tokens) cut(s string) []Token {
	k.raw = k.split.raw(k.raw[:0], s, 0, words)
	if k.split.simple {
		return k.raw
	}
	if k.split.match.find(k.raw, s); len(k.split.match.matches) == 0 {
		return k.raw
	}
	k.tokens = k.split.match.join(k.tokens[:0], k.raw, s)
	return k.tokens
}

// group returns the last of the words from i on that have to be cut together: a single space is between each and the next,
// and a cut-up exception might reach over it.
func (k *Tokens) group(s string, w *pytext.Words, i int) int {
	for ; i+1 < w.Len() && hang(words.entries[k.chunks[w.IDs[i]].tail], words.entries[k.chunks[w.IDs[i+1]].head]); i++ {
		k.t.Tick(4)
		if end := w.Span(i).End; s[end] != ' ' || int(w.Starts[i+1]) != end+1 {
			break
		}
	}
	return i
}

// addGroup appends the tokens of words first to last, which are cut together.
func (k *Tokens) addGroup(s string, w *pytext.Words, first, last int) {
	id, from := w.IDs[first], w.Starts[first]
	for _, t := range k.cutGroup(s, w, first, last) {
		for first < last && w.Starts[first+1] <= t.Start {
			first++
			id, from = w.IDs[first], w.Starts[first]
		}
		k.add(k.id(id, t.Start-from, t.End-from), t.Start)
	}
}

// cutGroup returns the tokens of words first to last, which are cut together. They are valid until the next words are cut.
func (k *Tokens) cutGroup(s string, w *pytext.Words, first, last int) []Token {
	k.raw = k.raw[:0]
	for i := first; i <= last; i++ {
		k.raw = k.split.raw(k.raw, w.Type(w.IDs[i]), w.Starts[i], words)
	}
	k.tokens = k.split.match.restore(k.tokens[:0], k.raw, s)
	return k.tokens
}
