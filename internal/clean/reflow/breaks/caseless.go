package breaks

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Wrapped lines of Chinese and Japanese: at least minCaseless characters long, which no line of a poem is, and at most
// slack shorter than the longest of their block, as a mark must not begin a line.
const minCaseless, slack = 14, 2

// JoinsCaseless reports whether break i, without a blank line, was made by a width in a text without spaces: a line as long
// as the longest of its block, which does not end a sentence, is followed by another in Chinese characters or kana.
func (d *Document) JoinsCaseless(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if d.gaps[i] != 1 || a.Fixed || b.Fixed || a.item || b.item || d.endsSpaceless(i) || a.Chars < minCaseless || a.Chars < d.widths[i]-slack {
		return false
	}
	return d.isSpaceless(i) && d.widths[i] <= maxWidth/2
}

// endsSpaceless reports whether line i ends a sentence, also one in the brackets that stand around speech.
func (d *Document) endsSpaceless(i int) bool {
	bare := strings.TrimRight(d.Pieces[i].Span.Of(d.in), "」』）】")
	return d.Pieces[i].Last == LastStop || strings.HasSuffix(bare, "。") || strings.HasSuffix(bare, "？") || strings.HasSuffix(bare, "！")
}

// isSpaceless reports whether characters of scripts without spaces stand on both sides of break i.
func (d *Document) isSpaceless(i int) bool {
	last, _ := utf8.DecodeLastRuneInString(d.Pieces[i].Span.Of(d.in))
	first, _ := utf8.DecodeRuneInString(d.Pieces[i+1].Span.Of(d.in))
	return IsSpaceless(last) && IsSpaceless(first)
}

// IsSpaceless reports whether r is of a script that is written without spaces between words, or one of its marks.
func IsSpaceless(r rune) bool {
	return r >= 0x2E80 && (unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 < r && r <= 0x303F || r == 'ー' || 0xFF01 <= r && r <= 0xFF60)
}
