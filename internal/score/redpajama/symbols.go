package redpajama

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

var symbolGroup = profile.Group{
	Signals: []profile.Signal{
		{Name: "rpv2.rps_doc_num_sentences", Unit: "sentences", Description: "Matches of `\\b[^.!?]+[.!?]*` in the raw text."},
		{Name: "rpv2.rps_doc_curly_bracket", Unit: ratio, Description: "Curly brackets / characters of the raw text; 0 if it is empty."},
	},
	Measure: func(t *pytext.Text, v []float64) {
		v[0] = float64(sentences(t))
		v[1] = ratioOr0(strings.Count(t.S, "{")+strings.Count(t.S, "}"), t.Runes)
	},
	Find: func(t *pytext.Text, i int, p *profile.Places) {
		if i == 1 {
			findBrackets(t, p)
		}
	},
}

// sentences counts matches of `\b[^.!?]+[.!?]*`. A match ends at the end of the text or after an end mark, so that the next one can
// begin only with a character of a word.
func sentences(t *pytext.Text) int {
	s, count := t.S, 0
	ends := endMarks{-1, -1, -1}
	for i := 0; ; {
		i = wordStart(t, i)
		if i == len(s) {
			return count
		}
		count++
		t.Tick(16)
		i = ends.next(s, i)
		for i < len(s) && isEnd(s[i]) {
			i++
		}
	}
}

// wordStart returns the offset of the first character of a word from i on, len(s) if there is none.
func wordStart(t *pytext.Text, i int) int {
	s := t.S
	for i < len(s) {
		t.Tick(2)
		is, n := wordChar(s[i:])
		if is {
			return i
		}
		i += n
	}
	return len(s)
}

// endMarks are the offsets of the next full stop, exclamation mark and question mark, as far as they are known.
type endMarks [3]int

// next returns the offset of the first of them from i on, len(s) if there is none. i must not decrease.
func (e *endMarks) next(s string, i int) int {
	first := len(s)
	for k, mark := range [...]byte{'.', '!', '?'} {
		if e[k] < i {
			n := strings.IndexByte(s[i:], mark)
			if n < 0 {
				n = len(s) - i
			}
			e[k] = i + n
		}
		first = min(first, e[k])
	}
	return first
}

func isEnd(c byte) bool { return c == '.' || c == '!' || c == '?' }

// symbols counts the number signs and ellipses.
func symbols(s string) int {
	return strings.Count(s, "#") + strings.Count(s, "...") + strings.Count(s, "…")
}

// findSymbols adds their places.
func findSymbols(t *pytext.Text, p *profile.Places) {
	for i := 0; i < len(t.S); {
		t.Tick(1)
		size := 1
		switch rest := t.S[i:]; {
		case rest[0] == '#':
		case strings.HasPrefix(rest, "..."), strings.HasPrefix(rest, "…"):
			size = 3
		default:
			i++
			continue
		}
		p.Add(text.Span{Start: i, End: i + size})
		i += size
	}
}

// findBrackets adds the places of the curly brackets.
func findBrackets(t *pytext.Text, p *profile.Places) {
	for i := range len(t.S) {
		t.Tick(1)
		if t.S[i] == '{' || t.S[i] == '}' {
			p.Add(text.Span{Start: i, End: i + 1})
		}
	}
}
