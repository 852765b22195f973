package main

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
)

// wideLanguages are the languages that are written with thousands of characters, by encoding.
var wideLanguages = map[string]string{"gbk": "zh-cn", "big5": "zh-tw", "shift_jis": "ja", "euc-jp": "ja", "euc-kr": "ko"}

// ordinarySets are the characters of those languages that are in ordinary use.
var ordinarySets = map[string]encoding.Encoding{
	"zh-cn": simplifiedchinese.HZGB2312, "zh-tw": traditionalchinese.Big5, "ja": japanese.ISO2022JP, "ko": korean.EUCKR,
}

const (
	wideWords   = 1e6 // how many characters the words count for
	wideRunning = 3e5 // and the running texts, which show the marks

	// ordinary and rare are how often a character is taken to have been seen besides.
	ordinary, rare = .5, .01

	// markCost is the cost of marks that are counted with no language, in 1/8 bits.
	markCost = 48
)

// wideCosts returns the costs of the pairs of bytes of an encoding.
func wideCosts(label, language string, words []line, running []corpus) []byte {
	seen := map[rune]float64{}
	addChars(seen, words, wideWords)
	var texts []line
	for _, c := range running {
		texts = append(texts, c[language]...)
	}
	addChars(seen, texts, wideRunning)
	all := 0.0
	encoder := ordinarySets[language].NewEncoder()
	for r := rune(0x3000); r <= 0xFFEF; r++ {
		if !isWide(r) {
			continue
		}
		floor := rare
		if _, err := encoder.String(string(r)); err == nil && (unicode.IsLetter(r) || r < 0x3040 || r >= 0xFF00) {
			floor = ordinary
		}
		seen[r] += floor
		all += seen[r]
	}
	costs := make([]byte, detect.PairCount)
	for i := range costs {
		pair := detect.PairAt(i)
		decoded, err := encodings[label].NewDecoder().String(string(pair[:]))
		r, n := utf8.DecodeRuneInString(decoded)
		switch {
		case err != nil || n != len(decoded) || r == utf8.RuneError || 0x80 <= r && r < 0xA0 || 0xE000 <= r && r < 0xF900:
			costs[i] = detect.NoCharacter
		case 0x2010 <= r && r <= 0x2030, r == 0xB7:
			costs[i] = markCost
		case isWide(r):
			costs[i] = min(cost(seen[r]/all), detect.NoCharacter-1)
		default:
			costs[i] = strangeCost
		}
	}
	return costs
}

// strangeCost is the cost of characters that are not of East Asia, in 1/8 bits.
const strangeCost = 160

// isWide reports whether r is a character of East Asia, for which the costs are learnt.
func isWide(r rune) bool { return 0x3000 <= r && r <= 0xD7FF || 0xFF00 <= r && r <= 0xFFEF }

// addChars adds the characters of lines, scaled to total.
func addChars(seen map[rune]float64, lines []line, total float64) {
	all := 0.0
	for _, pass := range []bool{false, true} {
		for _, l := range lines {
			for _, r := range l.text {
				switch {
				case !isWide(r):
				case pass:
					seen[r] += l.count * total / all
				default:
					all += l.count
				}
			}
		}
	}
}
