package boilerplate

// shape is a set of what a word looks like and what marks stand beside it.
type shape uint16

const (
	capital    shape = 1 << iota // begins with a capital letter
	number                       // begins with a digit
	mail                         // an e-mail address, or what a script put in place of one
	handle                       // follows an at sign
	domain                       // has a full stop inside
	colon                        // a colon follows
	assigned                     // an equals sign follows, as in code
	slash                        // a stroke stands before
	bracket                      // an opening bracket stands before
	opensOne                     // begins a sentence
	afterStop                    // a full stop stands before, though it may be an abbreviation's
	quotedWord                   // a quotation mark stands before
	afterComma                   // a comma or semicolon stands before
)

func (s shape) has(t shape) bool { return s&t != 0 }

// word is one word of a line.
type word struct {
	start, end int32 // byte offsets in the line
	id         uint16
	shape      shape
}

// The kinds of bytes.
const (
	letter byte = iota
	upper
	digit
	blank
	joiner // may stand inside a word
	stop   // may end a sentence
	other
	latin   // leads a character from U+0080 to U+00BF: spaces and signs
	general // leads a character from U+2000 to U+2FFF: dashes, quotation marks, symbols
)

// kinds tells the kind of each byte. Bytes of characters that are neither of the above are letters.
var kinds = func() (k [256]byte) {
	for c := range k {
		switch {
		case 'a' <= c && c <= 'z' || c >= 0x80:
			k[c] = letter
		case 'A' <= c && c <= 'Z':
			k[c] = upper
		case '0' <= c && c <= '9':
			k[c] = digit
		case c <= ' ':
			k[c] = blank
		default:
			k[c] = other
		}
	}
	for _, c := range ".@-'_&" {
		k[c] = joiner
	}
	k['!'], k['?'], k[0xC2], k[0xE2] = stop, stop, latin, general
	return k
}()
