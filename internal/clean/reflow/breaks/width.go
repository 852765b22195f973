package breaks

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxWidth is the width, in characters, from which a line is a paragraph and not a wrapped line.
const maxWidth = 140

// measure finds the width of each run of lines, and that of the document: the length of the longest line that is not
// the only one in its block.
func (d *Document) measure() {
	d.widths = slices.Grow(d.widths, len(d.Pieces))[:len(d.Pieces)]
	d.wraps = slices.Grow(d.wraps, len(d.Pieces))[:len(d.Pieces)]
	d.uneven = slices.Grow(d.uneven, len(d.Pieces))[:len(d.Pieces)]
	for i := 0; i < len(d.Pieces); {
		j, width, wrap := i, 0, 0
		for {
			chars := min(int(d.Pieces[j].Chars), maxWidth)
			width = max(width, chars)
			if d.Pieces[j].Chars > d.Pieces[j].FirstWord {
				wrap = max(wrap, chars)
			}
			if j++; j == len(d.Pieces) || d.gaps[j-1] != 1 {
				break
			}
		}
		if j-i > 1 {
			d.all.width = max(d.all.width, width)
		}
		uneven := d.isUneven(i, j, wrap)
		for ; i < j; i++ {
			d.uneven[i] = uneven
			d.widths[i] = int16(width) //nolint:gosec // at most maxWidth
			d.wraps[i] = int16(wrap)
		}
	}
}

// minUneven is how many breaks show that no width made those of a block.
const minUneven = 3

// isUneven reports whether a width explains fewer than a third of the breaks between the lines i to j: those after the end of a
// sentence do not count, as a paragraph may end there.
func (d *Document) isUneven(i, j, width int) bool {
	all, full := 0, 0
	for k := i; k+1 < j; k++ {
		if a := &d.Pieces[k]; a.Last != LastStop {
			all++
			full += btoi(int(a.Chars)+1+int(d.Pieces[k+1].FirstWord) > width)
		}
	}
	return all >= minUneven && 3*full < all
}

// Unexplained reports whether break i, which has no blank line, is in a block of lines that no width can have made, or was
// not made by the width of a text without spaces. Of the first kind, what is certainly false is joined all the same.
func (d *Document) Unexplained(i int) bool {
	if d.gaps[i] != 1 {
		return false
	}
	return d.uneven[i] && d.suspicion[i] < certain || d.isSpaceless(i) && !d.JoinsCaseless(i)
}

// splitAtLines counts every line feed as a blank line in a text that has none and in which a line is a whole paragraph:
// its line feeds separate paragraphs, and no width made them.
func (d *Document) splitAtLines() {
	whole := false
	for i := range d.Pieces {
		whole = whole || d.Pieces[i].Chars >= maxWidth
	}
	for _, g := range d.gaps {
		whole = whole && g == 1
	}
	for i := range d.gaps {
		if whole {
			d.gaps[i] = 2
		}
	}
}

// minWidth is the smallest width, in characters, that text is wrapped at: lines that are all shorter are verse, an address,
// a signature.
const minWidth = 40

// narrow reports whether break i is in a block of such lines, and no mark shows that the next line continues this one.
func (d *Document) narrow(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	return d.gaps[i] == 1 && d.widths[i] < minWidth && b.First != FirstClosing && a.Last != LastHyphen && a.Last != LastOpen
}

// minNarrow is how many lines a block of short lines has at least that is an address, a signature or verse.
const minNarrow = 3

// fixNarrow marks the first and the last line of such blocks as fixed: a sentence that introduces an address, or that
// continues after it, is not one with it.
func (d *Document) fixNarrow() {
	for i := 0; i < len(d.Pieces); {
		j := i + 1
		for j < len(d.Pieces) && d.gaps[j-1] == 1 {
			j++
		}
		if j-i >= minNarrow && d.widths[i] < minWidth && !d.continued(i, j) {
			d.Pieces[i].Fixed, d.Pieces[j-1].Fixed = true, true
		}
		i = j
	}
}

// continued reports whether marks, or characters that take two columns, show that the lines i to j may be pieces of one sentence.
func (d *Document) continued(i, j int) bool {
	for k := i; k < j; k++ {
		if d.Pieces[k].First == FirstClosing || d.Pieces[k].Last >= LastHyphen {
			return true
		}
		if r, _ := utf8.DecodeRuneInString(d.Pieces[k].Span.Of(d.in)); IsSpaceless(r) || d.widths[k] >= minHangul && unicode.Is(unicode.Hangul, r) {
			return true
		}
	}
	return false
}

// meant reports whether no width explains break i, which has no blank line: the next word would have fitted on the line. Of
// a text that was broken at links with single line feeds, what is certainly false is still joined.
func (d *Document) meant(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	return d.gaps[i] == 1 && a.Chars+1+b.FirstWord <= d.wraps[i] && d.suspicion[i] < certain && a.Last < LastComma
}

// full reports whether the first word after break i would not have fitted on the line before it.
func (d *Document) full(i int) bool {
	return d.gaps[i] == 1 && d.Pieces[i].Chars+1+d.Pieces[i+1].FirstWord > d.widths[i]
}

// Single reports whether break i has no blank line.
func (d *Document) Single(i int) bool { return d.gaps[i] == 1 }

// SplitsWord reports whether break i, without a blank line, follows a hyphen and comes before a small letter, or is inside a range of numbers in
// running text: "1990-", "1995".
func (d *Document) SplitsWord(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	if d.gaps[i] != 1 {
		return false
	}
	return a.Last == LastHyphen && b.First == FirstLower || a.words+b.words > shortWords && InRange(a.Span.Of(d.in), b.Span.Of(d.in))
}

// InRange reports whether line ends in a number and a hyphen or a dash, and next, which is not empty, begins with a number.
func InRange(line, next string) bool {
	bare := strings.TrimRight(line, "-–")
	return isDigit(next[0]) && len(bare) < len(line) && len(bare) > 0 && isDigit(bare[len(bare)-1])
}

// Continues reports whether the line after break i begins with a word that can only continue a sentence, and the line
// before it does not end one.
func (d *Document) Continues(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	return b.continues && a.Last > LastClosing && a.Last != LastColon && !a.heading()
}
