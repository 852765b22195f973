package content

import (
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/fnv"
)

// The lexicon judges by words alone: those of classes and ids, of the block's text, and the tags around it. It is a linear
// model over hashed words (logistic regression); its sums are features of the trees.

// lexiconBits is the size of the lexicon's table, as a power of two.
const lexiconBits = 16

// The kinds of words, each hashed with a seed of its own.
const (
	ownName   = 0x9E3779B1 // in the class or id of the block's element
	outerName = 0x85EBCA77 // of an element around it
	textWord  = 0xC2B2AE3D // of a short text
	firstWord = 0x27D4EB2F // among the first of a long one
	lastWord  = 0x165667B1 // among the last
	wordPair  = 0xD3A2646C // two words in a row of a short text
	tagPath   = 0xFD7046C5 // the tags of the elements around
	linkWord  = 0xB55A4F09 // a word of a short text that is a link
)

func slot(kind, hash uint32) uint32 {
	h := (hash ^ kind) * 0x9E3779B1
	h ^= h >> 15
	h *= 0x85EBCA77
	return h >> (32 - lexiconBits)
}

// appendNames appends the hashes of the words in a node's class and id: each whole, and its parts between marks and
// before capitals, so that names which a site made up are known by their parts.
func appendNames(dst []uint32, t *dom.Tree, node int32) []uint32 {
	for _, key := range [...]dom.Key{dom.Class, dom.ID, dom.Itemprop, dom.Role} {
		if v := t.Raw(node, key); v != "" {
			dst = appendParts(dst, v)
		}
	}
	return dst
}

// maxNames bounds the characters that are read of one attribute: some pages put whole style sheets there.
const maxNames = 400

func appendParts(dst []uint32, v string) []uint32 {
	whole, part := fnv.Start32, fnv.Start32
	n, parts := 0, 0
	endPart := func() {
		if n > 1 {
			dst = append(dst, part)
			parts++
		}
		part, n = fnv.Start32, 0
	}
	endWhole := func() {
		endPart()
		if parts > 1 {
			dst = append(dst, whole)
		}
		whole, parts = fnv.Start32, 0
	}
	for i := range min(len(v), maxNames) {
		c := v[i]
		switch {
		case c == ' ' || c == '\n' || c == '\t':
			endWhole()
			continue
		case 'A' <= c && c <= 'Z':
			if i > 0 && 'a' <= v[i-1] && v[i-1] <= 'z' {
				endPart()
			}
			c |= 0x20
		case 'a' <= c && c <= 'z':
		case '0' <= c && c <= '9': // numbers are ids: they say nothing
			c = '0'
			endPart()
			whole = fnv.Add32(whole, uint32(c))
			continue
		default:
			endPart()
			whole = fnv.Add32(whole, uint32(c))
			continue
		}
		whole = fnv.Add32(whole, uint32(c))
		part = fnv.Add32(part, uint32(c))
		n++
	}
	endWhole()
	return dst
}

const (
	// shortText is how many words a text has at most whose words all count.
	shortText = 12

	// edgeWords is how many words of a longer text count at either end.
	edgeWords = 4
)

// appendText appends the slots of block b's own words.
func (p *Page) appendText(dst []uint32, b *Block) []uint32 {
	words := p.wordsOf(b)
	if len(words) > shortText {
		for i := range edgeWords {
			dst = append(dst, slot(firstWord, words[i]), slot(lastWord, words[len(words)-1-i]))
		}
		return dst
	}
	kind := uint32(textWord)
	if b.Linked*2 > b.Chars {
		kind = linkWord
	}
	for i, w := range words {
		dst = append(dst, slot(kind, w))
		if i > 0 {
			dst = append(dst, slot(wordPair, words[i-1]*31+w))
		}
	}
	return dst
}

// pathTags is how many tags a path has.
const pathTags = 4

// appendPath appends the slots of the tags around block b: of the innermost one, two, … elements that make blocks.
func (p *Page) appendPath(dst []uint32, b *Block) []uint32 {
	h := fnv.Start32
	at := b.Node
	for n := 0; n < pathTags && at > 0; n++ {
		h = fnv.Add32(h, uint32(p.Tree.Nodes[at].Tag))
		dst = append(dst, slot(tagPath, h))
		at = p.Tree.Nodes[p.Tree.Nodes[at].Parent].Block
	}
	return dst
}
