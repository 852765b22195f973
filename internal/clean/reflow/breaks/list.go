package breaks

// minItems is the least number of items in a list.
const minItems = 2

// fixLists marks the items of lists without bullets as fixed: short lines in small letters after a colon, all of them
// complete phrases. In a broken sentence one piece would be incomplete, or the last one would end in a stop.
func (d *Document) fixLists() {
	for i := 0; i < len(d.Pieces); i++ {
		if d.Pieces[i].Last != LastColon {
			continue
		}
		end := i + 1
		for end < len(d.Pieces) && d.Pieces[end].isListed() {
			end++
		}
		if end-i > minItems && (end == len(d.Pieces) || d.Pieces[end].First < FirstHandle) && d.endsList(end-1) {
			for k := i + 1; k < end; k++ {
				d.Pieces[k].Fixed = true
			}
		}
		i = end - 1
	}
}

// endsList reports whether the line after the last item begins something new. Anything else may continue a sentence that
// the supposed items are pieces of.
func (d *Document) endsList(last int) bool {
	return last+1 == len(d.Pieces) || d.Pieces[last+1].Last == LastStop || d.Pieces[last+1].Last == LastColon
}

// isListed reports whether p may be an item of a list in small letters.
func (p *Piece) isListed() bool {
	return p.First == FirstLower && p.words <= shortWords && !p.firstFunctionOnly() && p.Last >= LastOther && p.Last <= LastLower &&
		p.Last != LastColon && p.opens == 0 && p.closes == 0
}

// firstFunctionOnly reports whether p is a single function word, as between two links.
func (p *Piece) firstFunctionOnly() bool { return p.words == 1 && p.firstFunction }

// cell is the length in characters of a letter, a mark or a small number.
const cell = 3

// areCells reports whether a and b are two cells of a column: both tiny, or both nothing but numbers.
func areCells(a, b *Piece) bool {
	if a.Chars <= cell && b.Chars <= cell {
		return !a.firstFunction && !b.firstFunction
	}
	return a.words > 0 && a.digits == a.words && b.words > 0 && b.digits == b.words
}
