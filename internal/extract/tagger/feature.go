package tagger

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/fnv"
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

// The kinds of features, which keep features of equal value apart.
const (
	kindWord uint64 = iota + 1
	kindBefore
	kindAfter
	kindBefore2
	kindAfter2
	kindPairBefore
	kindPairAfter
	kindShape
	kindShapes
	kindShapesAfter
	kindPrefix
	kindSuffix
	kindGapBefore
	kindGapAfter
	kindLists
	kindListsBefore
	kindListsAfter
	kindListsAround
	kindSeen
	kindSeenWord
	kindPlace
	kindExact
	kindShapeBefore
	kindShapeAfter
	kindAround
	kindSuffixBefore
	kindSuffixAfter
	kindCase
)

// MaxFeatures is the most features that one word has.
const MaxFeatures = 48

// row is what features are made of, of one word.
type row struct {
	word   uint64 // in small letters
	shape  uint64
	gap    uint64 // the marks before it
	prefix [2]uint64
	suffix [3]uint64
	lists  uint64
	seen   uint64
	exact  uint64
}

// Extractor makes features; its memory is used again by each sentence.
type Extractor struct {
	rows []row
	// style is the share of capitalised words in the sentence, in quarters: title case proves nothing of names.
	style uint64
}

// Begin prepares the features of the words of s.
func (x *Extractor) Begin(s *Sentence) {
	x.rows = append(x.rows[:0], row{}, row{})
	capitals, letters := 0, 0
	for i, w := range s.Words {
		x.rows = append(x.rows, newRow(s, i))
		if w.Shape.Has(text.HasLetter) && w.End-w.Start > 3 {
			letters++
			if w.Shape.Has(text.Capital) {
				capitals++
			}
		}
	}
	x.rows = append(x.rows, row{}, row{})
	x.style = uint64(capitals * 4 / max(letters, 1))
	for _, w := range s.Words {
		if w.Shape.Has(text.AllCapitals) && w.End-w.Start > 5 && capitals == letters && letters > 2 {
			x.style = 5
		}
	}
}

// Append appends the features of word i to dst.
func (x *Extractor) Append(dst []uint64, i int) []uint64 {
	r, b, a := &x.rows[i+2], &x.rows[i+1], &x.rows[i+3]
	b2, a2 := &x.rows[i], &x.rows[i+4]
	add := func(kind uint64, values ...uint64) {
		h := fnv.Start64 ^ kind*0x9E3779B97F4A7C15
		for _, v := range values {
			h = (h ^ v) * 0x9FB21C651E98DF25
			h ^= h >> 29
		}
		dst = append(dst, h)
	}
	add(kindWord, r.word)
	add(kindExact, r.word, r.shape)
	add(kindBefore, b.word)
	add(kindAfter, a.word)
	add(kindBefore2, b2.word)
	add(kindAfter2, a2.word)
	add(kindPairBefore, b.word, r.word)
	add(kindPairAfter, r.word, a.word)
	add(kindAround, b.word, a.word, r.shape)
	add(kindShape, r.shape, x.style)
	add(kindShapes, b.shape, r.shape, a.shape)
	add(kindShapeBefore, b2.shape, b.shape, r.shape, b.gap, r.gap)
	add(kindShapeAfter, r.shape, a.shape, a2.shape, a.gap, a2.gap)
	for k, p := range r.prefix {
		add(kindPrefix, uint64(k), p)
	}
	for k, p := range r.suffix {
		add(kindSuffix, uint64(k), p)
	}
	add(kindSuffixBefore, b.suffix[1], r.shape)
	add(kindSuffixAfter, a.suffix[1], r.shape)
	add(kindGapBefore, r.gap, r.shape, b.shape)
	add(kindGapAfter, a.gap, r.shape, a.shape)
	add(kindLists, r.lists, r.shape)
	add(kindListsBefore, b.lists, r.lists, r.gap)
	add(kindListsAfter, r.lists, a.lists, a.gap)
	add(kindListsAround, b2.lists, b.lists, r.lists, a.lists)
	add(kindSeen, r.seen, r.shape, r.lists)
	add(kindSeenWord, r.seen, b.seen, a.seen, r.shape)
	add(kindPlace, uint64(min(i, 2)), r.shape, r.seen&1) //nolint:gosec // an index
	add(kindCase, x.style, r.lists)
	return dst
}

func newRow(s *Sentence, i int) row {
	w := s.Words[i]
	word := w.Of(s.Text)
	r := row{word: fold(word), shape: shapeOf(word, w), lists: uint64(s.Lists[i]) + 1, seen: uint64(s.Seen[i]) + 1, gap: 1}
	r.exact = r.word ^ r.shape
	for k, n := range [...]int{2, 4} {
		r.prefix[k] = fold(firstRunes(word, n))
	}
	for k, n := range [...]int{2, 3, 4} {
		r.suffix[k] = fold(lastRunes(word, n))
	}
	if i > 0 {
		r.gap = gapOf(s.Text[s.Words[i-1].End:w.Start])
	} else if w.Start > 0 {
		r.gap = 2
		if c := s.Text[w.Start-1]; c == '@' || c == '#' || c == '"' || c == '(' {
			r.gap = 256 + uint64(c)
		}
	}
	return r
}

// gapOf hashes the marks between two words, at most four of them.
func gapOf(gap string) uint64 {
	if gap == " " {
		return 3
	}
	h := fnv.Start64
	n := 0
	for _, c := range gap {
		if unicode.IsSpace(c) {
			continue
		}
		switch c {
		case '“', '”', '„', '«', '»':
			c = '"'
		case '’', '‘':
			c = '\''
		case '–', '—':
			c = '-'
		}
		if h = fnv.Add64(h, uint64(c)); n == 3 {
			break
		}
		n++
	}
	if gap == "" {
		return 4
	}
	if n == 0 {
		return 3
	}
	return h
}

// fold hashes word in small letters.
func fold(word string) uint64 {
	h := fnv.Start64
	for i := 0; i < len(word); {
		c := word[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			if '0' <= c && c <= '9' {
				c = '0'
			}
			h = fnv.Add64(h, uint64(c))
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(word[i:])
		if r == '’' {
			r = '\''
		}
		h = fnv.Add64(h, uint64(unicode.ToLower(r))) //nolint:gosec // a character is not negative
		i += n
	}
	return h
}

// shapeOf returns the kinds of characters of word in order, each run of one kind once, at most six of them.
func shapeOf(word string, w text.Word) uint64 {
	h, before, runs := uint64(0), uint64(0), 0
	for _, r := range word {
		var kind uint64
		switch {
		case unicode.IsUpper(r):
			kind = 1
		case unicode.IsLetter(r):
			kind = 2
		case unicode.IsDigit(r):
			kind = 3
		case r == '.':
			kind = 4
		case r == '-':
			kind = 5
		default:
			kind = 6
		}
		if kind == before {
			continue
		}
		if h, before, runs = h<<3|kind, kind, runs+1; runs == 6 {
			break
		}
	}
	h <<= 3
	if n := w.End - w.Start; n < 3 {
		h |= uint64(n) //nolint:gosec // 1 or 2
	}
	if w.Shape.Has(text.Possessive) {
		h |= 4
	}
	return h
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

func lastRunes(s string, n int) string {
	i := len(s)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// Small returns word as features fold it: for counting words whatever their case.
func Small(word string) uint64 { return fold(word) }
