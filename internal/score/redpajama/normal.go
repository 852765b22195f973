package redpajama

import (
	"slices"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// normal are the words of the normalised text. Their types are numbers that pytext.Words has, so that a raw word which is
// normalised as it stands keeps its type; many types have no token here.
type normal struct {
	pytext.Sequence

	// kinds say what becomes of the raw words, by type.
	kinds []kind

	// traits are those of the types.
	traits []trait

	// chars is the sum of the words' lengths, distinct how many types have tokens, seen the traits that any type has.
	chars, distinct int
	seen            trait

	words *pytext.Words
	lists *wordSet[listed]
	buf   []byte // the words that are changed, on end
	ends  []int  // of those, by type of the raw word
	lower []byte
}

// kind is what becomes of a raw word.
type kind struct {
	id      int32 // the type of the normalised word; -1 where nothing is left of it, changed until the type is known
	length  int32 // of the normalised word in characters
	numeric int32 // how many characters of the normalised word are numeric
	upper   int32 // how many characters of the raw word are capitals
	seen    uint8 // the classes of the raw word's bytes
}

const gone, changed = -1, -2

// trait says what is looked for among the words.
type trait uint8

const (
	blockHead   trait = 1 << iota // the first word of an entry of the block list
	stopWord                      // one of the stop list
	loremEnd                      // ends in "lorem"
	javascriptX                   // is "javascript"
)

// normalKey is under which a text keeps its normal words.
type normalKey struct{}

var normals = sync.Pool{New: func() any { return new(normal) }}

// normalOf returns the normalised words of t.
func normalOf(t *pytext.Text) *normal {
	return t.Unit(normalKey{}, findNormal).(*normal) //nolint:forcetypeassert // nothing else has the key
}

// text returns the characters of the normalised text: its words are parted by one space each.
func (n *normal) text() int { return n.chars + max(n.Len()-1, 0) }

func findNormal(t *pytext.Text) pytext.Unit {
	n := normals.Get().(*normal) //nolint:forcetypeassert // the pool holds nothing else
	n.words = t.Words()
	n.lists = listsOf(t.Language)
	n.normaliseTypes()
	n.nameChanged(string(n.buf))
	for _, id := range n.words.IDs {
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
	n.kinds, n.ends = slices.Grow(n.kinds, count)[:count], slices.Grow(n.ends, count)[:count]
	n.makeRoom(count)
	for id := range count {
		word, k := n.words.Type(uint32(id)), &n.kinds[id]
		if seen := classesIn(word); seen == small {
			*k = kind{id: int32(id), length: int32(len(word)), seen: seen} //nolint:gosec // texts are shorter than 2 GiB
		} else {
			*k = n.normalise(word, int32(id))
			k.seen = seen
		}
		n.ends[id] = len(n.buf)
		if k.id == int32(id) {
			n.use(word, k, n.words.Counts[id])
		}
	}
}

// makeRoom makes room for types below count.
func (n *normal) makeRoom(count int) {
	for len(n.Counts) < count {
		n.Counts, n.Lengths, n.traits = append(n.Counts, 0), append(n.Lengths, 0), append(n.traits, 0)
	}
}

// use adds tokens of a type that is word, which a raw word of kind k becomes.
func (n *normal) use(word string, k *kind, count int32) {
	if n.Counts[k.id] == 0 {
		n.distinct++
		n.Lengths[k.id] = k.length
		n.traits[k.id] = n.traitsOf(word)
		n.seen |= n.traits[k.id]
	}
	n.Counts[k.id] += count
}

// nameChanged gives the raw words that are changed the type of what they become. all is a copy of n.buf.
func (n *normal) nameChanged(all string) {
	start := 0
	for raw, end := range n.ends {
		word := all[start:end]
		start = end
		k := &n.kinds[raw]
		if k.id != changed {
			continue
		}
		k.id = int32(n.words.Number(word)) //nolint:gosec // a text has fewer words than 2^31
		n.makeRoom(int(k.id) + 1)
		n.use(word, k, n.words.Counts[raw])
	}
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

// Release is of pytext.Unit.
func (n *normal) Release() {
	n.Reset()
	n.kinds, n.traits, n.buf, n.ends = n.kinds[:0], n.traits[:0], n.buf[:0], n.ends[:0]
	n.chars, n.distinct, n.seen = 0, 0, 0
	n.words, n.lists = nil, nil
	normals.Put(n)
}
