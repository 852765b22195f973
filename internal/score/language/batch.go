package language

import "sync"

// leastWholes is the number of words from which they may be enough as a whole.
const leastWholes = 4

// roundChars is of how many characters words are spelt before it is asked whether that is enough.
const roundChars = 24

// batchSize is for how many n-grams there is room in a batch.
const batchSize = 512

// batch looks up the words and n-grams of a text side by side. A look-up waits for memory twice, for the index and for the entry, and those of other
// n-grams fill the wait: one after the other they take several times as long. The sums are the same in any order.
type batch struct {
	m   *Model
	e   *evidence // that the weights are added to
	add func(Script, []rune)

	// chars are the words, between boundaries where their script has some.
	chars [batchSize]rune
	n     int

	words  [batchSize]word
	nWords int

	now, next *list
	rows      rows
	touched   byte // keeps what is read ahead from being left out
}

// word is where a word is in the characters of a batch.
type word struct {
	start, end int32
	script     Script
}

// list is n-grams to look up.
type list struct {
	n     int
	grams [batchSize]gram
}

// gram is an n-gram to look up.
type gram struct {
	hash       uint64
	start, end int32 // in chars
	last       int32 // the end of the longest n-gram that begins at start
	role       role
	first, to  uint32 // its bucket
}

// role says what becomes of an n-gram that the model has, or lacks.
type role uint8

const (
	longer  role = iota // the shortest from its place: one that is longer follows if the model has it, a shorter one if not
	further             // one that is longer follows if the model has it
	shorter             // one that is shorter follows if the model lacks it
	whole               // a word: nothing follows
)

var batches = sync.Pool{New: func() any {
	b := &batch{now: new(list), next: new(list)}
	b.add = b.word // once, because a method value is allocated
	return b
}}

// word notes a word of a script that needs looking up. Where there is no room for it, what there is gets looked up first.
func (b *batch) word(s Script, padded []rune) {
	if b.m.alone[s] {
		return
	}
	if !s.hasBoundaries() {
		padded = padded[1 : len(padded)-1]
	}
	if b.n+len(padded) > batchSize {
		b.look()
	}
	start := b.n
	b.n += copy(b.chars[start:], padded)
	b.words[b.nWords] = word{int32(start), int32(b.n), s} //nolint:gosec // below batchSize
	b.nWords++
}

func (l *list) push(g gram) {
	l.grams[l.n] = g
	l.n++
}

// look looks up the words that there are: first as a whole, then the n-grams of some that are spread over all of them, then those of others, until it is
// clear which language they are in.
func (b *batch) look() {
	b.wholes()
	if b.nWords < leastWholes || !b.m.isClear(b.e) {
		rounds := max(1, b.n/roundChars)
		for round := range rounds {
			for i := round; i < b.nWords; i += rounds {
				b.spell(b.words[i])
			}
			b.lookUp()
			if round+1 < rounds && b.m.isClear(b.e) {
				break
			}
		}
	}
	b.n, b.nWords = 0, 0
}

// wholes looks up all words as a whole.
func (b *batch) wholes() {
	for _, w := range b.words[:b.nWords] {
		b.e.wholes[w.script]++
		if h, ok := WholeHash(w.script.unpadded(b.chars[w.start:w.end]), w.script); ok {
			b.now.push(gram{hash: h, role: whole})
		}
	}
	b.lookUp()
}

// spell begins to look up the n-grams of a word.
func (b *batch) spell(w word) {
	padded := b.chars[w.start:w.end]
	b.e.spelt[w.script]++
	b.e.places += len(padded)
	shortest, longest := w.script.shortest(), w.script.longest()
	for i := range padded {
		end, last := min(i+shortest, len(padded)), min(i+longest, len(padded))
		if end-i < shortest && i > 0 {
			break
		}
		b.now.push(gram{hash: hashOf(padded[i:end]), start: w.start + int32(i), end: w.start + int32(end), last: w.start + int32(last)}) //nolint:gosec // below batchSize
	}
}

// lookUp looks up what was begun, then what follows from that, until nothing does.
func (b *batch) lookUp() {
	for b.now.n > 0 {
		b.m.locate(b.now, &b.touched)
		for i := range b.now.n {
			b.follow(&b.now.grams[i], b.e)
		}
		b.now.n = 0
		b.now, b.next = b.next, b.now
	}
	b.rows.flush(&b.e.scores)
}

// follow adds the weights of a gram whose bucket is known, and notes which is to be looked up next because of it.
func (b *batch) follow(g *gram, e *evidence) {
	found := b.m.addFrom(g, &e.scores, &b.rows)
	switch {
	case g.role == whole:
		if found {
			e.known++
		}
	case found:
		e.depth++
		if g.role != shorter && g.end < g.last {
			b.next.push(gram{hash: extend(g.hash, b.chars[g.end]), start: g.start, end: g.end + 1, last: g.last, role: further})
		}
	case g.role != further:
		if end := g.end - 1; end > g.start && b.chars[end-1] != boundary {
			b.next.push(gram{hash: hashOf(b.chars[g.start:end]), start: g.start, end: end, last: g.last, role: shorter})
		}
	}
}

// cacheLine is the length of a line of the cache; the bucket of a whole row has several.
const cacheLine = 64

// locate sets the buckets of all grams, and reads the first bytes of the first two lines of each.
func (m *Model) locate(l *list, touched *byte) {
	for i := range l.n {
		g := &l.grams[i]
		bucket := g.hash >> (64 - bucketBits)
		g.first, g.to = m.start(bucket), m.start(bucket+1)
	}
	sum := byte(0)
	for i := range l.n {
		if g := &l.grams[i]; g.first < g.to && uint(g.to) <= uint(len(m.entries)) {
			sum += m.entries[g.first] ^ m.entries[min(g.first+cacheLine, g.to-1)]
		} else {
			g.to = g.first // nothing, or damaged: the file as a whole is checked nowhere
		}
	}
	*touched += sum
}
