package main

import (
	"cmp"
	"slices"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/corpus"
)

const labels = tagger.Labels

// allowed is a set of labels, a bit for each.
type allowed uint16

const anything allowed = 1<<labels - 1

// example is a run of words that may be in names: the numbers of their features one after another, how many each has, and the
// labels that each may get.
type example struct {
	features []uint32
	lengths  []uint8
	labels   []allowed
	weight   float32
	times    int // in a pass

	document int32    // the number of the document
	words    []uint64 // the hash of each word, 0 if it is not capitalised
	hints    []uint32 // the numbers of the features that the rest of the document gives
	hinted   []uint8  // how many of them each word has
}

// learner collects examples.
type learner struct {
	numbers   numbers
	extractor *tagger.Extractor
	examples  []example
	hashes    []uint64
	documents int32
}

// add adds the sentences of a document. Those that an annotator has read count as such, whatever the weight of the others.
func (t *learner) add(d document, weight float32, times int) {
	slices.SortFunc(d.names, func(a, b span) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.end, b.end), cmp.Compare(a.class, b.class))
	})
	t.documents++
	eachSentence(d.text, func(s *tagger.Sentence) {
		labels := goldLabels(s.Words, d.names)
		weight := weight
		if len(s.Words) > 0 && d.wasRead(s.Words) {
			weight = 1
		}
		x := t.extractor
		x.Begin(s)
		for start := 0; start < len(s.Words); {
			e := example{weight: weight, times: times, document: t.documents}
			end := start
			for ; end < len(s.Words) && (end == start && x.Wanted(end) || end > start && x.Joins(end)); end++ {
				t.hashes = x.Append(t.hashes[:0], s, end)
				for _, h := range t.hashes {
					e.features = append(e.features, t.numbers.of(h))
				}
				e.lengths = append(e.lengths, uint8(len(t.hashes))) //nolint:gosec // at most MaxFeatures
				e.labels = append(e.labels, labels[end])
				e.words = append(e.words, x.CapitalHash(end))
			}
			if end > start {
				t.keep(e)
			}
			start = max(end, start+1)
		}
	})
}

// keep keeps e. A name that goes on in words that can be in none is unsure.
func (t *learner) keep(e example) {
	if !possible(e.labels) {
		for i, l := range e.labels {
			if l != 1<<tagger.Outside {
				e.labels[i] = anything
			}
		}
	}
	e.features = slices.Clip(e.features)
	t.examples = append(t.examples, e)
}

// possible reports whether a sequence of labels of whole names is allowed.
func possible(sets []allowed) bool {
	at := allowed(1 << tagger.Outside)
	for _, set := range sets {
		next := allowed(0)
		for l := range tagger.Label(labels) {
			for before := range tagger.Label(labels) {
				if at>>before&1 != 0 && set>>l&1 != 0 && l.MayFollow(before) {
					next |= 1 << l
				}
			}
		}
		at = next
	}
	for l := range tagger.Label(labels) {
		if at>>l&1 != 0 && l.Closes() {
			return true
		}
	}
	return false
}

// eachSentence prepares each sentence of s for the tagger.
func eachSentence(s string, do func(*tagger.Sentence)) {
	words, sentences := corpus.Split(s)
	var memory tagger.Memory
	var lists []gazetteer.Lists
	for _, span := range sentences {
		own := text.WordsIn(words, span)
		memory.Note(s, own, gazetteer.AppendLists(lists[:0], s, own))
	}
	for _, span := range sentences {
		own := text.WordsIn(words, span)
		if len(own) > 0 {
			do(&tagger.Sentence{
				Text: s, Words: own,
				Lists: gazetteer.AppendLists(nil, s, own), Seen: memory.AppendSeen(nil, s, own),
			})
		}
	}
}

// goldLabels returns the labels that words may get. A word belongs to the name that covers its first byte.
func goldLabels(words []text.Word, names []span) []allowed {
	out := make([]allowed, len(words))
	next := 0
	for i := 0; i < len(words); {
		for next < len(names) && names[next].end <= int(words[i].Start) {
			next++
		}
		if next == len(names) || names[next].start > int(words[i].Start) {
			out[i] = 1 << tagger.Outside
			i++
			continue
		}
		n := 1
		for i+n < len(words) && int(words[i+n].Start) < names[next].end {
			n++
		}
		for j := range n {
			if out[i+j] = anything; names[next].class != unsure {
				out[i+j] = 1 << tagger.LabelAt(names[next].class, j, n)
			}
		}
		i += n
	}
	return out
}

// numbers gives each feature a number, from 1, and counts how often it occurs.
type numbers struct {
	slots  []uint32 // a power of two of them
	hashes []uint64 // by number
	counts []uint32
}

func newNumbers() numbers {
	return numbers{slots: make([]uint32, 1<<20), hashes: []uint64{0}, counts: []uint32{0}}
}

func (n *numbers) of(hash uint64) uint32 {
	if len(n.hashes)*2 > len(n.slots) {
		n.grow()
	}
	slot := n.slot(hash)
	if n.slots[slot] == 0 {
		n.slots[slot] = uint32(len(n.hashes)) //nolint:gosec // some millions
		n.hashes, n.counts = append(n.hashes, hash), append(n.counts, 0)
	}
	n.counts[n.slots[slot]]++
	return n.slots[slot]
}

func (n *numbers) slot(hash uint64) int {
	mask := len(n.slots) - 1
	at := int(hash>>1) & mask //nolint:gosec // a hash
	for n.slots[at] != 0 && n.hashes[n.slots[at]] != hash {
		at = (at + 1) & mask
	}
	return at
}

func (n *numbers) grow() {
	n.slots = make([]uint32, 2*len(n.slots))
	for i, h := range n.hashes[1:] {
		n.slots[n.slot(h)] = uint32(i + 1) //nolint:gosec // some millions
	}
}
