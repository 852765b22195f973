package pytext

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// TestInterner compares with a map, over strings that are parts of the base and strings that are not.
func TestInterner(t *testing.T) {
	t.Parallel()
	var in Interner
	for round := range 3 { // the second time in memory that was used
		r := rand.New(rand.NewPCG(uint64(round), 1))
		base := strings.Repeat("abcdefghijklmnopqrstuvwxyz", 200)
		in.Reset(base)
		want := map[string]uint32{}
		check := func(s string, got uint32) {
			id, known := want[s]
			if !known {
				id = uint32(len(want))
				want[s] = id
			}
			if got != id || in.Text(got) != s || in.Len() != len(want) {
				t.Fatalf("%q: number %d is %q of %d, want %d of %d", s, got, in.Text(got), in.Len(), id, len(want))
			}
		}
		part := func() {
			start := r.IntN(len(base))
			end := start + r.IntN(min(len(base)-start, 300)+1)
			check(base[start:end], in.Part(start, end))
		}
		for range 3000 {
			part()
		}
		parts := in.Len()
		for range 3000 {
			s := "own " + strconv.Itoa(r.IntN(2000))
			check(s, in.Bytes([]byte(s)))
			part()
		}
		// Parts that came later are forgotten, too.
		in.truncate(parts)
		for s, id := range want {
			if int(id) >= parts {
				delete(want, s)
			}
		}
		for range 1000 {
			s := "own " + strconv.Itoa(r.IntN(2000))
			check(s, in.ID(s))
			part()
		}
	}
}
