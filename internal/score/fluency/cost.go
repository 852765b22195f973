package fluency

// bigram is what is known of two tokens that follow one another.
type bigram struct {
	cost    int // of the second
	backoff int // of what follows both
	found   bool
}

// bigram looks up two tokens.
func (m *Model) bigram(a, b ID) bigram {
	at := m.bigrams.find(hash2(a, b))
	if at < 0 {
		cost, _ := m.unigram(b)
		_, backoff := m.unigram(a)
		return bigram{cost: cost + backoff}
	}
	return bigram{int(m.bigrams.data[at]), int(m.bigrams.data[at+1]) - backoffZero, true}
}

// Cost returns the cost of c after a and b, in sixteenths of a nat.
func (m *Model) Cost(a, b, c ID) int { return m.next(m.bigram(a, b), m.bigram(b, c), a, b, c) }

// next returns the cost of c after a and b, of which ab and bc are known. A trigram is only in the model if both of its bigrams are.
func (m *Model) next(ab, bc bigram, a, b, c ID) int {
	if !ab.found {
		return max(bc.cost, 0)
	}
	if bc.found {
		if at := m.trigrams.find(hash3(a, b, c)); at >= 0 {
			return int(m.trigrams.data[at])
		}
	}
	return max(bc.cost+ab.backoff, 0)
}

// Pair returns the cost of b after a, whatever is before a, and whether the two are known to follow one another.
func (m *Model) Pair(a, b ID) (cost int, known bool) {
	g := m.bigram(a, b)
	return g.cost, g.found
}

// PairCost is two tokens that follow one another, and what Pairs finds of them.
type PairCost struct {
	A, B  ID
	Known bool
	Cost  int

	loaded byte
}

// Pairs sets for each of list what Pair returns. It is quicker for many: what it looks at is loaded side by side first.
func (m *Model) Pairs(list []PairCost) {
	for i := range list {
		list[i].loaded = m.bigrams.load(hash2(list[i].A, list[i].B))
	}
	for i := range list {
		p := &list[i]
		p.Cost, p.Known = m.Pair(p.A, p.B)
	}
}
