package content

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// pageMaker makes pages of random structures.
type pageMaker struct {
	rng *rand.Rand
	b   strings.Builder
}

var makerWords = strings.Fields("boat harbour keeper reef lamp ferry storm mayor council quay mast sail tide fog gull anchor captain rope deck bell")

func (m *pageMaker) words(n int) string {
	words := make([]string, 1+m.rng.IntN(n))
	for i := range words {
		words[i] = makerWords[m.rng.IntN(len(makerWords))]
	}
	return strings.Join(words, " ")
}

// part writes a random piece of a page, with others inside up to a depth.
func (m *pageMaker) part(depth int) {
	inside := func() {
		if depth > 0 && m.rng.IntN(3) == 0 {
			m.part(depth - 1)
		}
	}
	each := func(open, end string, n int) {
		for range 1 + m.rng.IntN(5) {
			m.b.WriteString(open + m.words(n))
			inside()
			m.b.WriteString(end)
		}
	}
	switch m.rng.IntN(10) {
	case 0:
		m.b.WriteString("<ul>")
		each("<li>", "</li>", 20)
		m.b.WriteString("</ul>")
	case 1:
		m.b.WriteString("<ol>")
		each("<li><p>", "</p></li>", 12)
		m.b.WriteString("</ol>")
	case 2:
		m.b.WriteString("<dl>")
		each("<dt>"+m.words(3)+"<dd>", "</dd>", 15)
		m.b.WriteString("</dl>")
	case 3:
		m.b.WriteString("<table>")
		each("<tr><td>"+m.words(3)+"</td><td>", "</td></tr>", 4)
		m.b.WriteString("</table>")
	case 4:
		m.b.WriteString("<blockquote>")
		each("<p>", "</p>", 30)
		m.b.WriteString("<cite>" + m.words(3) + "</cite></blockquote>")
	case 5:
		fmt.Fprintf(&m.b, "<h%d>%s</h%d>", 1+m.rng.IntN(4), m.words(6), 1)
	case 7:
		m.b.WriteString("<figure><img>" + m.words(9))
		inside()
		m.b.WriteString("<figcaption>" + m.words(9) + "</figcaption></figure>")
	case 6:
		m.b.WriteString("<div class=" + m.words(1) + "><a href=x>" + m.words(6) + "</a>")
		inside()
		m.b.WriteString("</div>")
	default:
		m.b.WriteString("<p>" + m.words(60) + ".</p>")
	}
}

// TestWholeStructures holds every structure to be kept whole or dropped whole, with each preference.
func TestWholeStructures(t *testing.T) {
	t.Parallel()
	structures, kept := 0, 0
	for seed := range uint64(250) {
		m := pageMaker{rng: rand.New(rand.NewPCG(seed, 1))}
		m.b.WriteString("<html><title>a</title><body><main>")
		for range 30 {
			m.part(2)
		}
		tree, err := dom.Parse(t.Context(), m.b.String())
		if err != nil {
			t.Fatal(err)
		}
		p, err := Read(t.Context(), tree, Said{})
		if err != nil {
			t.Fatal(err)
		}
		chances, err := shipped().Chances(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []Preference{Balanced, Precision, Recall} {
			keep, _ := p.Choose(p.AsWhole(chances), want)
			of := map[int32]bool{}
			for i := range p.Blocks {
				at := p.structureOf(i)
				if at == 0 {
					continue
				}
				first, ok := of[at]
				if !ok {
					of[at] = keep[i]
					structures++
					if keep[i] {
						kept++
					}
				} else if first != keep[i] {
					t.Fatalf("page %d, preference %d: a %v is kept in part", seed, want, tree.Nodes[at].Tag)
				}
			}
		}
	}
	if kept < 100 || structures-kept < 100 {
		t.Errorf("%d of %d structures are kept: too few of one sort for the test to say much", kept, structures)
	}
}
