package spin

import (
	"math/rand/v2"
	"strings"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

// Roughen makes a share of the words of s what people make of them who write fast, in a dialect or in a language that is not theirs: common
// words are left out, doubled or others, words change places with the next one or lose a letter. Tokens are those of s. The same name, which
// seeds the random numbers, gives the same text.
func Roughen(m *fluency.Model, s string, tokens []fluency.Token, rate float64, name string) string {
	seed := fnv.String64(fnv.Start64, name)
	random := rand.New(rand.NewPCG(seed, 1))
	var out strings.Builder
	done := 0
	for i := 0; i+1 < len(tokens); i++ {
		t, next := tokens[i], tokens[i+1]
		if !t.IsWord() || random.Float64() >= rate {
			continue
		}
		word := s[t.Start:t.End]
		out.WriteString(s[done:t.Start])
		done = int(t.End)
		switch kind := random.IntN(4); {
		case t.ID >= fluency.FirstWord+common && kind < 2 || !next.IsWord() && kind == 3:
			at := random.IntN(len(word))
			out.WriteString(strings.ToValidUTF8(word[:at]+word[at+1:], ""))
		case kind == 3:
			out.WriteString(s[next.Start:next.End] + " " + word)
			done = int(next.End)
			i++
		case kind == 2:
			out.WriteString(m.Word(fluency.FirstWord + fluency.ID(random.IntN(common/2)))) //nolint:gosec // small
		case kind == 1:
			out.WriteString(word + " " + word)
		}
	}
	out.WriteString(s[done:])
	return out.String()
}
