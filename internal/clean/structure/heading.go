package structure

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// maxHeadingWords is how long a heading may be.
const maxHeadingWords = 20

// headingOrParagraph adds paragraph i as one or the other. A line that is marked as a heading in Markdown has the level
// of its marks; one that shows it by its shape alone has level 1 at the head of the text, else 2.
func (f *finder) headingOrParagraph(i int) {
	f.add(text.Paragraph, f.paragraphs[i])
	b := &f.blocks[len(f.blocks)-1]
	switch level := atxLevel(f.paragraphs[i].Of(f.clean)); {
	case level > 0:
		b.Kind, b.Level = text.Heading, level
	case f.looksLikeHeading(i) && i == 0:
		b.Kind, b.Level = text.Heading, 1
	case f.looksLikeHeading(i):
		b.Kind, b.Level = text.Heading, 2
	}
}

// atxLevel returns how many number signs mark a line as a heading of Markdown, or 0.
func atxLevel(body string) int {
	n := len(body) - len(strings.TrimLeft(body, "#"))
	if n > 6 || !strings.HasPrefix(body[n:], " ") || strings.IndexByte(body, '\n') >= 0 {
		return 0
	}
	return n
}

// looksLikeHeading reports whether paragraph i is a short line without a stop at its end, above a longer paragraph.
func (f *finder) looksLikeHeading(i int) bool {
	s := f.paragraphs[i].Of(f.clean)
	if i+1 == len(f.paragraphs) || f.paragraphs[i+1].Len() <= len(s) || len(s) > maxHeadingWords*16 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s)
	first, _ := utf8.DecodeRuneInString(s)
	return strings.IndexByte(s, '\n') < 0 && strings.Count(s, " ") < maxHeadingWords && !strings.ContainsRune(".,;:!…\"”’»)", last) && !unicode.IsLower(first) && strings.ContainsFunc(s, unicode.IsLetter) &&
		!isItem(f.paragraphs[i+1].Of(f.clean))
}
