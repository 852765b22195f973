package fluency

// bigram is what is known of two tokens that follow one another.
type bigram struct {
	cost    int32 // of the second
	backoff int32 // of what follows both
	found   bool
}

// bigram looks up two tokens.
func (m *Model) bigram(a, b ID) bigram { return m.bigramAt(m.bigrams.spotOf(hash2(a, b)), a, b) }

// bigramAt is bigram for tokens of which is known where they are looked up.
func (m *Model) bigramAt(s spot, a, b ID) bigram {
	at := m.bigrams.findAt(s)
	if at < 0 {
		cost, _ := m.unigram(b)
		_, backoff := m.unigram(a)
		return bigram{cost: int32(cost + backoff)} //nolint:gosec // two bytes and one
	}
	value := m.bigrams.data[at:][:2]
	return bigram{int32(value[0]), int32(value[1]) - backoffZero, true}
}

// Cost returns the cost of c after a and b, in sixteenths of a nat.
func (m *Model) Cost(a, b, c ID) int { return m.next(m.bigram(a, b), m.bigram(b, c), a, b, c) }

// next returns the cost of c after a and b, of which ab and bc are known. A trigram is only in the model if both of its bigrams are.
func (m *Model) next(ab, bc bigram, a, b, c ID) int {
	if ab.found && bc.found {
		if at := m.trigrams.find(hash3(a, b, c)); at >= 0 {
			return int(m.trigrams.data[at])
		}
	}
	return shorter(ab, bc)
}

// shorter returns the cost of the last of three tokens that are not in the model together, of which ab and bc are known.
func shorter(ab, bc bigram) int {
	if !ab.found {
		return int(max(bc.cost, 0))
	}
	return int(max(bc.cost+ab.backoff, 0))
}

// Pair returns the cost of b after a, whatever is before a, and whether the two are known to follow one another.
func (m *Model) Pair(a, b ID) (cost int, known bool) {
	g := m.bigram(a, b)
	return int(g.cost), g.found
}

// Beside is a word between two tokens, and what Between finds of it.
type Beside struct {
	Word ID

	// KnownBefore and KnownAfter say whether the word is known to follow the token before it, and the token after it to follow the word.
	KnownBefore, KnownAfter bool

	// Cost is what the word costs after the token before it, and the token after it after the word: see Pair.
	Cost int32

	before, after    spot
	toWord, fromWord bigram
	loaded           byte // keeps what is read ahead from being left out
}

// Place is where a word stands: the two tokens before it, and the two after it.
type Place struct{ A, B, D, E ID }

// Between sets for each word of list what Pair returns for it in a place. What it looks at is loaded side by side first.
func (m *Model) Between(p Place, list []Beside) {
	for i := range list {
		w := &list[i]
		w.before, w.after = m.bigrams.spotOf(hash2(p.B, w.Word)), m.bigrams.spotOf(hash2(w.Word, p.D))
	}
	loaded := byte(0)
	for i := range list {
		w := &list[i]
		loaded ^= m.bigrams.load(w.before) ^ m.bigrams.load(w.after) ^ m.unigrams[int(w.Word)*unigramLen]
	}
	if len(list) > 0 {
		list[0].loaded = loaded
	}
	for i := range list {
		w := &list[i]
		w.toWord, w.fromWord = m.bigramAt(w.before, p.B, w.Word), m.bigramAt(w.after, w.Word, p.D)
		w.KnownBefore, w.KnownAfter, w.Cost = w.toWord.found, w.fromWord.found, w.toWord.cost+w.fromWord.cost
	}
}

// CostsOf returns what a word of which Between found what is beside it costs in its place, and what the two tokens after it cost; nothing for what
// comes after the end of a sentence.
func (m *Model) CostsOf(p Place, w *Beside) (own, next, overNext int) {
	before, after := m.bigrams.spotOf(hash2(p.A, p.B)), m.bigrams.spotOf(hash2(p.D, p.E))
	w.loaded = m.bigrams.load(before) ^ m.bigrams.load(after)
	own = m.next(m.bigramAt(before, p.A, p.B), w.toWord, p.A, p.B, w.Word)
	next = m.next(w.toWord, w.fromWord, p.B, w.Word, p.D)
	if p.D != End {
		overNext = m.next(w.fromWord, m.bigramAt(after, p.D, p.E), w.Word, p.D, p.E)
	}
	return own, next, overNext
}
