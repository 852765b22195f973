// Package spin replaces words of a text by others, as the programs do whose work internal/score/spun detects.
package spin

import (
	"math/rand/v2"
	"strings"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/spun"
)

// Swap is a word that was put in the place of another.
type Swap struct {
	Start    int // its byte offset in the new text
	From, To fluency.ID
}

// common is the number of the commonest words, which are never replaced.
const common = 150

// Spin replaces a share of the words of s, drawn at random from those that t lists; fewer where it lists fewer. Tokens are those of s.
// The same name, which seeds the random numbers, gives the same text.
func Spin(m *fluency.Model, s string, tokens []fluency.Token, t Thesaurus, rate float64, name string) (string, []Swap) {
	seed := fnv.String64(fnv.Start64, name)
	random := rand.New(rand.NewPCG(seed, uint64(rate*1000)))
	words, listed := 0, []int{}
	for i, token := range tokens {
		if token.IsWord() {
			words++
		}
		if token.ID >= fluency.FirstWord+common && len(t[token.ID]) > 0 {
			listed = append(listed, i)
		}
	}
	random.Shuffle(len(listed), func(i, j int) { listed[i], listed[j] = listed[j], listed[i] })
	chosen := map[int]bool{}
	for _, i := range listed[:min(len(listed), int(rate*float64(words)+.5))] {
		chosen[i] = true
	}
	var out strings.Builder
	var swaps []Swap
	done := 0
	for i, token := range tokens {
		if chosen[i] {
			list := t[token.ID]
			to := list[random.IntN(len(list))]
			out.WriteString(s[done:token.Start])
			swaps = append(swaps, Swap{out.Len(), token.ID, to})
			out.WriteString(spun.LikeCase(m.Word(to), s[token.Start:token.End]))
			done = int(token.End)
		}
	}
	out.WriteString(s[done:])
	return out.String(), swaps
}
