package chunk

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

// tokensOf returns how many tokens in has by its pieces.
func tokensOf(t testing.TB, in string) int {
	t.Helper()
	c := cutter{Options: Options{Unit: Tokens, MaxSize: len(in) + 1}, clean: in, pace: text.NewPace(t.Context())}
	n := c.tokens(text.Span{Start: 0, End: len(in)})
	if c.err != nil {
		t.Fatal(c.err)
	}
	return n
}

// checkTokens compares the sum of the tokens of the pieces with those of the whole.
func checkTokens(t testing.TB, in string) {
	t.Helper()
	want, err := tokenizer().Count(in)
	if err != nil {
		t.Fatal(err)
	}
	if got := tokensOf(t, in); got != want {
		t.Errorf("%q has %d tokens, not %d", in, got, want)
	}
}

// TestPieces makes texts of all that the tokenizer tells apart.
func TestPieces(t *testing.T) {
	t.Parallel()
	parts := strings.Split("a|The|lamp|'s|'S|'LL|'re|'x|'|’s|1|12|123|1234|½|²|٣| |  |   |\t|\n|\n\n|\r\n|\u00a0|\u2003|\u3000|.|...|?!|—|“|”|(|)|é|ß|ſ|'ſ|灯|港口|한국|🙂|👩\u200d🚀|\u0301|_|#|{|};", "|")
	r := rand.New(rand.NewPCG(1, 2))
	for range 3000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		checkTokens(t, b.String())
	}
}

func FuzzPieces(f *testing.F) {
	f.Add("The lamp's lit.\n\n  1234 ½")
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) < tokenWindow {
			checkTokens(t, strings.ToValidUTF8(in, "\uFFFD"))
		}
	})
}
