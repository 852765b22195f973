package pytext

import (
	"iter"
	"slices"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// Words are a text's words as str.split finds them: the runs between white space.
type Words struct {
	Sequence

	// Starts are the byte offsets at which the words begin.
	Starts []int32

	t       *Text
	numbers Interner
}

// Type returns the text of a type, or of another number that NumberOf or NumberOfPart gave.
func (w *Words) Type(id uint32) string { return w.numbers.Text(id) }

// Types returns how many types there are.
func (w *Words) Types() int { return len(w.Counts) }

// All yields the types and their texts in the order of their first appearance.
func (w *Words) All() iter.Seq2[uint32, string] {
	return func(yield func(uint32, string) bool) {
		for id := range uint32(len(w.Counts)) { //nolint:gosec // types are numbered so
			s := w.numbers.Text(id)
			w.t.Tick(len(s) + 4)
			if !yield(id, s) {
				return
			}
		}
	}
}

// NumberOf returns the type that b is, or a number of its own from Types on. Those numbers end with the units of the text.
func (w *Words) NumberOf(b []byte) uint32 { return w.numbers.Bytes(b) }

// NumberOfPart is NumberOf for bytes start to end of a type.
func (w *Words) NumberOfPart(id uint32, start, end int) uint32 {
	if at := w.numbers.strings[id].start; at >= 0 {
		return w.numbers.Part(int(at)+start, int(at)+end)
	}
	return w.numbers.ID(w.Type(id)[start:end])
}

// Span returns where word i is.
func (w *Words) Span(i int) text.Span {
	start := int(w.Starts[i])
	return text.Span{Start: start, End: start + len(w.Type(w.IDs[i]))}
}

// Cover returns where the n words from word i on are.
func (w *Words) Cover(i, n int) text.Span {
	return text.Span{Start: int(w.Starts[i]), End: w.Span(i + n - 1).End}
}

func (w *Words) find(t *Text) {
	w.t, w.Sequence.t = t, t
	w.numbers.Reset(t.S)
	s, sample := t.S, sampled
	for i := 0; i < len(s); {
		i += gapLen(s[i:])
		if i == len(s) {
			break
		}
		n, h, runes := hashedWord(s[i:])
		w.Add(w.numbers.part(s[i:i+n], h, i), int32(runes)) //nolint:gosec // a Text is shorter than 2 GiB
		w.Starts = append(w.Starts, int32(i))               //nolint:gosec // a Text is shorter than 2 GiB
		i += n
		t.Tick(n + 4)
		if i >= sample && sample > 0 {
			w.makeRoom(len(s)/i + 1)
			sample = 0
		}
	}
}

// sampled is the number of bytes after which the number of words in the rest is estimated.
const sampled = 64 << 10

// makeRoom makes room for so many times the words that there are.
func (w *Words) makeRoom(times int) {
	more := len(w.IDs) * times
	w.IDs, w.Starts = slices.Grow(w.IDs, more), slices.Grow(w.Starts, more)
}

// gapLen is SpaceLen, faster where s begins with a word, or with one space and a word, in ASCII.
func gapLen(s string) int {
	n := 0
	if s[0] == ' ' {
		n = 1
	}
	if n < len(s) && s[n] > ' ' && s[n] < utf8.RuneSelf {
		return n
	}
	return SpaceLen(s)
}

// trim forgets the numbers that are not types, if there are so many that they matter.
func (w *Words) trim() {
	if w.numbers.Len() > w.Types()+manyNumbers {
		w.numbers.truncate(w.Types())
	}
}

// manyNumbers is how many strings besides the words are kept until the text is released.
const manyNumbers = 1 << 15

func (w *Words) reset() {
	w.Reset()
	w.t, w.Starts = nil, w.Starts[:0]
	w.numbers.Reset("")
}

func (w *Words) size() int { return w.Size() + pool.Size(w.Starts) + w.numbers.size() }

// SpaceLen returns the length of the white space that s begins with.
func SpaceLen(s string) int {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if !IsSpace(rune(c)) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !IsSpace(r) {
			return i
		}
		i += n
	}
	return len(s)
}

// WordLen returns the length of what s begins with up to white space.
func WordLen(s string) int {
	for i := 0; i < len(s); {
		c := s[i]
		if c > ' ' && c < utf8.RuneSelf {
			i++
			continue
		}
		if c < utf8.RuneSelf {
			if IsSpace(rune(c)) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if IsSpace(r) {
			return i
		}
		i += n
	}
	return len(s)
}
