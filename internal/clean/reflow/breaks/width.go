package breaks

import "slices"

// maxWidth is the width, in characters, from which a line is a paragraph and not a wrapped line.
const maxWidth = 140

// measure finds the width of each run of lines, and that of the document: the length of the longest line that is not
// the only one in its block.
func (d *Document) measure() {
	d.widths = slices.Grow(d.widths, len(d.Pieces))[:len(d.Pieces)]
	for i := 0; i < len(d.Pieces); {
		j, width := i, 0
		for {
			width = max(width, min(int(d.Pieces[j].Chars), maxWidth))
			if j++; j == len(d.Pieces) || d.gaps[j-1] != 1 {
				break
			}
		}
		if j-i > 1 {
			d.all.width = max(d.all.width, width)
		}
		for ; i < j; i++ {
			d.widths[i] = int16(width) //nolint:gosec // at most maxWidth
		}
	}
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

// full reports whether the first word after break i would not have fitted on the line before it.
func (d *Document) full(i int) bool {
	return d.gaps[i] == 1 && d.Pieces[i].Chars+1+d.Pieces[i+1].FirstWord > d.widths[i]
}

// Single reports whether break i has no blank line.
func (d *Document) Single(i int) bool { return d.gaps[i] == 1 }

// SplitsWord reports whether break i, without a blank line, follows a hyphen and comes before a small letter.
func (d *Document) SplitsWord(i int) bool {
	return d.gaps[i] == 1 && d.Pieces[i].Last == LastHyphen && d.Pieces[i+1].First == FirstLower
}

// Continues reports whether the line after break i begins with a word that can only continue a sentence, and the line
// before it does not end one.
func (d *Document) Continues(i int) bool {
	a, b := &d.Pieces[i], &d.Pieces[i+1]
	return b.continues && a.Last > LastClosing && a.Last != LastColon && !a.heading()
}
