package dolma_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/dolma"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// naiveGrams computes the signals about n-grams from the n-grams' texts.
func naiveGrams(words []string) map[string]float64 {
	all := map[string]float64{}
	for n := 2; n <= 10 && n <= len(words); n++ {
		counts, lengths, chars := map[string]int{}, map[string]int{}, len(strings.Join(words, ""))
		var order []string
		for i := 0; i+n <= len(words); i++ {
			g := strings.Join(words[i:i+n], " ")
			if counts[g]++; counts[g] == 1 {
				order = append(order, g)
			}
			lengths[g] = len(strings.Join(words[i:i+n], ""))
		}
		best, repeated, total := order[0], 0, 0
		for _, g := range order {
			if counts[g] > counts[best] {
				best = g
			}
			if counts[g] > 1 {
				repeated += counts[g] * lengths[g]
			}
			total += counts[g] * lengths[g]
		}
		if n < 5 {
			all[fmt.Sprintf("fraction_of_characters_in_most_common_%dgrams", n)] = float64(counts[best]*lengths[best]) / float64(chars)
		} else {
			all[fmt.Sprintf("fraction_of_characters_in_duplicate_%dgrams", n)] = float64(repeated) / float64(total)
		}
	}
	return all
}

func TestGrams(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 2))
		words := make([]string, r.IntN(40))
		for i := range words {
			words[i] = strings.Repeat(string(rune('a'+r.IntN(1+r.IntN(5)))), 1+r.IntN(3))
		}
		got := values(strings.Join(words, " "))
		want := naiveGrams(words)
		for _, version := range []string{"dolma-gopher-v1.", "dolma-gopher-v2."} {
			n := 0
			for name, v := range got {
				if !strings.HasPrefix(name, version) || !strings.HasSuffix(name, "grams") {
					continue
				}
				n++
				if w, ok := want[strings.TrimPrefix(name, version)]; !ok || v != w {
					t.Fatalf("seed %d: %s = %v, want %v", seed, name, v, w)
				}
			}
			if n != len(want) {
				t.Fatalf("seed %d: %d values, want %d", seed, n, len(want))
			}
		}
	}
}

// check fails if a value of s is not finite, or a place or edit not in s, in order and as few as asked for.
func check(t *testing.T, s string) {
	t.Helper()
	for name, v := range values(s) {
		if math.IsInf(v, 0) || v < 0 {
			t.Fatalf("%s = %v", name, v)
		}
	}
	m := pytext.New(s)
	defer m.Release()
	for _, g := range dolma.Groups {
		for i := range g.Signals {
			checkPlaces(t, g.Signals[i].Name, s, func(most int) [][2]int {
				var places [][2]int
				for _, p := range g.Places(m, i, most).Spans {
					places = append(places, [2]int{p.Start, p.End})
				}
				return places
			})
		}
	}
	edited(t, s)
}

func checkPlaces(t *testing.T, name, s string, places func(most int) [][2]int) {
	t.Helper()
	last := [2]int{-1, 0}
	all := places(len(s) + 1)
	for _, p := range all {
		if p[0] < last[0] || p[0] > p[1] || p[1] > len(s) || !utf8.ValidString(s[p[0]:p[1]]) {
			t.Fatalf("%s: %v after %v in %d bytes", name, p, last, len(s))
		}
		last = p
	}
	if few := places(2); len(few) != min(2, len(all)) {
		t.Fatalf("%s: %d places, not %d", name, len(few), min(2, len(all)))
	}
}

// TestEdges measures texts of one kind only.
func TestEdges(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "word", "🙂🙂🙂", "- a\n- b\n- c\n", "| a | b |\n|---|---|\n", "ALL CAPS", "日本語の文章です。", "\r\n\r\n", "\u00a0", "\u0085\u2028", "\x1c\x00",
		"İ\nİ{\nsex İ sex", strings.Repeat("long", 300),
	} {
		check(t, s)
	}
}

func FuzzGroups(f *testing.F) {
	for _, s := range []string{"", "a b\n\na b", "\n\n", "It is a line.\nMenu", "İ {javascript} butt", "#… x #… x #… x", "\u2028\x85"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if utf8.ValidString(s) {
			check(t, s)
		}
	})
}
