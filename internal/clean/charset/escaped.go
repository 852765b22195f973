package charset

import (
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// The labels of encodings that switch between ASCII and pairs of bytes below 0x80.
const (
	japaneseEscapes = "iso-2022-jp"
	koreanEscapes   = "iso-2022-kr"
	hzEscapes       = "hz-gb-2312"
)

// escaped returns one of these encodings. Browsers read only the first; a declaration of the others counts for nothing, only their bytes do.
func escaped(label string) named {
	switch label {
	case koreanEscapes:
		return named{korean7{}, label}
	case hzEscapes:
		return named{simplifiedchinese.HZGB2312, label}
	default:
		return lookup(label)
	}
}

// isEscaped reports whether what a byte means in an encoding depends on those before it.
func isEscaped(label string) bool {
	return label == japaneseEscapes || label == koreanEscapes || label == hzEscapes
}

// escapedLabel returns the label of the encoding of this kind that raw is in, by its escape sequences, which no other text has; ""
// if there is none. No byte beyond ASCII comes before the first.
func escapedLabel(raw string) string {
	at := strings.Index(raw, "\x1b$")
	switch {
	case at < 0 && isHZ(raw):
		return hzEscapes
	case at < 0 || !isASCIIBefore(raw, at):
		return ""
	case strings.HasPrefix(raw[at:], "\x1b$B"), strings.HasPrefix(raw[at:], "\x1b$@"):
		return japaneseEscapes
	case strings.HasPrefix(raw[at:], koreanHeader) && strings.IndexByte(raw[at:], shiftOut) >= 0:
		return koreanEscapes
	default:
		return ""
	}
}

// isASCIIBefore reports whether the 64 KiB of raw before offset at are ASCII.
func isASCIIBefore(raw string, at int) bool {
	start := max(0, at-64<<10+1)
	return asciiPrefix(raw[start:at]) == at-start
}

// hzOpen and hzClose stand around the pairs of HZ, and minHZ is how many of them show that a text is in it. The characters that are used
// most come first: three of four pairs begin with a byte below hzRare.
const (
	hzOpen, hzClose = "~{", "~}"
	minHZ           = 4
	hzRare          = 'X'
	maxHZ           = 64 << 10 // how far into a text they are looked for
)

// isHZ reports whether raw is ASCII with pairs of HZ: only such that stand for characters of GB 2312, and on one line.
func isHZ(raw string) bool {
	raw = raw[:min(len(raw), maxHZ)]
	pairs, rare, rest := 0, 0, raw
	for pairs < minHZ {
		_, opened, found := strings.Cut(rest, hzOpen)
		if !found {
			return false
		}
		run, after, closed := strings.Cut(opened, hzClose)
		decoded, err := simplifiedchinese.HZGB2312.NewDecoder().String(hzOpen + run + hzClose)
		if !closed || err != nil || len(run)%2 != 0 || strings.ContainsAny(run, " \n\uFFFD") || strings.Contains(decoded, replacement) {
			return false
		}
		for i := 0; i < len(run); i += 2 {
			pairs++
			rare += btoi(run[i] >= hzRare)
		}
		rest = after
	}
	return rare*4 <= pairs && isASCIIBefore(raw, len(raw))
}
