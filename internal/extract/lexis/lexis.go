package lexis

import (
	_ "embed"
	"encoding/binary"
	"fmt"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/model"
)

//go:embed lexis.model
var modelData string

// shipped is the table that is part of the program. It panics on a damaged one: every test opens it.
var shipped = sync.OnceValue(func() *Lexicon {
	l, err := Open(modelData)
	if err != nil {
		panic(err)
	}
	return l
})

// Shipped returns the table that is part of the program.
func Shipped() *Lexicon { return shipped() }

// Models describes the table.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name: "extract.lexis", Version: "2026-11",
		Sources: []string{"ramybaly/Article-Bias-Prediction", "sigpwned/popular-names-by-country-dataset (CC0 1.0)"},
		Data:    []string{modelData},
	}}
}

// Word is what is known of a word. The grades go from 0, never seen so, to 7.
type Word struct {
	Class Class

	// Cue grades how often it is the verb beside a quotation, Report how often the verb before "that" or before words in quotation
	// marks, Head how often the noun that is its subject.
	Cue, Report, Head uint8

	// Verb grades how often it stands where verbs stand rather than nouns: 0 unknown, 1 almost always a noun, 7 a verb.
	Verb uint8

	// Male grades a forename: 0 unknown, 1 of women, 7 of men.
	Male uint8
}

// Lexicon is an open table. It is safe for concurrent use.
type Lexicon struct {
	slots string
	mask  uint32
}

// The layout of section "words": slots of slotLen bytes, a power of two of them: the hash of the word, zero where there is none,
// and the grades of Cue and Report (four bits each), Head, Verb and
// Male. A word stands in the first free slot from that of its hash.
const (
	slotLen  = 8
	maxProbe = 64 // the most slots that are looked at for a word
)

// Open opens a model file with the section "words". Errors wrap model.ErrFormat.
func Open(data string) (*Lexicon, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	slots, err := file.Section("words")
	if err != nil {
		return nil, err
	}
	n := len(slots) / slotLen
	if n == 0 || n&(n-1) != 0 || n*slotLen != len(slots) {
		return nil, fmt.Errorf("%w: %d bytes of words", model.ErrFormat, len(slots))
	}
	return &Lexicon{slots: slots, mask: uint32(n - 1)}, nil //nolint:gosec // a few thousand
}

// maxWord is the longest word that is looked up, in bytes.
const maxWord = 32

// Look returns what is known of word, in whatever case it is written and with or without a final full stop.
func (l *Lexicon) Look(word string) Word {
	word = strings.TrimSuffix(word, ".")
	if len(word) > maxWord {
		return Word{}
	}
	var folded [maxWord]byte
	small := folded[:len(word)]
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		small[i] = c
	}
	w := Word{Class: closedClasses[string(small)]}
	if n := len(small); n > 4 && small[n-1] == 'y' && small[n-2] == 'l' && w.Class == 0 {
		w.Class = Adverb
	}
	l.grade(&w, small)
	return w
}

// grade adds what the table has of the word.
func (l *Lexicon) grade(w *Word, small []byte) {
	h := hash(small)
	for i := range uint32(maxProbe) {
		at := int((h+i)&l.mask) * slotLen
		switch model.Uint32(l.slots, at) {
		case 0:
			return
		case h:
			w.Cue, w.Report = l.slots[at+4]&15, l.slots[at+4]>>4
			w.Head, w.Verb, w.Male = l.slots[at+5], l.slots[at+6], l.slots[at+7]
			return
		}
	}
}

// hash is that of a word in the table, which is never zero.
func hash[T string | []byte](word T) uint32 {
	h := fnv.Start32
	for i := range len(word) {
		h = fnv.Add32(h, uint32(word[i]))
	}
	h ^= h >> 15
	return max(h, 1)
}

// Make returns the section "words" for the grades of words in small letters. Words that find no slot are left out.
func Make(words []string, grades map[string]Word) []byte {
	n := 1
	for n < 2*len(words) {
		n *= 2
	}
	out := make([]byte, n*slotLen)
	for _, word := range words {
		h, w := hash(word), grades[word]
		for i := range uint32(maxProbe) {
			at := int((h+i)&uint32(n-1)) * slotLen //nolint:gosec // small
			if slot := out[at : at+slotLen]; model.Uint32(string(slot[:4]), 0) == 0 {
				binary.LittleEndian.PutUint32(slot, h)
				slot[4], slot[5], slot[6], slot[7] = w.Cue|w.Report<<4, w.Head, w.Verb, w.Male
				break
			}
		}
	}
	return out
}

// ClassOf returns the closed classes of a word in small letters.
func ClassOf(word string) Class { return closedClasses[word] }
