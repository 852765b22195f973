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
		v[0] = float64(sentences(t.S))
		v[1] = ratioOr0(strings.Count(t.S, "{")+strings.Count(t.S, "}"), t.Runes)
	},
	Places: func(t *pytext.Text, i, most int) []text.Span {
		if i == 0 {
			return nil
		}
		return marks(t.S, "{}", most)
	},
}

// sentences counts matches of `\b[^.!?]+[.!?]*`. A match ends at the text's end or behind an end mark, so that the next
// can begin only with a character of a word.
func sentences(s string) int {
	count := 0
	ends := endMarks{-1, -1, -1}
	for i := 0; ; {
		i = wordStart(s, i)
		if i == len(s) {
			return count
		}
		count++
		i = ends.next(s, i)
		for i < len(s) && isEnd(s[i]) {
			i++
		}
	}
}

// wordStart returns where the first character of a word stands from i on, len(s) if none does.
func wordStart(s string, i int) int {
	for i < len(s) {
		is, n := wordChar(s[i:])
		if is {
			return i
		}
		i += n
	}
	return len(s)
}

// endMarks are where the next full stop, exclamation mark and question mark stand, as far as that is known.
type endMarks [3]int

// next returns where the first of them stands from i on, len(s) if none does. i must not go back.
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

// symbolPlaces returns the places of the first of them.
func symbolPlaces(s string, most int) []text.Span {
	var list []text.Span
	for i := 0; i < len(s) && len(list) < most; {
		n := strings.IndexAny(s[i:], "#.…")
		if n < 0 {
			break
		}
		i += n
		size := 1
		switch rest := s[i:]; {
		case rest[0] == '#':
		case strings.HasPrefix(rest, "..."), strings.HasPrefix(rest, "…"):
			size = 3
		default:
			i++
			continue
		}
		list = append(list, text.Span{Start: i, End: i + size})
		i += size
	}
	return list
}

// marks returns the places of the first of some ASCII characters.
func marks(s, chars string, most int) []text.Span {
	var list []text.Span
	for i := 0; len(list) < most; i++ {
		n := strings.IndexAny(s[i:], chars)
		if n < 0 {
			break
		}
		i += n
		list = append(list, text.Span{Start: i, End: i + 1})
	}
	return list
}
