package detect

import (
	"math"
	"slices"
)

// hypothesis is one single-byte encoding in one language.
type hypothesis struct {
	encoding int // in singles
	language int
	prior    int32 // in 1/8 bits
	steps    *[256]step
}

// reading is a hypothesis, or an encoding of several bytes a character, on its way through a sample.
type reading struct {
	cost       int32 // in 1/8 bits, with the prior
	hypothesis int16 // in Model.hypotheses, or len(Model.hypotheses) and the place in multis
	at         int16 // how much of the sample was read
	broken     int16 // characters that do not exist, of several bytes
}

// rounds say how a sample is read: after so many bytes of it the readings that are more than margin behind the best are given
// up, and all but so many of the best.
var rounds = [...]struct{ bytes, keep int }{{48, 40}, {128, 14}, {384, 6}, {maxSample + 1, 4}}

const (
	// margin is how many bits a reading may be behind after a round. A few words in another language cost less.
	margin = 100 * bit

	// keepAlike is how many readings in the same characters are kept, for texts in several languages.
	keepAlike = 2

	// sure is the round from which on the rest is not read if all readings left are in the same characters.
	sure = 1
)

// read returns the readings of s, the best first, one for each encoding.
func (m *Model) read(s []byte) []Guess {
	alike := alikeIn(s)
	readings := m.start(m.possible(s), &alike)
	n := 0
	for round, r := range rounds {
		from := n
		n = min(len(s), r.bytes)
		byCase := m.caseCosts(s[from:n], from, readings)
		for i := range readings {
			m.advance(&readings[i], s, n, &byCase)
		}
		var agreed bool
		readings, agreed = m.best(readings, r.keep, &alike)
		if n == len(s) || round >= sure && agreed {
			break
		}
	}
	var guesses []Guess
	for i := range readings {
		label, language := m.nameOf(&readings[i])
		if !slices.ContainsFunc(guesses, func(g Guess) bool { return g.Label == label }) {
			guesses = append(guesses, Guess{label, language, float64(readings[i].cost) / float64(bit*n), n})
		}
	}
	return guesses
}

// best returns the readings that are still in question, the best first, at most so many, and whether they are all in the same
// characters.
func (m *Model) best(readings []reading, keep int, alike *[maxSingles]uint64) (kept []reading, agreed bool) {
	order := make([]uint64, len(readings), maxReadings)
	for i := range readings {
		order[i] = uint64(readings[i].cost)<<32 | uint64(i) //nolint:gosec // neither is negative
	}
	slices.Sort(order)
	kept = make([]reading, 0, min(keep, len(readings)))
	var numbers [maxKept]uint64
	for _, o := range order {
		r := readings[o&math.MaxUint32]
		if len(kept) == keep || len(kept) > 0 && r.cost > kept[0].cost+margin {
			break
		}
		number := uint64(r.hypothesis) //nolint:gosec // it is not negative
		if int(r.hypothesis) < len(m.hypotheses) {
			number = alike[m.hypotheses[r.hypothesis].encoding]
		}
		same := 0
		for _, other := range numbers[:len(kept)] {
			if other == number {
				same++
			}
		}
		if same < keepAlike || keep == maxKept {
			numbers[len(kept)] = number
			kept = append(kept, r)
		}
	}
	for _, number := range numbers[1:len(kept)] {
		if number != numbers[0] {
			return kept, false
		}
	}
	return kept, true
}

const (
	// maxReadings is no less than the number of hypotheses.
	maxReadings = 256

	// maxKept is how many are kept after the first round.
	maxKept = 40

	// scriptMargin is how many bits an encoding may be behind when it is judged by its script alone, and scriptShare how many
	// more for each place: languages differ much from the average of their script.
	scriptMargin, scriptShare = 80 * bit, 2 * bit
)

// possible reports for each single-byte encoding whether s may be in it, by how well it reads in the scripts that it writes.
func (m *Model) possible(s []byte) (may [maxSingles]bool) {
	places := telling(s)
	var costs [maxSingles]int32
	best := int32(math.MaxInt32)
	for i := range m.scripts {
		h := &m.scripts[i]
		cost := h.prior + m.glance(h, s, places)
		if at := &costs[h.encoding]; *at == 0 || cost < *at {
			*at = cost
		}
		best = min(best, cost)
	}
	for i := range singles {
		may[i] = costs[i] <= best+scriptMargin+scriptShare*int32(len(places)) //nolint:gosec // at most glances
	}
	return may
}

func (m *Model) nameOf(r *reading) (label, language string) {
	if i := int(r.hypothesis) - len(m.hypotheses); i >= 0 {
		return multis[i].label, multis[i].language
	}
	h := &m.hypotheses[r.hypothesis]
	return singles[h.encoding].label, m.languages[h.language].name
}

// start returns a reading for every encoding of several bytes a character, and one for every language in every single-byte
// encoding that may be. Of encodings that read a sample alike in a language only the first is taken.
func (m *Model) start(may [maxSingles]bool, alike *[maxSingles]uint64) []reading {
	readings := make([]reading, 0, maxReadings)
	for i := range m.hypotheses {
		h := &m.hypotheses[i]
		isNew := may[h.encoding]
		for k := i - 1; isNew && k >= 0 && m.hypotheses[k].language == h.language; k-- {
			isNew = !may[m.hypotheses[k].encoding] || alike[m.hypotheses[k].encoding] != alike[h.encoding]
		}
		if isNew {
			readings = append(readings, reading{cost: h.prior, hypothesis: int16(i)})
		}
	}
	for i := range multis {
		readings = append(readings, reading{cost: multiPrior, hypothesis: int16(len(m.hypotheses) + i)}) //nolint:gosec // below maxReadings
	}
	return readings
}

// alikeIn returns a number for each single-byte encoding: those with the same number read s alike.
func alikeIn(s []byte) (numbers [maxSingles]uint64) {
	var has [256]bool
	for _, c := range s {
		has[c] = true
	}
	tables := decoded()
	for c := 0x80; c < 256; c++ {
		if has[c] {
			for i := range singles {
				numbers[i] = (numbers[i] ^ uint64(tables[i][c])) * 0x100000001B3 //nolint:gosec // a character is not negative
			}
		}
	}
	return numbers
}

// cheapest returns the cost of the best reading of s in an encoding, and false if there is none.
func (m *Model) cheapest(s []byte, label string) (int, bool) {
	var none [maxSingles]uint64
	for i := range none {
		none[i] = uint64(i) // no two are alike
	}
	var all [maxSingles]bool
	for i := range all {
		all[i] = true
	}
	cost, ok := tooDear, false
	for _, r := range m.start(all, &none) {
		if named, _ := m.nameOf(&r); named != label {
			continue
		}
		byCase := m.caseCosts(s, 0, []reading{r})
		m.advance(&r, s, len(s), &byCase)
		if int(r.cost) < cost {
			cost, ok = int(r.cost), true
		}
	}
	return cost, ok
}
