package main

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// severities are the shares of inline elements that are broken out of a text.
var severities = []float64{1, .5, .2}

// The shares of texts that are broken in each way, as in ../shared/data/reflow; that has no texts of singleShare.
const (
	gluedShare    = .6
	emphasisShare = .25
	singleShare   = .06
)

// breaker breaks the paragraphs of one text in one way.
type breaker struct {
	rng      *rand.Rand
	severity float64
	sep      string
	glued    bool // punctuation stays with the element before it
	emphasis bool // emphasis is broken out too, not only links
}

// broken returns a's text with severities[i] of its inline elements broken out, and its true paragraphs.
func (a *article) broken(i int) (string, []string) {
	h := fnv.New64a()
	h.Write([]byte(a.key))                                                                  //nolint:errcheck // never fails
	b := breaker{rng: rand.New(rand.NewPCG(h.Sum64(), uint64(i))), severity: severities[i]} //nolint:gosec // the same every time, on purpose
	b.glued, b.emphasis, b.sep = b.rng.Float64() < gluedShare, b.rng.Float64() < emphasisShare, "\n\n"
	if b.rng.Float64() < singleShare {
		b.sep = "\n"
	}
	var pieces, gold []string
	for _, p := range a.paragraphs {
		pieces = append(pieces, b.pieces(p)...)
		gold = append(gold, p.text)
	}
	return strings.Join(pieces, b.sep), gold
}

// pieces returns p, broken.
func (b *breaker) pieces(p paragraph) []string {
	var pieces []string
	at := 0
	for _, e := range p.inside {
		s := e.Span
		if !e.link && !b.emphasis || s.Len()*5 >= len(p.text)*4 || !onWords(p.text, s) || b.rng.Float64() >= b.severity {
			continue
		}
		if s = b.edges(p.text, s); s.Start < at {
			continue
		}
		pieces = appendPiece(appendPiece(pieces, p.text[at:s.Start]), s.Of(p.text))
		at = s.End
	}
	return appendPiece(pieces, p.text[at:])
}

// edges moves the end of an element to after the punctuation that follows it.
func (b *breaker) edges(s string, element text.Span) text.Span {
	for b.glued && element.End < len(s) && s[element.End] != ' ' {
		element.End++
	}
	return element
}

// onWords reports whether element neither begins nor ends inside a word of s.
func onWords(s string, element text.Span) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:element.Start])
	after, _ := utf8.DecodeRuneInString(s[element.End:])
	return !isWord(before) && !isWord(after)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func appendPiece(pieces []string, s string) []string {
	if s = strings.TrimSpace(s); s != "" {
		return append(pieces, s)
	}
	return pieces
}
