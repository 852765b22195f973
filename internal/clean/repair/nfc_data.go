package repair

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normClass is what NFC needs to know of a character: its canonical combining class, and whether it may be changed. 0
// is a character that begins a cluster and that no other can change without being of another class.
type normClass uint16

const (
	normMaybe normClass = 1 << (8 + iota) // it composes with some character before it
	normNo                                // it is never in NFC
)

func (c normClass) ccc() uint8 { return uint8(c) } //nolint:gosec // the flags are to be cut off

// normRanges are the ranges of characters that NFC concerns: Hangul syllables and most Han are not among them.
var normRanges = [...][2]rune{{0xC0, 0x3400}, {0xA600, 0xAC00}, {0xF900, 0x12000}, {0x16A00, 0x17000}, {0x1B000, 0x1EA00}, {0x2F800, 0x2FA20}}

const normLimit = 0x2FA40

// normalForm is Unicode's data on NFC, gathered from package norm: classes in blocks of 64 characters, of which block 0
// is empty, and what two characters compose to.
var normalForm = gatherNormalForm()

type normalData struct {
	indexes [normLimit >> 6]uint8
	blocks  [][64]normClass
	pairs   map[[2]rune]rune
}

// normClassOf returns the class of r.
func normClassOf(r rune) normClass {
	if r >= normLimit {
		return 0
	}
	return normalForm.blocks[normalForm.indexes[r>>6]][r&63]
}

func gatherNormalForm() *normalData {
	d := &normalData{blocks: make([][64]normClass, 1, 128), pairs: make(map[[2]rune]rune, 1024)}
	var buf [utf8.UTFMax]byte
	for _, bounds := range normRanges {
		for r := bounds[0]; r < bounds[1]; r++ {
			p := norm.NFC.Properties(buf[:utf8.EncodeRune(buf[:], r)])
			d.put(r, p)
			if p.Decomposition() != nil {
				d.pair(r, p.Decomposition())
			}
		}
	}
	return d
}

// put notes the class of r.
func (d *normalData) put(r rune, p norm.Properties) {
	class := normClass(p.CCC())
	if class == 0 && !p.BoundaryBefore() {
		class = normMaybe
	}
	if dec := p.Decomposition(); dec != nil && norm.NFC.String(string(dec)) != string(r) {
		class |= normNo
	}
	if class != 0 {
		*d.at(r) |= class
	}
}

// at returns where the class of r is kept.
func (d *normalData) at(r rune) *normClass {
	block := &d.indexes[r>>6]
	if *block == 0 {
		*block = uint8(len(d.blocks)) //nolint:gosec // there are some 120 blocks
		d.blocks = append(d.blocks, [64]normClass{})
	}
	return &d.blocks[*block][r&63]
}

// pair notes of which two characters r is made, whose full decomposition is dec, if it is ever made.
func (d *normalData) pair(r rune, dec []byte) {
	second, n := utf8.DecodeLastRune(dec)
	first := []rune(norm.NFC.String(string(dec[:len(dec)-n])))
	if len(first) == 1 && norm.NFC.String(string(r)) == string(r) {
		d.pairs[[2]rune{first[0], second}] = r
		*d.at(second) |= normMaybe
	}
}

// Hangul syllables are numbered: Unicode Standard, section 3.12.
const (
	hangulBase, leadBase, vowelBase, tailBase = 0xAC00, 0x1100, 0x1161, 0x11A7
	leads, vowels, tails                      = 19, 21, 28
)

// composedOf returns what a and b compose to, or 0.
func composedOf(a, b rune) rune {
	switch {
	case a < leadBase || a >= hangulBase+leads*vowels*tails || a >= leadBase+leads && a < hangulBase:
		return normalForm.pairs[[2]rune{a, b}]
	case a < hangulBase && b >= vowelBase && b < vowelBase+vowels:
		return hangulBase + ((a-leadBase)*vowels+b-vowelBase)*tails
	case a >= hangulBase && (a-hangulBase)%tails == 0 && b > tailBase && b < tailBase+tails:
		return a + b - tailBase
	default:
		return 0
	}
}

// appendDecomposed appends the canonical decomposition of the character s.
func appendDecomposed(dst []byte, s string) []byte {
	r, _ := runeAt(s, 0)
	if r >= hangulBase && r < hangulBase+leads*vowels*tails {
		n := r - hangulBase
		dst = utf8.AppendRune(dst, leadBase+n/(vowels*tails))
		dst = utf8.AppendRune(dst, vowelBase+n/tails%vowels)
		if n%tails != 0 {
			dst = utf8.AppendRune(dst, tailBase+n%tails)
		}
		return dst
	}
	if r < 0xC0 {
		return append(dst, s...)
	}
	if d := norm.NFC.PropertiesString(s).Decomposition(); d != nil {
		return append(dst, d...)
	}
	return append(dst, s...)
}
