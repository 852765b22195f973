package redpajama

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/measure"
	"github.com/copydesk/copydesk/internal/score/reference"
	"github.com/copydesk/copydesk/internal/text"
)

var tokenGroup = reference.Group{
	Signals: []reference.Signal{
		{Name: "rpv2.rps_doc_symbol_to_word_ratio", Unit: ratio, Description: "Occurrences of \"#\", \"...\" and \"…\" / tokens; undefined without any."},
		{Name: "rpv2.rps_doc_frac_no_alph_words", Unit: ratio, Description: "Tokens without a letter from a to z / tokens; undefined without any."},
		{Name: "rpv2.rps_doc_frac_all_caps_words", Unit: ratio, Description: "Tokens with a capital and no other letter that has case / tokens; undefined without any."},
		{Name: "rpv2.rps_doc_stop_word_fraction", Unit: ratio, Description: "Tokens in the stop word list of the text's language, English where that is not known / tokens; 0 if the normalised text is empty. Undefined for languages other than en, de, es, fr and it."},
	},
	Measure: measureTokens,
	Places:  tokenPlaces,
}

// tally counts tokens.
type tally struct{ tokens, alphabetic, capitals, stop int }

func (a *tally) add(b tally, times int) {
	a.tokens += times * b.tokens
	a.alphabetic += times * b.alphabetic
	a.capitals += times * b.capitals
	a.stop += times * b.stop
}

func measureTokens(t *measure.Text, v []float64) {
	w := t.Words()
	stop, listed := stopWords(t.Language)
	var sum tally
	empty := true // the normalised text
	for id := range w.Types() {
		word := w.Type(uint32(id))
		sum.add(tallyOf(word, stop), int(w.Counts[id]))
		empty = empty && classesIn(word) == punctuation
	}
	v[0] = ratio8(symbols(t.S), sum.tokens)
	v[2] = ratio8(sum.capitals, sum.tokens)
	if sum.tokens > 0 {
		v[1] = round8(1 - float64(sum.alphabetic)/float64(sum.tokens))
	}
	switch {
	case !listed:
	case empty:
		v[3] = 0
	default:
		v[3] = ratio8(sum.stop, sum.tokens)
	}
}

// tallyOf counts the tokens of a word.
func tallyOf(word string, stop *wordSet[struct{}]) tally {
	if seen := classesIn(word); seen&(punctuation|control|beyond) == 0 {
		return kindOf(word, seen, stop)
	}
	var sum tally
	for start := 0; start < len(word); {
		end := tokenEnd(word, start)
		token := word[start:end]
		sum.add(kindOf(token, classesIn(token), stop), 1)
		start = end
	}
	return sum
}

// tokenEnd returns where the token that begins at start ends: where characters of words begin or end.
func tokenEnd(word string, start int) int {
	is, n := wordChar(word[start:])
	for i := start + n; i < len(word); i += n {
		var other bool
		if other, n = wordChar(word[i:]); other != is {
			return i
		}
	}
	return len(word)
}

// wordChar reports whether s begins with a character of words, as `\w` has them, and returns its length.
func wordChar(s string) (bool, int) {
	if s[0] < utf8.RuneSelf {
		return inWord[s[0]], 1
	}
	if isPlain(s) {
		return false, plainLen
	}
	r, n := utf8.DecodeRuneInString(s)
	return measure.IsWord(r), n
}

// inWord has measure.IsWord of the ASCII characters.
var inWord = func() (table [utf8.RuneSelf]bool) {
	for c := range table {
		table[c] = measure.IsWord(rune(c))
	}
	return table
}()

// kindOf returns the tally of one token, whose characters are of these classes.
func kindOf(token string, seen uint8, stop *wordSet[struct{}]) tally {
	one := tally{tokens: 1}
	if seen&(capital|small) != 0 {
		one.alphabetic = 1
	}
	if seen&(capital|small) == capital && seen&beyond == 0 || seen&small == 0 && seen&beyond != 0 && measure.IsUpperText(token) {
		one.capitals = 1
	}
	if _, ok := stop.get(token); ok {
		one.stop = 1
	}
	return one
}

func tokenPlaces(t *measure.Text, i, most int) []text.Span {
	if i == 0 {
		return symbolPlaces(t.S, most)
	}
	stop, _ := stopWords(t.Language)
	w := t.Words()
	var list []text.Span
	for at := range w.Len() {
		span := w.Span(at)
		word := span.Of(t.S)
		for start := 0; start < len(word) && len(list) < most; {
			end := tokenEnd(word, start)
			token := word[start:end]
			k := kindOf(token, classesIn(token), stop)
			if i == 1 && k.alphabetic == 0 || i == 2 && k.capitals != 0 || i == 3 && k.stop != 0 {
				list = append(list, text.Span{Start: start, End: end}.Shift(span.Start))
			}
			start = end
		}
		if len(list) == most {
			break
		}
	}
	return list
}
