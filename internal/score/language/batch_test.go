package language

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// oneByOne reads s as a batch does, but looks words and n-grams up one after the other, as training lists them.
func oneByOne(m *Model, s string) *evidence {
	e := &evidence{}
	var r rows
	var words []word
	var chars []rune
	has := func(h uint64) bool { return m.addOne(h, e, &r) }
	look := func() {
		for _, w := range words {
			e.wholes[w.script]++
			if h, ok := WholeHash(w.script.unpadded(chars[w.start:w.end]), w.script); ok && has(h) {
				e.known++
			}
		}
		r.flush(&e.scores)
		rounds := max(1, len(chars)/roundChars)
		for round := 0; round < rounds && (round == 0 && len(words) < leastWholes || !m.isClear(e)); round++ {
			for i := round; i < len(words); i += rounds {
				w := words[i]
				e.spelt[w.script]++
				e.places += int(w.end - w.start)
				w.script.features(chars[w.start:w.end], func(h uint64) bool {
					found := has(h)
					if found {
						e.depth++
					}
					return found
				})
			}
			r.flush(&e.scores)
		}
		words, chars = nil, nil
	}
	e.word = func(script Script, padded []rune) {
		if m.alone[script] {
			return
		}
		padded = script.padded(padded[1 : len(padded)-1])
		if len(chars)+len(padded) > batchSize {
			look()
		}
		words = append(words, word{int32(len(chars)), int32(len(chars) + len(padded)), script})
		chars = append(chars, padded...)
	}
	e.scan(s)
	look()
	e.word = nil
	return e
}

// addOne looks one n-gram up.
func (m *Model) addOne(h uint64, e *evidence, r *rows) bool {
	var touched byte
	l := list{n: 1, grams: [batchSize]gram{{hash: h}}}
	m.locate(&l, &touched)
	return m.addFrom(&l.grams[0], &e.scores, r)
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
		counts := func(e *evidence) []int {
			return append(append([]int{e.known, e.places, e.depth}, e.wholes[:]...), e.spelt[:]...)
		}
		if diff := cmp.Diff(counts(want), counts(&got)); diff != "" {
			t.Fatalf("%q: %s", s, diff)
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
		var r rows
		for range times {
			for gram := range want {
				m.addOne(hashOf([]rune(gram)), &e, &r)
			}
		}
		r.flush(&e.scores)
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

// TestReadsOn holds that n-grams are looked up only where the words as a whole leave doubt.
func TestReadsOn(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"The harbour was quiet again after the last boat had left for the islands.":   false,
		"Nach dem Regen liefen die Kinder wieder auf die Straße und spielten weiter.": false,
		"Komšije su sinoć zaboravile da zatvore kapiju, pa je pas pobjegao u šumu.":   true,
		"The harbour":                       true, // too few words
		"Qworf zimble trantick oomp narvel": true,
	} {
		var e evidence
		Default().read(s, &e)
		if got := e.spelt[Latin] > 0; got != want {
			t.Errorf("%q: n-grams are looked up: %v", s, got)
		}
	}
}
