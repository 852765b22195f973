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

	before, after spot
	loaded        byte // keeps what is read ahead from being left out
}

// Place is where a word stands: the two tokens before it, and the two after it.
type Place struct{ A, B, D, E ID }

// Between sets for each word of list what Pair returns for it in a place. What it looks at is loaded side by side first.
func (m *Model) Between(p Place, list []Beside) {
	for i := range list {
		w := &list[i]
		w.before, w.after = m.bigrams.spotOf(hash2(p.B, w.Word)), m.bigrams.spotOf(hash2(w.Word, p.D))
	}
	loaded := m.bigrams.load(m.bigrams.spotOf(hash2(p.A, p.B))) ^ m.bigrams.load(m.bigrams.spotOf(hash2(p.D, p.E))) // for CostsOf
	for i := range list {
		w := &list[i]
		loaded ^= m.bigrams.load(w.before) ^ m.bigrams.load(w.after) ^ m.unigrams[int(w.Word)*unigramLen]
	}
	if len(list) > 0 {
		list[0].loaded = loaded
	}
	_, backoffBefore := m.unigram(p.B)
	costAfter, _ := m.unigram(p.D)
	for i := range list {
		w := &list[i]
		cost, backoff := m.unigram(w.Word)
		before, after := m.bigrams.findAt(w.before), m.bigrams.findAt(w.after)
		if w.KnownBefore = before >= 0; w.KnownBefore {
			cost = int(m.bigrams.data[before])
		} else {
			cost += backoffBefore
		}
		if w.KnownAfter = after >= 0; w.KnownAfter {
			cost += int(m.bigrams.data[after])
		} else {
			cost += costAfter + backoff
		}
		w.Cost = int32(cost) //nolint:gosec // of two bytes each
	}
}

// CostsOf returns what a word of which Between found what is beside it costs in its place, and what the two tokens after it cost; nothing for what
// comes after the end of a sentence.
func (m *Model) CostsOf(p Place, w *Beside) (own, next, overNext int) {
	ids := [...]ID{p.A, p.B, w.Word, p.D, p.E}
	grams := [...]bigram{m.bigram(p.A, p.B), m.bigramAt(w.before, p.B, w.Word), m.bigramAt(w.after, w.Word, p.D), m.bigram(p.D, p.E)}
	var spots [3]spot
	var costs [3]int
	for i := range spots {
		costs[i] = shorter(grams[i], grams[i+1])
		if grams[i].found && grams[i+1].found {
			spots[i] = m.trigrams.spotOf(hash3(ids[i], ids[i+1], ids[i+2]))
			w.loaded ^= m.trigrams.load(spots[i])
		}
	}
	for i, s := range spots {
		if grams[i].found && grams[i+1].found {
			if at := m.trigrams.findAt(s); at >= 0 {
				costs[i] = int(m.trigrams.data[at])
			}
		}
	}
	if p.D == End {
		costs[2] = 0
	}
	return costs[0], costs[1], costs[2]
}
