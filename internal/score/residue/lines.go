package residue

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// leastWords is the number of words from which a line can be prose: headings, captions and items of menus have fewer.
const leastWords = 8

// proseWords returns how many words are in lines of prose, and whether the last line ends as a sentence does.
func proseWords(t *pytext.Text) (words int, last bool) {
	w := t.Words()
	at := 0
	for line := range t.Lines().All() {
		first := at
		for at < w.Len() && int(w.Starts[at]) < line.End {
			at++
		}
		t.Tick(at - first)
		if at == first {
			continue
		}
		stripped := pytext.Strip(t.S, line).Of(t.S)
		last = endsSentence(stripped)
		if n := at - first; n >= leastWords && (last || strings.HasSuffix(stripped, ":")) {
			words += n
		}
	}
	return words, last
}

// closing are the marks that may stand after the end of a sentence.
const closing = "\"'”’»)]"

// endsSentence reports whether s ends as a sentence does. An ellipsis is no such end, in brackets or not.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, closing)
	if strings.HasSuffix(s, "..") {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	switch r {
	case '.', '!', '?', '。', '！', '？', '؟', '।':
		return true
	}
	return false
}
