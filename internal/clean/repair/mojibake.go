package repair

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/copydesk/copydesk/internal/text"
)

// codec is an encoding in which UTF-8 may have been read by mistake.
type codec struct {
	name string
	cm   *charmap.Charmap
}

// codecs in the order in which they are tried: commonest first.
var codecs = []codec{
	{"windows-1252", charmap.Windows1252},
	{"windows-1251", charmap.Windows1251},
	{"macintosh", charmap.Macintosh},
	{"ibm437", charmap.CodePage437},
	{"koi8-r", charmap.KOI8R},
	{"windows-1250", charmap.Windows1250},
}

// tables holds for each codec the byte, 0x80 to 0xFF, of every character it has there.
var tables = sync.OnceValue(func() []map[rune]byte {
	all := make([]map[rune]byte, len(codecs))
	for k, c := range codecs {
		all[k] = make(map[rune]byte, 128)
		for b := 0x80; b <= 0xFF; b++ {
			r := c.cm.DecodeByte(byte(b))
			if r == utf8.RuneError {
				r = rune(b) // browsers read an undefined byte as the control of the same number
			}
			all[k][r] = byte(b)
			if k == 0 && b < 0xA0 {
				all[k][rune(b)] = byte(b) // ISO 8859-1 is windows-1252 with controls here
			}
		}
	}
	return all
})

// mojibake undoes one layer of UTF-8 that was read in another encoding; further layers fall to further rounds.
// It looks at sequences, not at the whole text, so that a damaged sentence in good text is mended too.
func mojibake(c *text.Chain, rules text.RuleSet) {
	in := c.Text()
	if !rules.On(Mojibake) || text.IsASCII(in) {
		return
	}
	e := c.Edit()
	defer c.Apply()
	for i := 0; i < len(in); {
		if in[i] < utf8.RuneSelf {
			i++
			continue
		}
		run, ok := bestRun(in, i)
		if ok {
			e.Replace(text.Span{Start: i, End: run.end}, run.decoded,
				text.Change{Rule: Mojibake, Detail: "utf-8>" + run.codec, Confidence: run.confidence})
			i = run.end
			continue
		}
		if n := lostQuote(in[i:]); n > 0 {
			e.Replace(text.Span{Start: i, End: i + n}, "”",
				text.Change{Rule: Mojibake, Detail: "utf-8>windows-1252, byte lost", Confidence: .95})
			i += n
			continue
		}
		i = max(run.end, i+runeLen(in, i))
	}
}

// lostQuote returns the length of what is left of a closing quotation mark, or 0. Its last byte, 9D, is not defined
// in windows-1252, so that many tools drop it or put U+FFFD.
func lostQuote(s string) int {
	const left = "â€"
	if !strings.HasPrefix(s, left) {
		return 0
	}
	if strings.HasPrefix(s[len(left):], "\uFFFD") {
		return len(left) + len("\uFFFD")
	}
	return len(left)
}

// run is a stretch of characters that are UTF-8 sequences in some codec.
type run struct {
	end        int
	decoded    string
	sequences  int
	codec      string
	confidence float32
}

// bestRun tries the codecs at offset i and returns the first run that is damage beyond doubt.
func bestRun(in string, i int) (run, bool) {
	for k, table := range tables() {
		if r := readRun(in, i, table); r.sequences > 0 && isDamage(in, i, r) {
			r.codec, r.confidence = codecs[k].name, min(.999, .9+.03*float32(r.sequences))
			return r, true
		}
	}
	return run{}, false
}

// readRun reads as many UTF-8 sequences as stand at offset i without a gap, at most 64 so that looking stays
// linear however long the run is; what follows is the next run.
func readRun(in string, i int, table map[rune]byte) run {
	const most = 64
	r := run{end: i}
	var decoded []byte
	for r.sequences < most {
		c, end := readSequence(in, r.end, table)
		if end == r.end {
			break
		}
		decoded = utf8.AppendRune(decoded, c)
		r.end = end
		r.sequences++
	}
	r.decoded = string(decoded)
	return r
}

// readSequence reads one UTF-8 sequence at offset i; end is i if there is none.
func readSequence(in string, i int, table map[rune]byte) (c rune, end int) {
	var seq [utf8.UTFMax]byte
	n, want := 0, 1
	at := i
	for ; n < want && at < len(in); n++ {
		if in[at] < utf8.RuneSelf {
			// A space stands where byte A0 was turned from a no-break space into one, after "Ã" only.
			return 0, i
		}
		r, size := utf8.DecodeRuneInString(in[at:])
		b, ok := table[r]
		if !ok {
			return 0, i
		}
		if n == 0 {
			want = sequenceLength(b)
		}
		seq[n] = b
		at += size
	}
	if n < want || want < 2 {
		return 0, i
	}
	c, size := utf8.DecodeRune(seq[:n])
	if c == utf8.RuneError || size != n {
		return 0, i
	}
	return c, at
}

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

// isDamage reports whether a run is better explained as damage than as what it looks like. Two accented capitals
// before a closing quotation mark are legitimate ("CAFÉ”"); a lower-case a with a circumflex before a euro sign
// is not. What the sequences decode to must be something that people write.
func isDamage(in string, i int, r run) bool {
	first, size := utf8.DecodeRuneInString(in[i:])
	second, _ := utf8.DecodeRuneInString(in[i+size:])
	for _, c := range r.decoded {
		if !plausible(c) {
			return false
		}
	}
	decodedFirst, _ := utf8.DecodeRuneInString(r.decoded)
	chars := utf8.RuneCountInString(in[i:r.end])
	letters := 0
	for _, c := range in[i:r.end] {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	switch {
	case letters == chars: // could be a word: Cyrillic or Greek letters only
		return r.sequences >= 2 && allLetters(r.decoded) && mixedCase(in[i:r.end])
	case chars >= 3*r.sequences: // three and more characters a sequence never happen by chance
		return true
	case r.sequences >= 2:
		return true
	case !unicode.IsLetter(first) && i > 0 && unicode.IsLetter(decodedFirst) && decodedFirst < 0x180:
		before, _ := utf8.DecodeLastRuneInString(in[:i]) // "caf√©": a symbol in the middle of a word
		return unicode.IsLower(before)
	case first == 'Ã' || first == 'Â':
		return !(closingQuote(second) && i > 0 && isUpperBefore(in, i))
	default:
		return !closingQuote(second) && unicode.IsLetter(decodedFirst) && decodedFirst < 0x180 && !unicode.IsLetter(second) && second < 0xA0
	}
}

// plausible reports whether a repaired text may hold c: assigned, and no control.
func plausible(c rune) bool {
	return c >= 0x80 && (unicode.IsGraphic(c) || c == 0xAD || 0x200B <= c && c <= 0x200F || c == 0xFEFF || 0x80 <= c && c < 0xA0) &&
		!unicode.Is(unicode.Co, c)
}

func allLetters(s string) bool {
	for _, c := range s {
		if !unicode.IsLetter(c) && c < 0x2000 {
			return false
		}
	}
	return true
}

// mixedCase reports whether a capital follows a small letter, as in no word of any language.
func mixedCase(s string) bool {
	lower := false
	for _, c := range s {
		if lower && unicode.IsUpper(c) {
			return true
		}
		lower = unicode.IsLower(c)
	}
	return false
}

func closingQuote(r rune) bool {
	return r == '”' || r == '’' || r == '»' || r == '“' || r == '‘' || r == '«'
}

func isUpperBefore(in string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(in[:i])
	return unicode.IsUpper(r)
}

func runeLen(s string, i int) int {
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}
