package language

import (
	"sync"

	"github.com/copydesk/copydesk/internal/model"
)

// batchSize is for how many n-grams there is room in a batch.
const batchSize = 512

// batch looks up the n-grams of many words side by side. A look-up waits for memory twice, for the index and for the entry, and those of other
// n-grams fill the wait: one after the other they take several times as long. The sums are the same in any order.
type batch struct {
	m   *Model
	e   *evidence // that the weights are added to
	add func(Script, []rune)

	// chars are the words, between boundaries where their script has some.
	chars [batchSize]rune
	n     int

	now, next list
	rows      rows
	touched   byte // keeps what is read ahead from being left out
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
	b := new(batch)
	b.add = b.word // once, because a method value is allocated
	return b
}}

// word adds the n-grams of a word of a script that needs looking up. Where there is no room for them, what there is gets looked up first.
func (b *batch) word(s Script, padded []rune) {
	if b.m.alone[s] {
		return
	}
	e := b.e
	if !s.hasBoundaries() {
		padded = padded[1 : len(padded)-1]
	}
	if b.n+len(padded) > batchSize || b.now.n+len(padded)+1 > batchSize {
		b.look()
	}
	start := b.n
	b.n += copy(b.chars[start:], padded)
	e.looked++
	e.places += len(padded)
	shortest, longest := s.shortest(), s.longest()
	for i := range padded {
		end, last := min(i+shortest, len(padded)), min(i+longest, len(padded))
		if end-i < shortest && i > 0 {
			break
		}
		b.now.push(gram{hash: hashOf(padded[i:end]), start: int32(start + i), end: int32(start + end), last: int32(start + last)}) //nolint:gosec // below batchSize
	}
	if s.isWhole(padded) {
		b.now.push(gram{hash: hashOf(padded), role: whole})
	} else {
		e.known++
	}
}

func (l *list) push(g gram) {
	l.grams[l.n] = g
	l.n++
}

// look looks up what there is, then what follows from that, until nothing does.
func (b *batch) look() {
	for b.now.n > 0 {
		b.m.locate(&b.now, &b.touched)
		for i := range b.now.n {
			b.follow(&b.now.grams[i], b.e)
		}
		b.now.n = copy(b.now.grams[:], b.next.grams[:b.next.n])
		b.next.n = 0
	}
	b.rows.flush(&b.e.scores)
	b.n = 0
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
		at := 4 * (g.hash >> (64 - bucketBits))
		ix := m.index[at:][:8]
		g.first, g.to = model.Uint32(ix, 0), model.Uint32(ix, 4)
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
