package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// A heading has at most maxHeadingWords words in maxHeadingBytes bytes.
const maxHeadingWords, maxHeadingBytes = 20, 320

// headingOrParagraph adds the current paragraph as one or the other. A line that is marked as a heading in Markdown has the
// level of its marks; one that only looks like a heading has level 1 at the start of the text, else 2.
func (f *finder) headingOrParagraph() {
	b := text.Block{Kind: text.Paragraph, Span: f.current}
	switch level := atxLevel(f.current.Of(f.clean)); {
	case level > 0:
		b.Kind, b.Level = text.Heading, level
	case f.looksLikeHeading() && len(f.blocks) == 0:
		b.Kind, b.Level = text.Heading, 1
	case f.looksLikeHeading():
		b.Kind, b.Level = text.Heading, 2
	}
	f.blocks = append(f.blocks, b)
}

// atxLevel returns how many number signs mark a line as a heading of Markdown, or 0.
func atxLevel(body string) int {
	n := len(body) - len(strings.TrimLeft(body, "#"))
	if n > 6 || !strings.HasPrefix(body[n:], " ") || strings.IndexByte(body, '\n') >= 0 {
		return 0
	}
	return n
}

// looksLikeHeading reports whether the current paragraph is a short line without a stop at its end, above a longer
// paragraph that is no list.
func (f *finder) looksLikeHeading() bool {
	s := f.current.Of(f.clean)
	if f.next.Len() <= len(s) || len(s) > maxHeadingBytes || strings.IndexByte(s, '\n') >= 0 || strings.Count(s, " ") >= maxHeadingWords {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	first, _ := utf8.DecodeRuneInString(s)
	return !strings.ContainsRune(".,;:!…\"”’»)", last) && !unicode.IsLower(first) && strings.ContainsFunc(s, unicode.IsLetter) &&
		!isItem(f.next.Of(f.clean))
}
