package tagger

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/text"
)

// Sentence is what features are made of.
type Sentence struct {
	Text  string
	Words []text.Word
	Lists []gazetteer.Lists // of each word
	Seen  []Seen            // of each word
}

// Seen is a set of what the rest of the document shows of a word.
type Seen uint8

// What a document shows.
const (
	SeenSmall         Seen = 1 << iota // it begins with a small letter elsewhere
	SeenInside                         // it is capitalised elsewhere, not at the beginning of a sentence
	SeenAfterForename                  // it follows a forename elsewhere
	SeenAfterTitle                     // it follows a title elsewhere
	SeenAfterIn                        // it follows "in" or "at" elsewhere
)

// row is what features are made of, of one word.
type row struct {
	word    uint64 // in small letters
	shape   uint64
	gap     uint64 // the marks before it
	ending  uint64 // the last three letters
	lists   uint64
	seen    uint64
	press   grouping
	web     grouping
	profile uint64 // of the word as it is written
	small   Known  // of the word in small letters
	capital bool
	wanted  bool // whether the word may be in a name
	apart   bool // whether a mark stands before it that is in no name
	address bool // whether it is a part of an e-mail or web address, or an account's name after an at sign, which are in no name
}

// grouping is the group of words that a word belongs to, and the larger one.
type grouping struct{ own, large uint64 }

// Extractor makes features; its memory is used again by each sentence.
type Extractor struct {
	lexicon *Lexicon
	rows    []row
	// style is the share of capitalised words in the sentence, in quarters, 5 if all are in capitals: title case proves
	// nothing of names.
	style uint64
}

// NewExtractor returns an extractor that knows words from lexicon.
func NewExtractor(lexicon *Lexicon) *Extractor { return &Extractor{lexicon: lexicon} }

// edge is what stands before and after a sentence, two words on each side.
const edge = 2

// Begin prepares the features of the words of s.
func (x *Extractor) Begin(s *Sentence) {
	x.rows = append(x.rows[:0], row{}, row{})
	capitals, letters, shouted := 0, 0, 0
	for i, w := range s.Words {
		x.rows = append(x.rows, x.newRow(s, i))
		if w.Shape.Has(text.HasLetter) && w.End-w.Start > 3 {
			letters++
			if w.Shape.Has(text.Capital) {
				capitals++
			}
			if w.Shape.Has(text.AllCapitals) {
				shouted++
			}
		}
	}
	x.rows = append(x.rows, row{}, row{})
	x.style = uint64(capitals * 4 / max(letters, 1))
	if shouted == letters && letters > 2 {
		x.style = 5
	}
	x.choose(s)
}

// choose decides which words may be in names. In a sentence written as usual they are those that are capitalised, those that
// stand between such words, and those in small letters that are rare or sometimes in a name.
func (x *Extractor) choose(s *Sentence) {
	usual := x.style < 4 && len(s.Words) > 0 && s.Words[0].Shape.Has(text.Capital|text.Numeral)
	for i, w := range s.Words {
		r := &x.rows[i+edge]
		switch {
		case r.address:
		case !usual || r.capital:
			r.wanted = true
		case !w.Shape.Has(text.HasLetter):
			r.wanted = x.rows[i+1].capital
		default:
			r.wanted = !r.small.Plain || (x.rows[i+1].capital || x.rows[i].capital) && (x.rows[i+3].capital || x.rows[i+4].capital)
		}
	}
}

// Wanted reports whether word i may be in a name: others need no features.
func (x *Extractor) Wanted(i int) bool { return x.rows[i+edge].wanted }

// Joins reports whether word i and the one before may be in the same name.
func (x *Extractor) Joins(i int) bool {
	r := &x.rows[i+edge]
	return i > 0 && r.wanted && !r.apart && x.rows[i+edge-1].wanted
}

// CapitalHash is the hash of word i if it is capitalised, else 0.
func (x *Extractor) CapitalHash(i int) uint64 {
	if r := &x.rows[i+edge]; r.capital {
		return r.word
	}
	return 0
}

// MaxFeatures is the most features that one word has.
const MaxFeatures = 72

// hasher makes features of one word, each of its own kind in the order in which they are added.
type hasher struct {
	dst  []uint64
	kind uint64
}

func (h *hasher) one(a uint64) { h.add((h.next() ^ a) * mix) }

func (h *hasher) two(a, b uint64) { h.add(((h.next()^a)*mix>>7 ^ b) * mix) }

func (h *hasher) three(a, b, c uint64) {
	v := ((h.next()^a)*mix>>7 ^ b) * mix
	h.add((v>>9 ^ c) * mix)
}

func (h *hasher) four(a, b, c, d uint64) {
	v := ((h.next()^a)*mix>>7 ^ b) * mix
	v = (v>>9 ^ c) * mix
	h.add((v>>11 ^ d) * mix)
}

func (h *hasher) next() uint64 {
	h.kind += 0x9E3779B97F4A7C15
	return h.kind
}

func (h *hasher) add(v uint64) { h.dst = append(h.dst, v^v>>31) }

const mix = 0x9FB21C651E98DF25

// Append appends the features of word i to dst, which are at most MaxFeatures.
func (x *Extractor) Append(dst []uint64, s *Sentence, i int) []uint64 {
	r, b, a := &x.rows[i+2], &x.rows[i+1], &x.rows[i+3]
	b2, a2 := &x.rows[i], &x.rows[i+4]
	h := hasher{dst: dst}
	words(&h, b2, b, r, a, a2)
	shapes(&h, x.style, min(i, 2), b2, b, r, a, a2)
	h.affixes(head(s.Text, s.Words[i]))
	lists(&h, x.style, b2, b, r, a)
	groups(&h, r, b2.press, b.press, r.press, a.press, a2.press, a.gap)
	groups(&h, r, b2.web, b.web, r.web, a.web, a2.web, a.gap)
	h.two(b.word, r.press.large)
	h.two(r.press.large, a.word)
	profiles(&h, x.style, b2, b, r, a, a2)
	listedNames(&h, x.style, b, r, a)
	return h.dst
}

func words(h *hasher, b2, b, r, a, a2 *row) {
	h.one(r.word)
	h.two(r.word, r.shape)
	h.one(b.word)
	h.one(a.word)
	h.one(b2.word)
	h.one(a2.word)
	h.two(b.word, r.word)
	h.two(r.word, a.word)
	h.three(b.word, a.word, r.shape)
}

func shapes(h *hasher, style uint64, place int, b2, b, r, a, a2 *row) {
	h.two(r.shape, style)
	h.three(b.shape, r.shape, a.shape)
	h.four(b2.shape, b.shape, r.shape, b.gap^r.gap<<1)
	h.four(r.shape, a.shape, a2.shape, a.gap^a2.gap<<1)
	h.two(b.ending, r.shape)
	h.two(a.ending, r.shape)
	h.three(r.gap, r.shape, b.shape)
	h.three(a.gap, r.shape, a.shape)
	h.three(uint64(place), r.shape, r.seen&1) //nolint:gosec // at most 2
}

func (h *hasher) affixes(word string) {
	for _, n := range [...]int{3, 4} {
		h.one(fold(firstRunes(word, n)))
	}
	for _, n := range [...]int{2, 3, 4} {
		h.one(fold(lastRunes(word, n)))
	}
}

func lists(h *hasher, style uint64, b2, b, r, a *row) {
	h.two(r.lists, r.shape)
	h.three(b.lists, r.lists, r.gap)
	h.three(r.lists, a.lists, a.gap)
	h.four(b2.lists, b.lists, r.lists, a.lists)
	h.two(style, r.lists)
	h.three(r.seen, r.shape, r.lists)
	h.four(r.seen, b.seen, a.seen, r.shape)
}

// groups adds the features of the groups of word r and its neighbours; gap is that of the word after.
func groups(h *hasher, r *row, b2, b, own, a, a2 grouping, gap uint64) {
	h.one(own.own)
	h.one(b.own)
	h.one(a.own)
	h.one(b2.large)
	h.one(a2.large)
	h.three(b.large, own.large, r.gap)
	h.three(own.large, a.large, gap)
	h.three(b.large, own.large, a.large)
	h.two(b.own, own.large)
	h.two(own.large, a.own)
	h.two(own.own, r.shape)
	h.two(own.large, r.profile)
}

func profiles(h *hasher, style uint64, b2, b, r, a, a2 *row) {
	h.two(r.profile, r.shape)
	h.three(r.profile, uint64(r.small.Profile), style)
	h.three(b.profile, r.profile, r.gap)
	h.three(r.profile, a.profile, a.gap)
	h.four(b.profile, r.profile, a.profile, r.shape)
	h.four(b2.profile, b.profile, r.profile, r.gap)
	h.four(r.profile, a.profile, a2.profile, a.gap)
	h.three(r.profile, r.lists, r.seen)
	h.two(b.word, r.profile)
	h.two(r.profile, a.word)
}

func listedNames(h *hasher, style uint64, b, r, a *row) {
	own, before, after := uint64(r.small.Names), uint64(b.small.Names), uint64(a.small.Names)
	h.three(own, r.shape, style)
	h.four(before, own, after, r.gap^a.gap<<1)
	h.three(before, own, b.shape^r.shape<<1)
	h.three(own, after, r.shape^a.shape<<1)
	h.three(own, r.profile, r.shape)
}

func (x *Extractor) newRow(s *Sentence, i int) row {
	w := s.Words[i]
	word := head(s.Text, w)
	r := row{
		word: fold(word), shape: shapeOf(w.Of(s.Text), w), lists: uint64(s.Lists[i]) + 1, seen: uint64(s.Seen[i]) + 1, gap: 1,
		ending: fold(lastRunes(word, 3)), capital: w.Shape.Has(text.Capital),
	}
	r.small = x.lexicon.Look(r.word)
	r.press = grouping{uint64(r.small.Press) + 1, r.small.Press.large(PressParts) + 1}
	r.web = grouping{uint64(r.small.Web) + 1, r.small.Web.large(WebParts) + 1}
	profile := r.small.Profile
	if r.capital {
		if k := x.lexicon.Look(Capitalised(word)); k.Profile != 0 {
			profile = k.Profile
		}
	}
	r.profile = uint64(profile) + 1
	r.address = w.Shape.Has(text.HasAt) || w.Start > 0 && s.Text[w.Start-1] == '@' || strings.HasPrefix(s.Text[w.End:], "://")
	if i > 0 {
		gap := s.Text[s.Words[i-1].End:w.Start]
		r.address = r.address || gap == "://" || gap == "/" && x.rows[len(x.rows)-1].address
		r.gap, r.apart = gapOf(gap), gap != " " && parts(gap, word)
	} else if w.Start > 0 {
		r.gap = 2
		if c := s.Text[w.Start-1]; c == '@' || c == '#' || c == '"' || c == '(' {
			r.gap = 256 + uint64(c)
		}
	}
	return r
}
