package content

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/text"
)

// textMarks are counts of what is in a block.
type textMarks struct {
	words, capitals, allCapitals, numbers, short, longest int32 // of words
	letters, digits, spaces                               int32 // of characters
	stops, commas, questions, bars, money, at             int32 // of marks
	fragments, links, strong, emphasis, breaks            int32
	first, last                                           rune
	copyright, year                                       bool
}

// wordReader reads the words of a page.
type wordReader struct {
	t     *dom.Tree
	words []uint32 // hashes of the words of all blocks, letters folded
	pace  *text.Pace
}

// read counts what is in block b and appends its words.
func (r *wordReader) read(b *Block) error {
	b.FirstWord = int32(len(r.words)) //nolint:gosec // fewer than the page has bytes
	m := &b.text
	link := int32(-1)
	for i := b.FirstText; i < b.EndText; i++ {
		x := &r.t.Texts[i]
		n := &r.t.Nodes[x.Parent]
		s := r.t.Page[x.Start:x.End]
		before := b.Chars
		if err := r.pieces(m, b, s); err != nil {
			return err
		}
		chars := b.Chars - before
		m.fragments++
		m.breaks += int32(x.Breaks)
		if n.In&dom.Link != 0 {
			b.Linked += chars
			if x.Parent != link {
				m.links++
			}
			link = x.Parent
		}
		if n.In&dom.Strong != 0 {
			m.strong += chars
		}
		if n.In&dom.Emphasis != 0 {
			m.emphasis += chars
		}
	}
	b.EndWord = int32(len(r.words)) //nolint:gosec // fewer than the page has bytes
	return nil
}

// pieceBytes is about how many bytes are scanned between two looks at the deadline.
const pieceBytes = 64 << 10

// pieces scans one run of text, cut at white space.
func (r *wordReader) pieces(m *textMarks, b *Block, s string) error {
	for s != "" {
		piece := s
		if len(s) > pieceBytes {
			if n := strings.IndexByte(s[pieceBytes:], ' '); n >= 0 {
				piece = s[:pieceBytes+n]
			}
		}
		s = s[len(piece):]
		if err := r.pace.Step(len(piece) + 64); err != nil {
			return err
		}
		if strings.IndexByte(piece, '&') >= 0 {
			piece = html.UnescapeString(piece)
		}
		r.scan(m, b, piece)
	}
	return nil
}

// scan counts one run of text.
func (r *wordReader) scan(m *textMarks, b *Block, s string) {
	w := word{}
	for i := 0; i < len(s); {
		c := rune(s[i])
		n := 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		if c <= ' ' || c == 0xA0 || c >= 0x1680 && unicode.IsSpace(c) {
			r.end(m, &w)
			m.spaces++
			continue
		}
		b.Chars++
		if m.first == 0 {
			m.first = c
		}
		m.last = c
		switch {
		case 'a' <= c && c <= 'z':
			w.add(uint32(c))
			m.letters++
		case 'A' <= c && c <= 'Z':
			w.capital(c | 0x20)
			m.letters++
		case '0' <= c && c <= '9':
			w.add(uint32(c))
			w.digits++
			m.digits++
		case c < utf8.RuneSelf:
			r.mark(m, &w, c)
		default:
			r.wide(m, &w, c)
		}
	}
	r.end(m, &w)
}

// word is a word that is being read.
type word struct {
	hash        uint32
	runes, caps int32
	digits      int32
	value       uint32
}

func (w *word) add(c uint32) {
	if w.runes == 0 {
		w.hash = fnv.Start32
	}
	w.hash = fnv.Add32(w.hash, c)
	w.runes++
	if '0' <= c && c <= '9' {
		w.value = w.value*10 + c - '0'
	}
}

func (w *word) capital(lower rune) {
	w.add(uint32(lower)) //nolint:gosec // a letter
	w.caps++
}

// end ends a word, if one has begun.
func (r *wordReader) end(m *textMarks, w *word) {
	if w.runes == 0 {
		return
	}
	r.words = append(r.words, w.hash)
	m.words++
	switch {
	case w.caps == w.runes && w.runes > 1:
		m.allCapitals++
		m.capitals++
	case w.caps > 0:
		m.capitals++
	case w.digits == w.runes:
		m.numbers++
		m.year = m.year || w.runes == 4 && w.value >= 1900 && w.value < 2100
	}
	if w.runes <= 3 {
		m.short++
	}
	m.longest = max(m.longest, w.runes)
	*w = word{}
}

// mark counts an ASCII mark. Words end at it, except at an underscore.
func (r *wordReader) mark(m *textMarks, w *word, c rune) {
	if c == '_' {
		w.add('_')
		return
	}
	r.end(m, w)
	switch c {
	case '.', '!', '?', ';':
		m.stops++
		if c == '?' {
			m.questions++
		}
	case ',':
		m.commas++
	case '|', '/', '>', '<', '\\', '*', '+', '=', '#':
		m.bars++
	case '$':
		m.money++
	case '@':
		m.at++
	}
}

// wide counts a character outside ASCII.
func (r *wordReader) wide(m *textMarks, w *word, c rune) {
	switch {
	case unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c):
		m.letters++
		if lower := unicode.ToLower(c); lower != c {
			w.capital(lower)
		} else {
			w.add(uint32(c)) //nolint:gosec // a letter
		}
		if unicode.Is(unicode.Han, c) || unicode.Is(unicode.Hiragana, c) || unicode.Is(unicode.Katakana, c) || unicode.Is(unicode.Thai, c) {
			r.end(m, w) // scripts without spaces: each character counts as a word
		}
	default:
		r.end(m, w)
		switch c {
		case '。', '！', '？', '…':
			m.stops++
		case '，', '、', '،':
			m.commas++
		case '•', '·', '»', '«', '›', '→', '▼', '×':
			m.bars++
		case '€', '£', '¥', '₹', '₽':
			m.money++
		case '©':
			m.copyright = true
		}
	}
}
