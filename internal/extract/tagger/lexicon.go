package tagger

import (
	"fmt"

	"github.com/copydesk/copydesk/internal/model"
)

// Lexicon is what is known of frequent words. It is read in place and safe for concurrent use.
type Lexicon struct {
	rows string // a power of two of them
	mask uint32
}

// entryLen is the length in bytes of a row: four of the hash of a word, two of its group, its profile, and flags.
const entryLen = 8

// Known is what the lexicon has of a word; zero of one that it does not have.
type Known struct {
	// Group is the group of words that stand between the same neighbours, from 1. FinePerCoarse neighbouring numbers make a larger group.
	Group uint16

	// Profile says in names of which class the word stands mostly, and how often.
	Profile uint8

	// Plain says that the word in small letters is in no name.
	Plain bool

	// Names are the lists of names that the word is on, whatever its case.
	Names Names
}

// Names is a set of lists of names.
type Names uint8

// The lists of names.
const (
	IsForename Names = 1 << iota
	IsSurname
	IsRareSurname
	IsTown
)

// listed is the bit of a row's flags at which Names begin; the first bit is Plain.
const listed = 1

// FinePerCoarse is how many groups make a larger group.
const FinePerCoarse = 32

// Coarse returns the larger group, from 1; 0 for none.
func (k Known) Coarse() uint64 {
	if k.Group == 0 {
		return 0
	}
	return uint64(k.Group-1)/FinePerCoarse + 1
}

// OpenLexicon reads a lexicon in place. Errors wrap model.ErrFormat.
func OpenLexicon(data string) (*Lexicon, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	rows, err := file.Section("words")
	if err != nil {
		return nil, err
	}
	n := len(rows) / entryLen
	if n == 0 || n&(n-1) != 0 || len(rows)%entryLen != 0 {
		return nil, fmt.Errorf("%w: words of %d bytes", model.ErrFormat, len(rows))
	}
	return &Lexicon{rows, uint32(n - 1)}, nil //nolint:gosec // a length
}

// maxProbes is the most rows that are looked at for a word.
const maxProbes = 32

// Look returns what is known of the word of hash, which is Small's or Capitalised's.
func (x *Lexicon) Look(hash uint64) Known {
	key := uint32(hash>>32) | 1
	for i := range uint32(maxProbes) {
		at := int((uint32(hash)+i)&x.mask) * entryLen //nolint:gosec // the other half
		switch model.Uint32(x.rows, at) {
		case 0:
			return Known{}
		case key:
			return Known{
				Group: uint16(x.rows[at+4]) | uint16(x.rows[at+5])<<8, Profile: x.rows[at+6],
				Plain: x.rows[at+7]&1 != 0, Names: Names(x.rows[at+7] >> listed),
			}
		}
	}
	return Known{}
}

// Entry is a word for MakeLexicon.
type Entry struct {
	Word    string
	Capital bool // the entry is for the word as it is written, capitalised
	Group   int
	Profile int
	Plain   bool
	Names   Names
}

// MakeLexicon returns a lexicon of entries, in which a word beyond its room is left out.
func MakeLexicon(entries []Entry) []byte {
	n := uint32(1)
	for int(n)*6 < len(entries)*7 {
		n *= 2
	}
	rows := make([]byte, int(n)*entryLen)
	for _, e := range entries {
		hash := Small(e.Word)
		if e.Capital {
			hash = Capitalised(e.Word)
		}
		key := uint32(hash>>32) | 1
		for i := range uint32(maxProbes) {
			row := rows[int((uint32(hash)+i)&(n-1))*entryLen:][:entryLen] //nolint:gosec // the other half
			if row[0]&1 != 0 {
				continue
			}
			row[0], row[1], row[2], row[3] = byte(key), byte(key>>8), byte(key>>16), byte(key>>24) //nolint:gosec // bytes
			row[4], row[5] = byte(e.Group), byte(e.Group>>8)                                       //nolint:gosec // bytes
			row[6] = byte(e.Profile)                                                               //nolint:gosec // small
			if row[7] = byte(e.Names) << listed; e.Plain {
				row[7] |= 1
			}
			break
		}
	}
	return model.Make(model.Section{Name: "words", Data: rows})
}
