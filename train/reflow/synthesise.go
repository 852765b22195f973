package main

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// severities are the shares of links that are broken out of a text.
var severities = []float64{1, .5, .2}

// broken returns a's text with severities[i] of its links broken out, and its true paragraphs.
func (a *article) broken(i int) (string, []string) {
	h := fnv.New64a()
	h.Write([]byte(a.key))                                                                  //nolint:errcheck // never fails
	b := breaker{rng: rand.New(rand.NewPCG(h.Sum64(), uint64(i))), severity: severities[i]} //nolint:gosec // the same every time, on purpose
	b.glued, b.labels, b.sep = b.rng.Float64() < .6, b.rng.Float64() < .3, "\n\n"
	if b.rng.Float64() < .1 {
		b.sep = "\n"
	}
	var pieces, gold []string
	for _, p := range a.paragraphs {
		pieces = append(pieces, b.pieces(p)...)
		gold = append(gold, p.text)
	}
	return strings.Join(pieces, b.sep), gold
}

// breaker breaks the paragraphs of one text in one way.
type breaker struct {
	rng      *rand.Rand
	severity float64
	sep      string
	glued    bool // punctuation stays with the link before it
	labels   bool // "Label:" at the start of a paragraph is broken out as if it were bold
}

// pieces returns p, broken.
func (b *breaker) pieces(p paragraph) []string {
	var pieces []string
	at := 0
	for _, s := range b.breakable(p) {
		if b.rng.Float64() >= b.severity {
			continue
		}
		if s = b.edges(p.text, s); s.Start < at || !onWords(p.text, s) {
			continue
		}
		pieces = appendPiece(appendPiece(pieces, p.text[at:s.Start]), s.Of(p.text))
		at = s.End
	}
	return appendPiece(pieces, p.text[at:])
}

// breakable returns the ranges of p that may be broken out.
func (b *breaker) breakable(p paragraph) []text.Span {
	if end := labelEnd(p.text); b.labels && end > 0 && (len(p.links) == 0 || p.links[0].Start >= end) {
		return append([]text.Span{{End: end}}, p.links...)
	}
	return p.links
}

// labelEnd returns the end of a label that s begins with, its colon included, or 0.
func labelEnd(s string) int {
	const longest = 40
	end := strings.Index(s, ": ")
	if end < 0 || end > longest || strings.ContainsAny(s[:end], ".!?") {
		return 0
	}
	return end + 1
}

// edges moves the end of a link behind the punctuation that follows it.
func (b *breaker) edges(s string, link text.Span) text.Span {
	for b.glued && link.End < len(s) && s[link.End] != ' ' {
		link.End++
	}
	return link
}

// onWords reports whether link neither begins nor ends inside a word of s.
func onWords(s string, link text.Span) bool {
	return !(link.Start > 0 && isWord(s[link.Start-1])) && !(link.End < len(s) && isWord(s[link.End]))
}

func isWord(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || c >= 0x80 }

func appendPiece(pieces []string, s string) []string {
	if s = strings.TrimSpace(s); s != "" {
		return append(pieces, s)
	}
	return pieces
}
