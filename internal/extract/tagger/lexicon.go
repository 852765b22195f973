package tagger

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"

	"github.com/copydesk/copydesk/internal/model"
)

// Lexicon is what is known of words. It is read in place and safe for concurrent use.
type Lexicon struct {
	rows   string // in the order of their keys
	starts string // for each leading bits of a key, the number of rows before
}

// A row has the bytes of a key below its leading ones, and four of what is known: from the lowest bit, Press, Web, Profile, Plain
// and Names.
const (
	keyLen   = 3
	entryLen = keyLen + 4

	leadingBits = 16 // of a key, which rows leave out
	pressBits   = 11
	webBits     = 10
	profileBits = 5
)

// Known is what the lexicon has of a word; zero of one that it does not have.
type Known struct {
	// Press is the group of words that stand between the same neighbours in news and encyclopedias, and Web that of all sorts of
	// text, whatever their case, from 1; 0 of a word in none.
	Press, Web Group

	// Profile says in names of which class the word stands mostly, and how often; below 32.
	Profile uint8

	// Plain says that the word in small letters is in no name.
	Plain bool

	// Names are the lists of names that the word is on, whatever its case.
	Names Names
}

// Group is the number of a group. Neighbouring numbers make a larger group.
type Group uint16

// How many large groups there are, and of how many groups each is made.
const (
	PressGroups = 93
	PressParts  = 22
	WebGroups   = 92
	WebParts    = 11
)

// large returns the larger group, from 1, of one that is made of parts; 0 for none.
func (g Group) large(parts Group) uint64 { return uint64((g + parts - 1) / parts) }

// Names is a set of lists of names.
type Names uint8

// The lists of names.
const (
	IsForename Names = 1 << iota
	IsSurname
	IsRareSurname
	IsTown
)

// OpenLexicon reads a lexicon in place. Errors wrap model.ErrFormat.
func OpenLexicon(data string) (*Lexicon, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	x := &Lexicon{}
	if x.rows, err = file.Section("words"); err != nil {
		return nil, err
	}
	if x.starts, err = file.Section("starts"); err != nil {
		return nil, err
	}
	if len(x.rows)%entryLen != 0 || len(x.starts) != 4*(1<<leadingBits+1) {
		return nil, fmt.Errorf("%w: words of %d bytes, %d bytes of starts", model.ErrFormat, len(x.rows), len(x.starts))
	}
	last := 0
	for i := 0; i < len(x.starts); i += 4 {
		n := int(model.Uint32(x.starts, i))
		if n < last || n > len(x.rows)/entryLen {
			return nil, fmt.Errorf("%w: %d words after %d", model.ErrFormat, n, last)
		}
		last = n
	}
	return x, nil
}

// keyOf spreads the hash of a word over 40 bits.
func keyOf(hash uint64) (leading, rest uint32) {
	hash *= mix
	return uint32(hash >> (64 - leadingBits)), uint32(hash>>(64-leadingBits-8*keyLen)) & (1<<(8*keyLen) - 1) //nolint:gosec // these bits are wanted
}

// Look returns what is known of the word of hash, which is Small's or Capitalised's.
func (x *Lexicon) Look(hash uint64) Known {
	leading, rest := keyOf(hash)
	start, end := model.Uint32(x.starts, 4*int(leading)), model.Uint32(x.starts, 4*int(leading)+4)
	rows := x.rows[int(start)*entryLen : int(end)*entryLen]
	for ; len(rows) > 0; rows = rows[entryLen:] {
		if uint32(rows[0])|uint32(rows[1])<<8|uint32(rows[2])<<16 == rest {
			return unpack(model.Uint32(rows, keyLen))
		}
	}
	return Known{}
}

func unpack(v uint32) Known {
	k := Known{Press: Group(v & (1<<pressBits - 1))}
	v >>= pressBits
	k.Web = Group(v & (1<<webBits - 1))
	v >>= webBits
	k.Profile = uint8(v & (1<<profileBits - 1))
	v >>= profileBits
	k.Plain, k.Names = v&1 != 0, Names(v>>1)
	return k
}

func (k Known) pack() uint32 {
	v := uint32(k.Names) << 1
	if k.Plain {
		v |= 1
	}
	v = v<<profileBits | uint32(k.Profile)
	v = v<<webBits | uint32(k.Web)
	return v<<pressBits | uint32(k.Press)
}

// Entry is a word for MakeLexicon.
type Entry struct {
	Known

	Word    string
	Capital bool // the entry is for the word as it is written, capitalised
}

// MakeLexicon returns a lexicon of entries, each for another word.
func MakeLexicon(entries []Entry) []byte {
	type row struct{ leading, rest, known uint32 }
	rows := make([]row, len(entries))
	for i, e := range entries {
		hash := Small(e.Word)
		if e.Capital {
			hash = Capitalised(e.Word)
		}
		rows[i].leading, rows[i].rest = keyOf(hash)
		rows[i].known = e.pack()
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.leading, b.leading), cmp.Compare(a.rest, b.rest), cmp.Compare(a.known, b.known))
	})
	var words, starts []byte
	for i, next := uint32(0), 0; i <= 1<<leadingBits; i++ {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(next))
		for ; next < len(rows) && rows[next].leading == i; next++ {
			r := rows[next]
			words = append(words, byte(r.rest), byte(r.rest>>8), byte(r.rest>>16)) //nolint:gosec // bytes
			words = binary.LittleEndian.AppendUint32(words, r.known)
		}
	}
	return model.Make(model.Section{Name: "words", Data: words}, model.Section{Name: "starts", Data: starts})
}
