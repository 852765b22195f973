package repair

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// need is a set of passes that a text may give something to do.
type need uint16

// The needs, one a pass.
const (
	needEntities need = 1 << iota
	needMojibake
	needTerminal
	needQuotes
	needCharacters
	needSpaces
	needCompose
	needWhitespace
)

// Classes of bytes, as bits.
const (
	classBlank   = 1 << iota // space or tab
	classWhite               // space, tab or line feed
	classSpecial             // wants a closer look
)

var byteClasses = fillByteClasses()

func fillByteClasses() (t [256]uint8) {
	for c := range t {
		if c < ' ' || c >= 0x7F || c == '&' {
			t[c] = classSpecial
		}
	}
	t[' '] = classBlank | classWhite
	t['\t'] = classBlank | classWhite
	t['\n'] = classWhite | classSpecial
	return t
}

// scan reads in once and returns what may have to be done. Most texts need nothing, and this is all that is spent on
// them. The error is that of pace.
func scan(pace *text.Pace, in string) (need, error) {
	var found need
	var pairs, before uint8
	done := progress{pace: pace}
	for i := 0; i < len(in); i++ {
		class := byteClasses[in[i]]
		pairs |= before << 1 & class
		before = class
		if class&classSpecial == 0 && i&(progressStep-1) != 0 {
			continue
		}
		if err := done.at(i); err != nil {
			return 0, err
		}
		if class&classSpecial == 0 {
			continue
		}
		if in[i] >= utf8.RuneSelf {
			n, end, err := scanRunes(&done, in, i)
			if err != nil {
				return 0, err
			}
			found |= n
			i = end - 1
			continue
		}
		found |= scanASCII(in, i)
	}
	if pairs&classWhite != 0 || in != "" && (byteClasses[in[0]]|before)&classWhite != 0 {
		found |= needWhitespace
	}
	return found, nil
}

// scanASCII is scan for the special ASCII character at offset i.
func scanASCII(in string, i int) need {
	switch in[i] {
	case '&':
		return needEntities
	case '\n':
		if i+2 < len(in) && in[i+1] == '\n' && in[i+2] == '\n' {
			return needWhitespace
		}
		return 0
	case 0x1B:
		return needTerminal | needCharacters
	default:
		return needCharacters
	}
}

// scanRunes is scan for the characters beyond ASCII from offset i on. It returns where they end.
//
// A stretch that is worth decoding by itself has a sequence whose second byte shows, or is a "Ã" that is left of "à":
// without either there is no evidence, and no need to look for more.
func scanRunes(done *progress, in string, i int) (found need, end int, err error) {
	if i+3 < len(in) && in[i] == 0xE2 && in[i+1] == 0x80 && in[i+2] >= 0x93 && in[i+2] <= 0xA6 && in[i+3] < utf8.RuneSelf {
		return needQuotes, i + 3, nil // dashes, quotation marks, the ellipsis: most of what an English text has beyond ASCII
	}
	last := &traits[0][0]
	for i < len(in) && in[i] >= utf8.RuneSelf {
		r, size := runeAt(in, i)
		t := traitOf(r)
		found |= t.need
		if last.lead&t.continuation != 0 {
			found |= needMojibake
		}
		last = t
		i += size
		if err := done.at(i); err != nil {
			return 0, i, err
		}
	}
	if last.grave && (i == len(in) || in[i] <= '?') {
		found |= needMojibake
	}
	return found, i, nil
}

// characterNeeds returns the need of the pass for characters, if it may do something about r.
func characterNeeds(r rune) need {
	switch {
	case r < 0xA0, r == 0xAD, r == graphemeJoiner, isFiller(r), 0x132 <= r && r <= 0x149, 0x1C4 <= r && r <= 0x1F3, r == 0x180E, 0x2000 <= r && r < 0x2070, r == wideSpace, r >= 0xFB00 && r < 0x10000, r >= 0xE0000 && r < 0xE1000:
		return needCharacters
	default:
		return 0
	}
}

// quoteNeeds returns the need of the rule that straightens quotation marks.
func quoteNeeds(r rune) need {
	if r == 0x2BC || 0x2018 <= r && r <= 0x201F {
		return needQuotes
	}
	return 0
}
