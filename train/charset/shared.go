package main

import (
	"cmp"
	"maps"
	"slices"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
)

// kinds is how many classes there are if all letters of a language are one, the last.
const kinds = detect.Classes - detect.MaxLetters + 1

func kindOf(class uint8) int { return min(int(class), kinds-1) }

// shared is what all languages have in common: how marks, spaces and letters follow one another, of which a single language's
// texts show too little.
type shared struct {
	follows [kinds][kinds]float64 // probabilities
}

// least are the shares that each kind has at least, before any other.
var least = [kinds]float64{0: .01, 1: .005, 2: .005, 3: 1e-4, 4: 1e-4, 5: 1e-4, 6: 1e-4, 7: 2e-5, 8: 0, 9: 3e-5, 10: 1e-6, 11: 2e-3, 12: .1}

// share learns from all languages, each counting as much as the others.
func share(all []*counts) *shared {
	s := &shared{}
	for _, t := range all {
		pairs := t.own.byClass(t.letter)
		total := 0.0
		for a := range pairs {
			for _, n := range pairs[a] {
				total += n
			}
		}
		for a := range pairs {
			for b, n := range pairs[a] {
				s.follows[kindOf(uint8(a))][kindOf(uint8(b))] += n / total
			}
		}
	}
	// A language's own letters are distinguished by its own counts; what is foreign to it is seldom, whatever the samples hold.
	for a := range s.follows {
		sum := 0.0
		for _, n := range s.follows[a] {
			sum += n
		}
		for b := range s.follows[a] {
			if sum == 0 {
				s.follows[a][b] = least[b]
			} else {
				s.follows[a][b] = float64(.98*s.follows[a][b])/sum + float64(.02*least[b])
			}
		}
	}
	return s
}

// byClass returns the counts of pairs of classes.
func (t *counts) byClass(letters []rune) (pairs [detect.Classes][detect.Classes]float64) {
	for _, k := range t.sortedPairs() {
		pairs[detect.ClassOf(k[0], letters)][detect.ClassOf(k[1], letters)] += t.pairs[k]
	}
	return pairs
}

// sortedPairs are the pairs in order, so that sums are the same each time.
func (t *counts) sortedPairs() [][2]rune {
	return slices.SortedFunc(maps.Keys(t.pairs), func(a, b [2]rune) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
}

const (
	// prior is how many characters, in the units of the counts, what all languages share counts for.
	prior = 2000

	// letterShare is the share that each of a language's own letters has at least.
	letterShare = 3e-5

	// knownShare is that of letters that the language is known to have.
	knownShare = 3e-4
)

// members is how many characters each kind of ASCII stands for, so that one class for many costs no less than a class for
// each. What characters beyond ASCII cost is their rarity.
var members = [kinds]float64{11: 18}

// costs returns the costs of pairs of classes.
func (t *counts) costs(s *shared) []byte {
	const n = detect.Classes
	pairs := t.byClass(t.letter)
	var single [n]float64
	letters, total := 0.0, 0.0
	for a := range n {
		for b := range n {
			total += pairs[a][b]
			single[b] += pairs[a][b]
		}
	}
	for b := range n {
		if detect.IsLetterClass(uint8(b)) {
			if at := b - (n - detect.MaxLetters); at < len(t.letter) {
				least := letterShare
				if slices.Contains(t.known, t.letter[at]) {
					least = knownShare
				}
				single[b] = max(single[b], float64(least*total))
			}
			letters += single[b]
		}
	}
	costs := make([]byte, 0, n*n)
	for a := range n {
		sum := 0.0
		for b := range n {
			sum += pairs[a][b]
		}
		for b := range n {
			expected := s.follows[kindOf(uint8(a))][kindOf(uint8(b))]
			if detect.IsLetterClass(uint8(b)) {
				expected *= single[b] / letters
			}
			p := (pairs[a][b] + float64(prior*expected)) / (sum + prior)
			costs = append(costs, cost(p/max(1, members[kindOf(uint8(b))])))
		}
	}
	return costs
}

// rarity returns what each character of the shared classes costs for being rare among those of its class: in texts of all
// languages, each counting as much as the others.
func (s *shared) rarity(all []*counts) map[rune]uint8 {
	seen := map[rune]float64{}
	for _, t := range all {
		here, total := map[rune]float64{}, 0.0
		for _, k := range t.own.sortedPairs() {
			n := t.own.pairs[k]
			if k[1] >= 0x80 {
				here[detect.Fold(k[1])] += n
			}
			total += n
		}
		for r, n := range here {
			seen[r] += n / total
		}
	}
	class := map[rune]uint8{}
	for _, e := range encodings {
		for c := 0x80; c < 256; c++ {
			if s, err := e.NewDecoder().String(string([]byte{byte(c)})); err == nil {
				for _, r := range s {
					class[detect.Fold(r)] = 0
				}
			}
		}
	}
	var totals [detect.Classes]float64
	least := float64(1e-7 * float64(len(all)))
	for _, r := range slices.Sorted(maps.Keys(class)) {
		class[r] = detect.ClassOf(r, []rune{'a'})
		totals[class[r]] += seen[r] + least
	}
	rarity := map[rune]uint8{}
	for r, c := range class {
		if detect.Shared(c) {
			rarity[r] = cost((seen[r] + least) / totals[c])
		}
	}
	return rarity
}
