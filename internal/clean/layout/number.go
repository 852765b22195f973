package layout

import (
	"strings"
	"unicode"

	"github.com/copydesk/copydesk/internal/fnv"
)

// longestHead is the length in bytes of the longest running head.
const longestHead = 80

// captions are words that a number follows in the captions and headings of a text, in lower case: those lines are its own.
var captions = set(`figure fig table chart plate box example exhibit chapter section part book volume act scene canto lesson unit step day week
	question exercise problem appendix note article rule clause verse abbildung abb tabelle kapitel teil abschnitt lektion frage aufgabe
	tableau chapitre partie leçon étape figura tabla capítulo parte lección paso tabella capitolo lezione rysunek tabela rozdział`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// numbered returns what a line that may hold a page's number is but for that number, as a hash, and the number. Of "3 of 10" and
// "3/10" the first counts.
func numbered(line string) (key uint64, number int, ok bool) {
	if len(line) > longestHead || !hasDigit(line) || isCaption(line) {
		return 0, 0, false
	}
	key = fnv.Start64
	numbers := 0
	for i := 0; i < len(line); i++ {
		if !isDigit(line[i]) {
			key = fnv.Add64(key, uint64(line[i]))
			continue
		}
		n, end := digits(line, i)
		if numbers++; numbers == 1 {
			number = n
			key = fnv.Add64(key, '#')
		} else {
			key = fnv.String64(key, line[i:end])
		}
		i = end - 1
	}
	isTotal := numbers == 2 && strings.ContainsAny(line, "/ofvduiz")
	return key, number, number > 0 && number < maxPages && (numbers == 1 || isTotal)
}

// hasDigit reports whether line has a digit: most lines have none, and this is all that is done for them.
func hasDigit(line string) bool {
	for i := range len(line) {
		if isDigit(line[i]) {
			return true
		}
	}
	return false
}

// maxPages is a number that no page has.
const maxPages = 10_000

// digits returns the number at offset i of line and where it ends.
func digits(line string, i int) (n, end int) {
	for end = i; end < len(line) && isDigit(line[end]); end++ {
		n = min(n*10+int(line[end]-'0'), maxPages)
	}
	return n, end
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isCaption reports whether line begins with a word of captions.
func isCaption(line string) bool {
	word := line
	if i := strings.IndexFunc(line, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		word = line[:i]
	}
	return captions[strings.ToLower(word)]
}
