package dom

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// rawTags are elements whose content is no markup and most of a page's bytes: the tokenizer would read it byte by byte.
var rawTags = tags(atom.Script, atom.Style)

// minRaw is how long such content must be for the tokenizer to be started anew behind it.
const minRaw = 512

// raw takes in what s begins with if it is the content of a script or style sheet that is open, and returns where the rest
// of s begins.
func (b *builder) raw(s text.Span) int {
	tag := b.t.Nodes[b.top()].Tag
	if s.Empty() || !rawTags[tag] {
		return s.Start
	}
	end := min(b.rawEnd(tag, s.Start), s.End)
	if end > s.Start {
		b.data(tag, b.top(), text.Span{Start: s.Start, End: end})
	}
	return end
}

// rawEnd returns where the content of a script or style sheet ends that begins at offset at. It returns at itself where the
// content is short, does not end, or holds the start of a comment: then the end tag may be none, which the tokenizer knows.
func (b *builder) rawEnd(tag Tag, at int) int {
	page := b.t.Page
	end := at
	for {
		n := strings.Index(page[end:], "</")
		if n < 0 {
			return at
		}
		end += n
		if name := tag.String(); hasPrefixFold(page[end+2:], name) && endsName(page[end+2+len(name):]) {
			break
		}
		end += 2
	}
	if end < at+minRaw || tag == atom.Script && strings.Contains(page[at:end], "<!--") {
		return at
	}
	return end
}

// endsName reports whether a tag's name cannot go on with s.
func endsName(s string) bool {
	return s == "" || isSpace(s[0]) || s[0] == '/' || s[0] == '>'
}
