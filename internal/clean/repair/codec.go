package repair

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// codec is a single-byte encoding in which UTF-8 may have been read by mistake.
type codec struct {
	name   string
	detail string // what provenance says when it was undone
	cm     *charmap.Charmap

	// spaced says that byte A0 is a no-break space in it, which much software turns into a plain one.
	spaced bool
}

// codecs in the order in which they win when they explain a text equally well: commonest first. ISO 8859-1 is
// windows-1252 with controls in mapping of 27 characters, and mixtures of the two are common: they are one here.
var codecs = [...]codec{
	{"windows-1252", "utf-8>windows-1252", charmap.Windows1252, true},
	{"windows-1251", "utf-8>windows-1251", charmap.Windows1251, true},
	{"macintosh", "utf-8>macintosh", charmap.Macintosh, false},
	{"ibm437", "utf-8>ibm437", charmap.CodePage437, false},
	{"koi8-r", "utf-8>koi8-r", charmap.KOI8R, false},
	{"windows-1250", "utf-8>windows-1250", charmap.Windows1250, true},
	{"windows-1253", "utf-8>windows-1253", charmap.Windows1253, true},
	{"windows-1254", "utf-8>windows-1254", charmap.Windows1254, true},
	{"windows-1257", "utf-8>windows-1257", charmap.Windows1257, true},
	{"iso-8859-2", "utf-8>iso-8859-2", charmap.ISO8859_2, true},
	{"ibm850", "utf-8>ibm850", charmap.CodePage850, false},
}

// codecSet is a set of indices into codecs.
type codecSet uint16

const allCodecs codecSet = 1<<len(codecs) - 1

// spacedCodecs are the codecs in which byte A0 is a space.
var spacedCodecs = func() (set codecSet) {
	for k, c := range codecs {
		if c.spaced {
			set |= 1 << k
		}
	}
	return set
}()

// Indices of codecs that are treated apart.
const (
	windows1252 = 0
	windows1251 = 1
	macintosh   = 2
)

// mapping says which byte a character is in each codec, and which part of a UTF-8 sequence that byte can be.
type mapping struct {
	bytes              [len(codecs)]byte // 0 where it has none
	lead, continuation codecSet
	like1252           codecSet // the codecs that have it where windows-1252 has it
}

// mappings holds the mapping of each character: mappings[mappingBlocks[r>>6]][r&63] for every character below limit. Block 0 is empty.
// The codecs hold nothing between U+25FF and U+F8FF, which is the apple of Mac OS, nor beyond U+FB02.
var (
	mappingBlocks [mappingLimit >> 6]uint8
	mappings      = fillMappings()
)

const mappingLimit = 0xFB40

func fillMappings() [][64]mapping {
	blocks := make([][64]mapping, 1, 32)
	put := func(r rune, k, b int) {
		at := &mappingBlocks[r>>6]
		if *at == 0 {
			*at = uint8(len(blocks)) //nolint:gosec // there are some 30 blocks
			blocks = append(blocks, [64]mapping{})
		}
		p := &blocks[*at][r&63]
		if p.bytes[k] != 0 {
			return
		}
		p.bytes[k] = byte(b) //nolint:gosec // b is 0x80 to 0xFF
		if p.bytes[windows1252] == p.bytes[k] {
			p.like1252 |= 1 << k
		}
		if b < 0xC0 {
			p.continuation |= 1 << k
		} else if sequenceLength(byte(b)) > 1 { //nolint:gosec // b is 0x80 to 0xFF
			p.lead |= 1 << k
		}
	}
	for k, c := range codecs {
		for b := 0x80; b <= 0xFF; b++ {
			if r := c.cm.DecodeByte(byte(b)); r != utf8.RuneError {
				put(r, k, b)
			} else {
				put(rune(b), k, b) // browsers read an undefined byte as the control of the same number
			}
			if k == windows1252 && b < 0xA0 {
				put(rune(b), k, b)
			}
		}
	}
	return blocks
}

var unmapped mapping

// mappingOf returns the mapping of r.
func mappingOf(r rune) *mapping {
	if r >= mappingLimit {
		return &unmapped
	}
	return &mappings[mappingBlocks[r>>6]][r&63]
}

// sequenceLength returns how many bytes the UTF-8 sequence has that begins with lead; 1 if none does.
func sequenceLength(lead byte) int {
	switch {
	case 0xC2 <= lead && lead <= 0xDF:
		return 2
	case 0xE0 <= lead && lead <= 0xEF:
		return 3
	case 0xF0 <= lead && lead <= 0xF4:
		return 4
	default:
		return 1
	}
}
