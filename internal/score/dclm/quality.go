package dclm

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/truth"
)

// Numbers of the signals of quality.
const (
	wordsFastText = iota
	wordLength
	symbolRatio
	bulletRatio
	ellipsisRatio
	nonAlphaRatio
	stopWords
	keepPageLength
	keepWordLength
	keepSymbolRatio
	keepBulletCount
	keepEllipsisCount
	keepAlphaRatio
	keepStopWord
)

// quality are the filters of the configuration that look at words and lines.
var quality = profile.Group{
	Signals: []profile.Signal{
		wordsFastText: signal("words_fasttext", "fastText's tokens (ended by ASCII white space and NUL) that begin with a letter or digit", "words"),
		wordLength:    signal("average_word_length", "mean length of the words between white space; 0 if there are none", "characters"),
		symbolRatio:   signal("symbol_to_word_ratio", `occurrences of "#", "...", ". . ." and "…" to words between white space; 1 if there are no words`, "ratio"),
		bulletRatio:   signal("bullet_start_ratio", "share of the lines with text that begin with ●, •, * or -", "ratio"),
		ellipsisRatio: signal("ellipsis_end_ratio", `share of the lines with text that end in "...", ". . ." or "…"`, "ratio"),
		nonAlphaRatio: signal("non_alpha_word_ratio", "share of the words between white space without a letter; 1 if there are no words", "ratio"),
		stopWords:     signal("stop_word_count", "occurrences of the, be, to, of, and, that, have, with, in any case", "words"),

		keepPageLength:    decision("page_length_word", "words_fasttext is in 50..100000"),
		keepWordLength:    decision("word_length", "average_word_length is in 3..10"),
		keepSymbolRatio:   decision("symbol_ratio", "symbol_to_word_ratio is at most 0.1"),
		keepBulletCount:   decision("bullet_count", "bullet_start_ratio is at most 0.9"),
		keepEllipsisCount: decision("ellipsis_count", "ellipsis_end_ratio is at most 0.3"),
		keepAlphaRatio:    decision("alphabetic_word_ratio", "non_alpha_word_ratio is at most 0.2"),
		keepStopWord:      decision("stop_word", "stop_word_count is at least 2"),
	},
	Measure: measureQuality,
	Find:    findQuality,
}

func measureQuality(t *pytext.Text, v []float64) {
	w := t.Words()
	v[wordsFastText] = float64(fastTextWords(t))
	stop, bare := wordKinds(t)
	v[stopWords] = float64(stop)
	v[wordLength], v[symbolRatio], v[nonAlphaRatio] = 0, 1, 1
	if n := w.Len(); n > 0 {
		v[wordLength] = profile.Ratio(w.Chars(), n)
		v[symbolRatio] = profile.Ratio(symbols(t), n)
		v[nonAlphaRatio] = profile.Ratio(bare, n)
	}
	lines := lineMarks(t)
	v[bulletRatio] = profile.Ratio(lines.bullets, lines.all)
	v[ellipsisRatio] = profile.Ratio(lines.ellipses, lines.all)

	v[keepPageLength] = truth.Float(v[wordsFastText] >= 50 && v[wordsFastText] <= 100000)
	v[keepWordLength] = truth.Float(v[wordLength] >= 3 && v[wordLength] <= 10)
	v[keepSymbolRatio] = truth.Float(v[symbolRatio] <= 0.1)
	v[keepBulletCount] = truth.Float(!(v[bulletRatio] > 0.9)) // undefined does not fail
	v[keepEllipsisCount] = truth.Float(!(v[ellipsisRatio] > 0.3))
	v[keepAlphaRatio] = truth.Float(v[nonAlphaRatio] <= 0.2)
	v[keepStopWord] = truth.Float(v[stopWords] >= 2)
}

// wordKinds counts the words that are stop words, and those without a letter.
func wordKinds(t *pytext.Text) (stop, bare int) {
	w := t.Words()
	for id, word := range w.All() {
		if isStopWord(word) {
			stop += int(w.Counts[id])
		}
		if isBare(t, word) {
			bare += int(w.Counts[id])
		}
	}
	return stop, bare
}

// isStopWord reports whether word, in lower case, is one of Gopher's stop words.
func isStopWord(word string) bool {
	if len(word) < 2 || len(word) > 4 {
		return false
	}
	var lower [4]byte
	for i := range len(word) {
		lower[i] = word[i]
		if c := word[i]; 'A' <= c && c <= 'Z' {
			lower[i] += 'a' - 'A'
		}
	}
	switch string(lower[:len(word)]) {
	case "the", "be", "to", "of", "and", "that", "have", "with":
		return true
	}
	return false
}

// isBare reports whether word has no letter.
func isBare(t *pytext.Text, word string) bool {
	for r := range t.Chars(word) {
		if pytext.IsAlpha(r) {
			return false
		}
	}
	return true
}

var symbolMarks = []string{"#", "...", ". . .", "…"}

// symbols counts the marks, each kind by itself.
func symbols(t *pytext.Text) int {
	e := t.Ellipses()
	return strings.Count(t.S, "#") + e.Dots + e.Spaced + e.Signs
}

// marks counts the lines with text.
type marks struct{ all, bullets, ellipses int }

func lineMarks(t *pytext.Text) (m marks) {
	for line := range t.Lines().All() {
		line = pytext.Strip(t.S, line)
		if line.Len() == 0 {
			continue
		}
		m.all++
		if isBullet(line.Of(t.S)) {
			m.bullets++
		}
		if isEllipsis(line.Of(t.S)) {
			m.ellipses++
		}
	}
	return m
}

func isBullet(line string) bool {
	switch line[0] {
	case '*', '-':
		return true
	case '\xE2':
		return strings.HasPrefix(line, "●") || strings.HasPrefix(line, "•")
	}
	return false
}

func isEllipsis(line string) bool {
	return strings.HasSuffix(line, "...") || strings.HasSuffix(line, "…") || strings.HasSuffix(line, ". . .")
}

func findQuality(t *pytext.Text, i int, p *profile.Places) {
	switch i {
	case symbolRatio, keepSymbolRatio:
		findMarks(t, p, symbolMarks)
	case bulletRatio, keepBulletCount:
		findLines(t, p, isBullet)
	case ellipsisRatio, keepEllipsisCount:
		findLines(t, p, isEllipsis)
	case nonAlphaRatio, keepAlphaRatio:
		findWords(t, p, func(word string) bool { return isBare(t, word) })
	case stopWords, keepStopWord:
		findWords(t, p, isStopWord)
	}
}
