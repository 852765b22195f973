package spun

import (
	"github.com/copydesk/copydesk/internal/score/fluency"
)

// The features of a word, in the order of the forests. Costs are in sixteenths of a nat.
const (
	costAfter       = iota // of the word after the two tokens before it
	costNext               // of the next token after it
	costOverNext           // of the one after that
	frequency              // of the word by itself
	gainBefore             // how much less it costs after the tokens before it than by itself
	gainAfter              // how much less the next token costs after it
	frequencyBefore        // of the token before it
	frequencyAfter         // of the token after it
	occurrences            // how often the text has the word
	capitals               // 1 for a capital, 2 for all capitals
	capitalBefore          // 1 if the word before it has one
	surprise               // the mean cost of the text's tokens
	order                  // by how much less they cost for those before them
	prone                  // how likely it is to be put in the place of another: see Parts.Prone

	firstFeatures // those above are there at no cost, and decide whether to look at neighbours
)

const (
	knownPairs = firstFeatures + iota // 1 if word and token before it are known to follow one another, 2 for the token after it, 3 for both
	fit                               // how well it fits the words around it

	better               // how much less the text costs with the best neighbour in its place
	betterBefore         // the part of it that is the word's own
	betterAfter          // the part of it that is that of the next two tokens
	secondBetter         // how much less the pairs beside the word cost with the second-best neighbour
	betterOnes           // how many neighbours fit better by more than two nats
	knownOnes            // how many neighbours are known beside either token
	rarer                // how much more the neighbour costs by itself
	neighbourGain        // how much less it costs after the tokens before it than by itself
	neighbourPairs       // as knownPairs
	neighbourPlace       // the place of the neighbour among those of the word
	neighbourOccurrences // how often the text has it
	neighbourPairHere    // 1 if the text has it beside one of the same tokens elsewhere, 2 for both
	neighbourFit         // how well it fits the words around the word

	wordFeatures
)

// word is the evidence that one word was put in the place of another.
type word struct {
	token     int
	neighbour fluency.ID // that fits best; Unknown if it has none
	features  [wordFeatures]int16
}

const (
	commonWords = 150 // so many of the commonest words are never looked at
	wellKnown   = 48  // gains above which a word is taken to stand where it belongs
	farBetter   = 32  // how much better a neighbour must fit to be counted
	pairWorth   = 48  // what it is worth that the text has a pair elsewhere
)

func isContent(id fluency.ID) bool { return id >= fluency.FirstWord+commonWords }

// look sets the first features of the word at i, and reports whether it could have been put in the place of another and the tokens beside it
// do not make it likely.
func (d *document) look(i int, w *word) bool {
	t := d.tokens[i]
	if !isContent(t.ID) {
		return false
	}
	m, f := d.m, &w.features
	next, frequencyNext := d.next(i + 1)
	alone := m.alone(t.ID)
	gain := alone - short(int(t.Cost)) + frequencyNext - next
	if gain >= wellKnown {
		return false
	}
	*w = word{token: i}
	f[costAfter], f[costNext] = short(int(t.Cost)), next
	if d.at(i+1) != fluency.End {
		f[costOverNext], _ = d.next(i + 2)
	}
	f[frequency], f[frequencyAfter] = alone, frequencyNext
	f[gainBefore], f[gainAfter] = alone-f[costAfter], frequencyNext-next
	_, f[frequencyBefore] = d.next(i - 1)
	f[occurrences], f[surprise], f[order], f[prone] = int16(d.counts[t.ID]), d.surprise, d.order, int16(m.prone[t.ID])
	f[capitals], f[capitalBefore] = d.capital(i), min(d.capital(i-1), 1)
	return true
}

// next returns what the token at i costs, and what it costs by itself; 0 beyond the text.
func (d *document) next(i int) (cost, alone int16) {
	if i < 0 || i >= len(d.tokens) {
		return 0, 0
	}
	return short(int(d.tokens[i].Cost)), d.m.alone(d.tokens[i].ID)
}

func (d *document) place(i int) fluency.Place {
	p := fluency.Place{A: d.at(i - 2), B: d.at(i - 1), D: d.at(i + 1), E: d.at(i + 2)}
	if p.B == fluency.End {
		p.A = fluency.End
	}
	if p.D == fluency.End {
		p.E = fluency.End
	}
	return p
}

// at returns the token at i, the end of a sentence beyond the text.
func (d *document) at(i int) fluency.ID {
	if i < 0 || i >= len(d.tokens) {
		return fluency.End
	}
	return d.tokens[i].ID
}

// judge sets the other features of a word.
func (d *document) judge(w *word) {
	m, id, p := d.m, d.tokens[w.token].ID, d.place(w.token)
	a, f := d.around(w.token), &w.features
	f[fit] = a.fit(m.vector(id))
	best := d.bestNeighbour(p, id, f)
	if w.neighbour = best.id; best.id == fluency.Unknown {
		f[better], f[secondBetter] = none, none
		return
	}
	f[betterBefore], f[betterAfter] = f[costAfter]-short(best.own), f[costNext]+f[costOverNext]-short(best.next)
	f[better] = f[betterBefore] + f[betterAfter]
	f[rarer], f[neighbourGain] = m.alone(best.id)-f[frequency], m.alone(best.id)-short(best.own)
	f[neighbourPairs], f[neighbourPlace] = best.known, short(best.place)
	f[neighbourOccurrences], f[neighbourPairHere] = int16(d.counts[best.id]), best.here
	f[neighbourFit] = a.fit(m.vector(best.id))
}

// none is the value of a feature that says how much better a neighbour fits, where there is no neighbour.
const none = -1000

// alone returns the cost of a token by itself.
func (m *Model) alone(id fluency.ID) int16 { return short(m.language.Frequency(id)) }

// knownOf returns 1 if the pair before a word is known, 2 for the one after it, 3 for both.
func knownOf(w *fluency.Beside) (known int16) {
	if w.KnownBefore {
		known = 1
	}
	if w.KnownAfter {
		known += 2
	}
	return known
}

// candidate is a neighbour and what it costs by the pairs beside it.
type candidate struct {
	id          fluency.ID
	place, cost int
	known, here int16

	own, next int // what it costs in the place of the word, and what the two tokens after it do
}

// bestNeighbour returns the neighbour of a word that goes best with the tokens beside it, and sets the features that are of the pairs beside the
// word and of all neighbours. Those of which neither pair is known say nothing and are left out.
func (d *document) bestNeighbour(p fluency.Place, id fluency.ID, f *[wordFeatures]int16) (best candidate) {
	const worst = 1 << 20
	best.cost = worst
	second := worst
	var room [1 + MaxNeighbours]fluency.Beside
	from, to := d.m.neighboursOf(id)
	all := room[:1+to-from]
	all[0].Word = id
	for i := range to - from {
		all[1+i].Word = d.m.neighbour(from + i)
	}
	d.m.language.Between(p, all)
	f[knownPairs] = knownOf(&all[0])
	now := int(all[0].Cost)
	for i := range all[1:] {
		n := &all[1+i]
		c := candidate{id: n.Word, place: i, cost: int(n.Cost), known: knownOf(n)}
		if c.known == 0 || c.id == d.without {
			continue
		}
		f[knownOnes]++
		if now-c.cost > farBetter {
			f[betterOnes]++
		}
		if d.counts[c.id] > 0 {
			c.here = d.pairsHere(p, c.id)
			c.cost -= pairWorth * int(c.here)
		}
		if c.cost < best.cost {
			best, second = c, best.cost
		} else {
			second = min(second, c.cost)
		}
	}
	f[secondBetter] = short(max(now-second, none))
	if best.id != fluency.Unknown {
		own, next, overNext := d.m.language.CostsOf(p, &all[1+best.place])
		best.own, best.next = own, next+overNext
	}
	return best
}

// pairsHere returns how many of the tokens beside a place the text has beside w elsewhere.
func (d *document) pairsHere(p fluency.Place, w fluency.ID) (n int16) {
	if d.pairs.has(p.B, w) {
		n++
	}
	if d.pairs.has(w, p.D) {
		n++
	}
	return n
}

// short keeps a value within what a feature holds.
func short(v int) int16 { return int16(max(-10_000, min(v, 10_000))) }
