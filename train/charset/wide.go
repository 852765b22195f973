package main

import (
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
)

// wide are the languages that are written with thousands of characters, and the set of those that are in ordinary use.
var wide = map[string]encoding.Encoding{
	"zh-cn": simplifiedchinese.HZGB2312, "zh-tw": traditionalchinese.Big5, "ja": japanese.ISO2022JP, "ko": korean.EUCKR,
}

const (
	wideWords   = 1e6 // how many characters the words count for
	wideRunning = 3e5 // and the running texts, which show the marks

	// ordinary and rare are how often a character is taken to have been seen besides.
	ordinary, rare = .5, .01
)

// wideCosts returns the costs of the characters of a language.
func wideCosts(name string, words []line, running []corpus) detect.Characters {
	seen := make([]float64, detect.CharacterCount)
	addChars(seen, words, wideWords)
	var texts []line
	for _, c := range running {
		texts = append(texts, c[name]...)
	}
	addChars(seen, texts, wideRunning)
	all := 0.0
	encoder := wide[name].NewEncoder()
	for r := rune(0x3000); r <= 0xFFEF; r++ {
		slot := detect.SlotOf(r)
		if slot < 0 {
			continue
		}
		floor := rare
		if _, err := encoder.String(string(r)); err == nil && (unicode.IsLetter(r) || r < 0x3040 || r >= 0xFF00) {
			floor = ordinary
		}
		seen[slot] += floor
		all += seen[slot]
	}
	costs := make([]byte, len(seen))
	for i, n := range seen {
		costs[i] = cost(n / all)
	}
	return detect.Characters{Name: name, Costs: costs}
}

// addChars adds the characters of lines, scaled to total.
func addChars(seen []float64, lines []line, total float64) {
	all := 0.0
	for _, pass := range []bool{false, true} {
		for _, l := range lines {
			for _, r := range l.text {
				slot := detect.SlotOf(r)
				switch {
				case slot < 0:
				case pass:
					seen[slot] += l.count * total / all
				default:
					all += l.count
				}
			}
		}
	}
}
