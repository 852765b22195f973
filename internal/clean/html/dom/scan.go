package dom

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/text"
)

// longestTagName is the length of the longest name of an element that atom knows.
const longestTagName = 25

// markupAt returns the offset of the next markup at or after i: a '<' that a letter, "!", "?" or "/" follows; len(page) if
// there is none. Any other '<' is text.
func markupAt(page string, i int) int {
	for i < len(page) {
		n := strings.IndexByte(page[i:], '<')
		if n < 0 || i+n+1 >= len(page) {
			break
		}
		i += n
		for i+2 < len(page) && page[i+1] == '<' {
			i++
		}
		switch c := page[i+1]; {
		case isLetter(c), c == '!', c == '?':
			return i
		case c == '/' && i+2 < len(page):
			return i
		}
		i++
	}
	return len(page)
}

// declarationEnd returns the end of the comment, doctype or other declaration that begins at i with "<!", "<?" or "</".
func declarationEnd(page string, i int) int {
	if strings.HasPrefix(page[i:], "<!--") {
		return commentEnd(page, i+len("<!--"))
	}
	n := strings.IndexByte(page[i+2:], '>')
	if n < 0 {
		return len(page)
	}
	return i + 2 + n + 1
}

// commentEnd returns the end of the comment whose content begins at start. Besides "-->" browsers take "--!>" for its end,
// and "<!-->" and "<!--->" for whole comments.
func commentEnd(page string, start int) int {
	for i := start; ; i++ {
		n := strings.IndexByte(page[i:], '>')
		if n < 0 {
			return len(page)
		}
		i += n
		content := page[start:i]
		if content == "" || content == "-" || strings.HasSuffix(content, "--") || strings.HasSuffix(content, "--!") {
			return i + 1
		}
	}
}

// tagOf returns the tag of a name as written. Its letters' case does not count.
func tagOf(name string) Tag {
	if len(name) > longestTagName {
		return Unknown
	}
	var lower [longestTagName]byte
	for i := range len(name) {
		lower[i] = toLower(name[i])
	}
	return atom.Lookup(lower[:len(name)])
}

// nameEnd returns the end of the name of a tag that begins at i.
func nameEnd(page string, i int) int {
	for i < len(page) && !isSpace(page[i]) && page[i] != '/' && page[i] != '>' {
		i++
	}
	return i
}

// endOfTitle returns the end of a title that begins at i. One that is never closed ends where markup begins, though browsers would show the
// whole page in its place.
func (b *builder) endOfTitle(i int) int {
	if b.titleEnd < i {
		b.titleEnd = endTagAt(b.t.Page, atom.Title.String(), i)
	}
	if b.titleEnd-i > maxTitle {
		return markupAt(b.t.Page, i)
	}
	return b.titleEnd
}

// maxTitle is the length in bytes of the longest title that is believed.
const maxTitle = 4096

// rawTags are the elements whose content is text without markup up to their end tag.
var rawTags = tags(atom.Iframe, atom.Noembed, atom.Noframes, atom.Plaintext, atom.Script, atom.Style, atom.Textarea, atom.Title, atom.Xmp)

// rawEnd returns the end of the content, which begins at i, of an element whose content is no markup.
func (b *builder) rawEnd(tag Tag, i int) int {
	page := b.t.Page
	if tag == atom.Plaintext {
		return len(page)
	}
	if tag == atom.Title {
		return b.endOfTitle(i)
	}
	end := endTagAt(page, tag.String(), i)
	if tag == atom.Script && strings.Contains(page[i:end], "<!--") {
		return b.escapedScriptEnd(i)
	}
	return end
}

// isXML reports whether page begins as XML does.
func isXML(page string) bool {
	const mark = "\uFEFF"
	return strings.HasPrefix(strings.TrimLeft(strings.TrimPrefix(page, mark), " \t\r\n"), "<?xml")
}

// endTagAt returns the offset of the next end tag of a name at or after i, len(page) if there is none.
func endTagAt(page, name string, i int) int {
	for {
		n := strings.Index(page[i:], "</")
		if n < 0 {
			return len(page)
		}
		if i += n; isTagName(page[i+2:], name) {
			return i
		}
		i += 2
	}
}

// isTagName reports whether s begins with the name of a tag that ends there.
func isTagName(s, name string) bool {
	if !hasPrefixFold(s, name) || len(s) == len(name) {
		return false
	}
	c := s[len(name)]
	return isSpace(c) || c == '/' || c == '>'
}

// escapedScriptEnd returns the end of the content of a script that begins at i and holds "<!--": after that "<script" hides
// the next end tag, up to "-->" (WHATWG, "Script data escaped state").
func (b *builder) escapedScriptEnd(i int) int {
	page := b.t.Page
	const name = "script"
	escaped, hidden := false, false
	for ; i < len(page); i++ {
		switch rest := page[i:]; {
		case page[i] != '<' && page[i] != '-':
		case b.stop(8):
			return len(page)
		case !escaped && strings.HasPrefix(rest, "<!--"):
			escaped = true
			i++ // the dashes may belong to "-->" too
		case escaped && strings.HasPrefix(rest, "-->"):
			escaped, hidden = false, false
		case escaped && !hidden && isTagName(rest[1:], name):
			hidden = true
		case strings.HasPrefix(rest, "</") && isTagName(rest[2:], name):
			if !hidden {
				return i
			}
			hidden = false
		}
	}
	return len(page)
}

// token is one tag as written.
type token struct {
	span        text.Span
	name        text.Span
	selfClosing bool
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func toLower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}
