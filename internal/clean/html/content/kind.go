package content

import (
	"math"
	"math/bits"
	"strings"

	"github.com/copydesk/copydesk/internal/portable"
)

// Kind is a kind of page.
type Kind uint8

// The kinds of pages that WCXB distinguishes.
const (
	Article Kind = iota
	Service
	Forum
	Listing
	Product
	Collection
	Documentation
	KindCount int = iota
)

// String returns the kind's name.
func (k Kind) String() string {
	return [...]string{"article", "service", "forum", "listing", "product", "collection", "documentation"}[k]
}

// Kinds is the table of the linear model of kinds: for each slot a weight for each kind, and one for pages of the press, one byte each, in
// units of 1/KindScale, read in place.
type Kinds string

const (
	kindBits = 15

	// KindSlots is how many slots there are.
	KindSlots = 1 << kindBits

	// KindScale is how many units a weight of 1 has.
	KindScale = 16

	// KindColumns is how many weights a slot has.
	KindColumns = KindCount + 1

	// Press is the column of the weights that tell whether a page is of a newspaper, an agency, a broadcaster or a magazine. Whether a standfirst is
	// content, and what else stands around an article, differs there from articles of others.
	Press = KindCount
)

// The seeds of the hashes of words that are evidence of a page's kind, one for each place where they occur.
const (
	titleWord = 0x7FEB352D + iota
	typeWord
	pathWord
	className
	makerWord
	figure
)

func kindSlot(kind, hash uint32) uint32 { return slot(kind, hash) >> (lexiconBits - kindBits) }

// KindSlots returns the slots that speak for the kind of the page, each once, and the weight of each group: what the page
// says of itself, what it measures, and the names of its classes.
func (p *Page) KindSlots() (groups [3][]uint32) {
	seen := map[uint32]bool{}
	add := func(group int, s uint32) {
		if !seen[s] {
			seen[s] = true
			groups[group] = append(groups[group], s)
		}
	}
	for _, w := range p.claims.title {
		add(0, kindSlot(titleWord, w))
	}
	for bit := range 32 {
		if p.said.Claims.Kinds>>bit&1 != 0 {
			add(0, kindSlot(typeWord, uint32(bit)))
		}
	}
	for _, w := range p.claims.path {
		add(0, kindSlot(pathWord, w))
	}
	add(0, kindSlot(pathWord, uint32(len(p.claims.path)))) //nolint:gosec // short
	for _, w := range p.claims.maker {
		add(0, kindSlot(makerWord, w))
	}
	for i, f := range p.figures() {
		add(1, kindSlot(figure, uint32(i)<<8|uint32(f)))
	}
	var names []uint32
	for i := range p.Tree.Nodes {
		if p.late(128) {
			break
		}
		if p.inside[i].blocks > 0 {
			names = appendNames(names[:0], p.Tree, int32(i))
			for _, n := range names {
				add(2, kindSlot(className, n))
			}
		}
	}
	return groups
}

// figures are measures of the page, each cut into few steps.
func (p *Page) figures() []uint8 {
	w, k := &p.whole, &p.counts
	log := func(n int32) uint8 { return uint8(bits.Len32(uint32(max(n, 0)))) }                       //nolint:gosec // 32 at most
	tenth := func(part, whole int32) uint8 { return uint8(10 * int64(part) / int64(max(whole, 1))) } //nolint:gosec // 10 at most
	return []uint8{
		log(w.blocks), log(w.chars), tenth(w.linked, w.chars), tenth(w.prose, w.chars), tenth(w.short, w.chars),
		uint8(min(50*int64(w.stops)/int64(max(w.words, 1)), 20)), log(w.headings), log(k.articles), log(k.headings1), log(k.forms), //nolint:gosec // 20 at most
		log(k.code), log(k.items), log(k.prices), log(k.images), log(k.tables), log(k.twins), log(w.prose),
		uint8(min(w.chars/max(w.blocks, 1)/10, 30)), //nolint:gosec // 30 at most
	}
}

// guess returns the chance of each kind, and of the press, in thousandths.
func (p *Page) guess(k Kinds) (chances [KindCount]int32, press int32) {
	var sums [KindColumns]float64
	for _, group := range p.KindSlots() {
		var part [KindColumns]int64
		for _, s := range group {
			at := int(s) * KindColumns
			for i := range part {
				part[i] += int64(int8(k[at+i])) //nolint:gosec // two's complement
			}
		}
		for i := range part {
			sums[i] += float64(float64(part[i]) * GroupWeight(len(group)) / KindScale)
		}
	}
	all := 0.0
	for i := range chances {
		sums[i] = portable.Exp(sums[i])
		all += sums[i]
	}
	for i := range chances {
		chances[i] = int32(float64(1000*sums[i]/all) + .5)
	}
	return chances, Thousandths(sums[Press])
}

// GroupWeight is how much each slot of a group of n counts: a page with many classes is no surer of its kind.
func GroupWeight(n int) float64 { return 1 / math.Sqrt(float64(max(n, 1))) }

// pathWords returns the words of a URL's path.
func pathWords(u string) []string {
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	i := strings.IndexByte(u, '/')
	if i < 0 {
		return nil
	}
	return strings.FieldsFunc(strings.ToLower(u[i:]), func(r rune) bool {
		return strings.ContainsRune("/-_.?=&+%,", r)
	})
}
