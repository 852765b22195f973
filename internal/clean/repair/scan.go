package repair

import "unicode/utf8"

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
// them.
func scan(in string) need {
	var found need
	var pairs, before uint8
	for i := 0; i < len(in); i++ {
		class := byteClasses[in[i]]
		pairs |= before << 1 & class
		before = class
		if class&classSpecial == 0 {
			continue
		}
		if in[i] >= utf8.RuneSelf {
			n, size := scanRune(in[i:])
			found |= n
			i += size - 1
			continue
		}
		found |= scanASCII(in, i)
	}
	if pairs&classWhite != 0 || in != "" && (byteClasses[in[0]]|before)&classWhite != 0 {
		found |= needWhitespace
	}
	return found
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

// scanRune is scan for the character beyond ASCII that s begins with. It also returns the character's length.
func scanRune(s string) (found need, size int) {
	if len(s) > 3 && s[0] == 0xE2 && s[1] == 0x80 && s[2] >= 0x93 && s[2] <= 0xA6 && s[3] < utf8.RuneSelf {
		return needQuotes, 3 // dashes, quotation marks, the ellipsis: most of what an English text has beyond ASCII
	}
	r, size := runeAt(s, 0)
	if size < len(s) && (s[size] >= utf8.RuneSelf || s[size] <= '?' && beginsGrave(r)) || size == len(s) && beginsGrave(r) {
		found |= needMojibake
	}
	if isExoticSpace(r) {
		found |= needSpaces
	}
	if r >= 0x300 && !(0x2010 <= r && r <= 0x2027) {
		found |= needCompose
	}
	return found | characterNeeds(r) | quoteNeeds(r), size
}

// beginsGrave reports whether r is byte C3, the first of "à", or D9 and D0, in a codec where byte A0 is a space.
func beginsGrave(r rune) bool {
	return placeOf(r).lead != 0 && kindOf(r) == upper
}

// characterNeeds returns the need of the pass for characters, if it may do something about r.
func characterNeeds(r rune) need {
	switch {
	case r < 0xA0, r == 0xAD, 0x132 <= r && r <= 0x149, 0x1C4 <= r && r <= 0x1F3, 0x2000 <= r && r < 0x2070, r >= 0xFB00 && r < 0x10000:
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
