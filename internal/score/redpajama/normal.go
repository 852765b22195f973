package redpajama

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// normal is the words of the normalised text. Their types are numbers of pytext.Words, so that a raw word which normalisation
// does not change keeps its type; many types have no token here.
type normal struct {
	pytext.Sequence

	// kinds say what becomes of the raw words, by type.
	kinds []kind

	// traits are those of the types.
	traits []trait

	// chars is the sum of the words' lengths, distinct how many types have tokens, seen the traits that any type has.
	chars, distinct int
	seen            trait

	t     *pytext.Text
	words *pytext.Words
	lists *wordSet[listed]

	made, lower []byte // a word that is changed, and scratch
}

// kind is what becomes of a raw word.
type kind struct {
	id      int32 // the type of the normalised word; gone where nothing is left of it
	length  int32 // of the normalised word in characters
	numeric int32 // how many characters of the normalised word are numeric
	upper   int32 // how many characters of the raw word are capitals
	seen    uint8 // the classes of the raw word's bytes
}

const gone = -1

// trait is what is searched for among the words, as bits.
type trait uint8

const (
	blockHead   trait = 1 << iota // the first word of an entry of the block list
	stopWord                      // one of the stop list
	loremEnd                      // ends in "lorem"
	javascriptX                   // is "javascript"
)

// normalKey is the key under which a text keeps its normalised words.
type normalKey struct{}

var normals pool.Of[normal]

// normalOf returns the normalised words of t, valid until its units are released.
func normalOf(t *pytext.Text) *normal {
	return t.Unit(normalKey{}, findNormal).(*normal) //nolint:forcetypeassert // the key is ours
}

// text returns the characters of the normalised text, in which one space separates words.
func (n *normal) text() int { return n.chars + max(n.Len()-1, 0) }

func findNormal(t *pytext.Text) pytext.Unit {
	n := normals.Get()
	n.SetText(t)
	n.t, n.words = t, t.Words()
	n.lists = listsOf(t.Language)
	n.normaliseTypes()
	n.IDs = slices.Grow(n.IDs, n.words.Len())
	for _, id := range n.words.IDs {
		t.Tick(1)
		if k := n.kinds[id].id; k != gone {
			n.IDs = append(n.IDs, uint32(k)) //nolint:gosec // types are counted from 0
		}
	}
	n.chars = n.Chars()
	return n
}

// normaliseTypes normalises each type of raw words.
func (n *normal) normaliseTypes() {
	count := n.words.Types()
	n.kinds = slices.Grow(n.kinds[:0], count)[:count]
	n.makeRoom(count)
	for id, word := range n.words.All() {
		k := &n.kinds[id]
		if seen := classesIn(word); seen == small {
			*k = kind{id: int32(id), length: int32(len(word)), seen: seen} //nolint:gosec // a Text is shorter than 2 GiB
		} else {
			*k = n.normalise(word, id)
			k.seen = seen
		}
		if k.id != gone {
			n.use(k, n.words.Counts[id])
		}
	}
}

// makeRoom makes room for types below count.
func (n *normal) makeRoom(count int) {
	if more := count - len(n.Counts); more > 0 {
		n.Counts = append(n.Counts, make([]int32, more)...)
		n.Lengths = append(n.Lengths, make([]int32, more)...)
		n.traits = append(n.traits, make([]trait, more)...)
	}
}

// use adds count tokens of the type that raw words of kind k become.
func (n *normal) use(k *kind, count int32) {
	n.makeRoom(int(k.id) + 1)
	if n.Counts[k.id] == 0 {
		n.distinct++
		n.Lengths[k.id] = k.length
		n.traits[k.id] = n.traitsOf(n.Type(uint32(k.id))) //nolint:gosec // types are counted from 0
		n.seen |= n.traits[k.id]
	}
	n.Counts[k.id] += count
}

// Type returns the text of a type.
func (n *normal) Type(id uint32) string { return n.words.Type(id) }

func (n *normal) traitsOf(word string) trait {
	var t trait
	if l := n.lists.get(word); l != nil {
		if l.stop {
			t = stopWord
		}
		if l.tails != nil {
			t |= blockHead
		}
	}
	if word[len(word)-1] == 'm' && strings.HasSuffix(word, "lorem") {
		t |= loremEnd
	}
	if word[0] == 'j' && word == "javascript" {
		t |= javascriptX
	}
	return t
}

// Release ends the use of n; the text does so.
func (n *normal) Release() {
	size := n.Size() + pool.Size(n.kinds) + pool.Size(n.traits) + pool.Size(n.made) + pool.Size(n.lower)
	n.Reset()
	n.kinds, n.traits = n.kinds[:0], n.traits[:0]
	n.chars, n.distinct, n.seen = 0, 0, 0
	n.t, n.words, n.lists = nil, nil, nil
	normals.Put(n, size)
}
