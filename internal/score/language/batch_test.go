package language

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oneByOne reads s as a batch does, but looks the n-grams up one after the other, as training lists them.
func oneByOne(m *Model, s string) *evidence {
	e := &evidence{}
	var r rows
	e.word = func(script Script, padded []rune) {
		if m.alone[script] {
			return
		}
		word := padded[1 : len(padded)-1]
		e.looked++
		padded = script.padded(word)
		e.places += len(padded)
		has := func(h uint64) bool {
			var touched byte
			l := list{n: 1, grams: [batchSize]gram{{hash: h}}}
			m.locate(&l, &touched)
			return m.addFrom(&l.grams[0], &e.scores, &r)
		}
		script.features(padded, func(h uint64) bool {
			found := has(h)
			if found {
				e.depth++
			}
			return found
		})
		if !script.isWhole(padded) || has(hashOf(padded)) {
			e.known++
		}
	}
	e.scan(s)
	r.flush(&e.scores)
	e.word = nil
	return e
}

// TestBatch holds that looking up side by side gives what looking up one after the other does, also where words fill many batches.
func TestBatch(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	pieces := strings.Fields("the harbour Straße über été naïve воды море ещё 昨天晚上 へ逃げ नदी qzxv x déjà ab ’s it's don’t co-op 12 a1 supercalifragilistic ŋŋŋ")
	for n := range 60 {
		var words []string
		for range 1 + r.IntN(4+n*10) {
			words = append(words, pieces[r.IntN(len(pieces))])
		}
		s := strings.Join(words, " ")
		want := oneByOne(Default(), s)
		var got evidence
		Default().read(s, &got)
		if diff := cmp.Diff(want.scores, got.scores); diff != "" {
			t.Fatalf("%q: %s", s, diff)
		}
		counts := func(e *evidence) [4]int { return [4]int{e.looked, e.known, e.places, e.depth} }
		if counts(want) != counts(&got) {
			t.Fatalf("%q: counts %v, want %v", s, counts(&got), counts(want))
		}
	}
}

// TestRows holds that weights for nearly all classes, which are written as a row, are the same as pairs, to the largest and the smallest.
func TestRows(t *testing.T) {
	t.Parallel()
	const classes = 70
	table := &Table{}
	for i := range classes {
		table.Classes = append(table.Classes, Class{Code: "l" + string(rune('A'+i)), ISO: "Latn", Script: Latin})
	}
	table.Classes = append(table.Classes, Class{Code: "x", ISO: "Cyrl", Script: Cyrillic}, Class{Code: "y", ISO: "Cyrl", Script: Cyrillic})
	want := map[string][]int8{}
	for n, gram := range map[int]string{3: " ab", leastOfRow: "abc", classes: "bc "} {
		e := Entry{Hash: hashOf([]rune(gram))}
		weights := make([]int8, classes)
		for i := range n {
			w := int8(i*37%256 - 128)
			e.Classes, e.Weights = append(e.Classes, uint8(i)), append(e.Weights, float64(w)*unit)
			weights[i] = w
		}
		want[gram] = weights
		table.Entries = append(table.Entries, e)
	}
	m, err := OpenModel(string(table.Sorted().Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for _, times := range []int{1, 2, mostRows - 1, mostRows, mostRows + 1, 3 * mostRows} {
		var e evidence
		m.read(strings.Repeat("abc ", times), &e)
		for c := range classes {
			sum := int32(0)
			for _, weights := range want {
				sum += int32(weights[c]) * int32(times)
			}
			if e.scores[c] != sum {
				t.Fatalf("%d times: class %d has %d, want %d", times, c, e.scores[c], sum)
			}
		}
	}
}
