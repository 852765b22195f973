package charset

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
	"github.com/copydesk/copydesk/internal/text"
)

// find names the encoding of raw, of which a header declares one. The order is that of browsers: byte order mark, header,
// the page's own declarations. But a declaration that the bytes contradict does not count, and where none is left the
// bytes decide.
func find(ctx context.Context, raw, mediaType, header string) (named, error) {
	for _, label := range []string{utf8Label, "utf-16le", "utf-16be"} {
		if markLength(raw, label) > 0 {
			return lookup(label), nil
		}
	}
	if label := wideLabel(raw); label != "" {
		return lookup(label), nil
	}
	var declared []named
	if n := lookup(header); n.label != "" && !strings.HasPrefix(n.label, "utf-16") {
		declared = append(declared, n)
	}
	if mediaType == htmlType { // in plain text a <meta> is only text
		declared = append(declared, declaredIn(raw)...)
	}
	seen, err := look(ctx, raw)
	if err != nil {
		return named{}, err
	}
	return decide(raw, declared, seen), nil
}

// look counts the sequences of raw beyond ASCII that are valid and invalid in UTF-8.
func look(ctx context.Context, raw string) (seen evidence, err error) {
	pace := text.NewPace(ctx)
	seen.escapes = escapedLabel(raw)
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			n := asciiPrefix(raw[i:])
			i += n
			if err := pace.Step(n); err != nil {
				return seen, err
			}
			continue
		}
		r, n := utf8.DecodeRuneInString(raw[i:])
		switch {
		case r != utf8.RuneError || n > 1:
			seen.valid++
		case surrogatePair(raw[i:]) != 0:
			seen.valid++
			n = pairBytes
		case raw[i] < 0xF5 && raw[i] > 0x81:
			seen.invalid++
		default:
			seen.impossible++
		}
		i += n
		if err := pace.Step(n); err != nil {
			return seen, err
		}
	}
	return seen, nil
}

// asciiPrefix returns the length of the ASCII text, up to 64 KiB, that s begins with.
func asciiPrefix(s string) int {
	s = s[:min(len(s), 64<<10)]
	i := 0
	for i+8 <= len(s) && (s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7]) < utf8.RuneSelf {
		i += 8
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// evidence is what the bytes of a document say about UTF-8.
type evidence struct {
	valid, invalid int    // sequences beyond ASCII
	impossible     int    // bytes that neither UTF-8 nor most other encodings have
	escapes        string // the label of the encoding whose escape sequences there are, or ""
}

// isUTF8 reports whether a document is UTF-8 rather than in another encoding: all of it, or all but a few damaged bytes.
func (e evidence) isUTF8() bool { return e.valid > 0 && e.invalid <= e.valid }

// fewSequences is the number of valid sequences up to which a text in an encoding of two bytes a character may look like
// UTF-8 by chance.
const fewSequences = 3

// decide chooses the encoding of raw from what is declared and what was seen.
func decide(raw string, declared []named, seen evidence) named {
	switch {
	case seen.escapes != "":
		return escaped(seen.escapes)
	case seen.valid+seen.invalid+seen.impossible == 0:
		if len(declared) > 0 {
			return declared[0]
		}
		return lookup(utf8Label)
	case seen.isUTF8():
		if len(declared) > 0 && seen.valid <= fewSequences && isWide(declared[0].label) && errorsIn(raw, declared[0]) == 0 {
			return declared[0]
		}
		return lookup(utf8Label)
	}
	declared = slices.DeleteFunc(declared, func(n named) bool { return n.label == utf8Label || isEscaped(n.label) })
	return choose(raw, declared, detect.Detect(raw))
}

// A declared encoding is only given up for another in which the bytes take at least trustPerByte bits less for each byte,
// and trustBits less in all: texts have words that no model knows.
const trustPerByte, trustBits = .4, 30

// choose returns the first declared encoding, unless another one fits the bytes far better; one that is declared too before
// one that is not. If nothing is declared, the likeliest reading is taken.
func choose(raw string, declared []named, guesses []detect.Guess) named {
	if len(guesses) == 0 || len(declared) == 0 && onlyMarks(raw) {
		return lookup("windows-1252")
	}
	best := guesses[0]
	for _, n := range declared {
		if fits(raw, n, best) {
			return n
		}
	}
	return lookup(best.Label)
}

// onlyMarks reports whether the bytes of raw beyond ASCII are marks or signs of windows-1252, as one "€", and none is beside a letter or
// another of them. No model can tell anything from these.
func onlyMarks(raw string) bool {
	before := byte(' ')
	for i := range min(len(raw), maxChecked) {
		c := raw[i]
		beside := c >= utf8.RuneSelf || isLetter(c)
		if before >= utf8.RuneSelf && beside || c >= utf8.RuneSelf && (isLetter(before) || !isMark(charmap.Windows1252.DecodeByte(c))) {
			return false
		}
		before = c
	}
	return true
}

func isMark(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) }

// fits reports whether raw may be in the encoding n, of which best is the likeliest reading.
func fits(raw string, n named, best detect.Guess) bool {
	if isWide(n.label) && errorsIn(raw, n) > 0 && !isWide(best.Label) {
		return false
	}
	label := n.label
	if label == "gb18030" {
		label = "gbk"
	}
	bits, perByte, known := detect.Cost(raw, label, best)
	return known && (bits < trustBits || perByte < trustPerByte) || !known && !isWide(n.label)
}

// isWide reports whether an encoding has several bytes a character and is not UTF-8.
func isWide(label string) bool {
	switch label {
	case "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr":
		return true
	}
	return false
}

// maxChecked is how many bytes are decoded to see whether an encoding fits.
const maxChecked = 64 << 10

// errorsIn counts the characters of raw that an encoding cannot read.
func errorsIn(raw string, n named) int {
	decoded, err := n.encoding.NewDecoder().String(raw[:min(len(raw), maxChecked)])
	if err != nil {
		return 1
	}
	if len(raw) > maxChecked { // may have been cut inside a character
		decoded = strings.TrimSuffix(decoded, string(utf8.RuneError))
	}
	return strings.Count(decoded, string(utf8.RuneError))
}
