package reflow_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode"
)

// parts are what pages with lists are made of. In prose, strokes mark the ends of links.
type parts struct {
	Prose []string
	Lists [][]string
}

// page returns a text of prose that was broken at its links and of lists, and how many letters precede each true break.
func (p *parts) page(rng *rand.Rand) (broken string, ends map[int]bool) {
	var pieces []string
	ends = map[int]bool{}
	at := 0
	add := func(line string) {
		pieces = append(pieces, line)
		at += letterCount(line)
	}
	prose, lists := rng.Perm(len(p.Prose)), rng.Perm(len(p.Lists))
	for i := range 9 {
		if i%3 == 1 {
			for _, line := range p.Lists[lists[i/3]] {
				add(line)
				ends[at] = true
			}
			continue
		}
		for piece := range strings.SplitSeq(p.Prose[prose[i]], "|") {
			add(strings.TrimSpace(piece))
		}
		ends[at] = true
	}
	return strings.Join(pieces, "\n\n"), ends
}

func letterCount(s string) (n int) {
	for _, r := range s {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

// breaksOf returns after how many letters the lines of s end.
func breaksOf(s string) map[int]bool {
	found := map[int]bool{}
	at := 0
	for line := range strings.SplitSeq(s, "\n") {
		if n := letterCount(line); n > 0 {
			at += n
			found[at] = true
		}
	}
	return found
}

// TestLists joins prose that was broken at links, on pages that have lists of names, titles, options, keys and values, and
// terms too. What the lists lose is bounded, and so is what is missed.
func TestLists(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/lists.json")
	if err != nil {
		t.Fatal(err)
	}
	var p parts
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	joined, falseBreaks, lost, trueBreaks := 0, 0, 0, 0
	for range 300 {
		in, ends := p.page(rng)
		out, _ := run(t, in)
		left := breaksOf(out)
		for end := range breaksOf(in) {
			switch {
			case ends[end]:
				trueBreaks++
				if !left[end] {
					lost++
				}
			default:
				falseBreaks++
				if !left[end] {
					joined++
				}
			}
		}
	}
	precision, recall, share := ratio(joined, joined+lost), ratio(joined, falseBreaks), ratio(lost, trueBreaks)
	t.Logf("precision %.4f, recall %.4f, true breaks lost %.4f of %d", precision, recall, share, trueBreaks)
	if precision < .975 || recall < .85 || share > .005 {
		t.Errorf("precision %.4f, recall %.4f, true breaks lost %.4f; want .975, .85, .005", precision, recall, share)
	}
}

func ratio(n, all int) float64 { return float64(n) / float64(max(all, 1)) }
