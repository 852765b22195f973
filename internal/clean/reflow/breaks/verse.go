package breaks

import "slices"

// A stanza has at least minStanza lines, or minPlain where marks show that they are verse. Its lines have minVerse to maxVerse
// characters and minMetre to maxMetre words, and none is longer than 8/5 of the shortest. Without blank lines between
// them, they may be as long as maxLong and have maxWords words.
const (
	minStanza, minPlain    = 4, 3
	minVerse, maxVerse     = 16, 64
	minMetre, maxMetre     = 3, 12
	maxLong, maxWords      = 90, 20
	evenLong, evenShort    = 8, 5
	minVerseRoom, minRooms = 1, 2
)

// fixVerse marks the lines of stanzas as fixed. Lines of verse are of similar length and end where a phrase does. The pieces
// of a sentence with a link are of any length, and wrapped lines are as long as they can be.
func (d *Document) fixVerse() {
	for i := 0; i < len(d.Pieces); {
		j := d.stanza(i)
		if j-i >= minPlain && d.loose(i, j) {
			for k := i; k < j; k++ {
				d.Pieces[k].Fixed = true
			}
		}
		i = max(i+1, j)
	}
}

// minCapitals is how many lines of a stanza begin with a capital that is not the first of a sentence.
const minCapitals = 2

// findCapitals marks the lines of blocks that all begin with capitals, also with those of words that only have them at the beginning of
// a sentence, though no sentence begins there: only verse is written so.
func (d *Document) findCapitals() {
	d.capitals = slices.Grow(d.capitals, len(d.Pieces))[:len(d.Pieces)]
	for i := 0; i < len(d.Pieces); {
		j, capitals, all := i, 0, true
		for {
			p := &d.Pieces[j]
			all = all && (p.First == FirstUpper || p.First == FirstQuote) && p.Chars <= maxLong
			capitals += btoi(j > i && p.First == FirstUpper && p.firstFunction && d.Pieces[j-1].Last > LastAbbreviation)
			if j++; j == len(d.Pieces) || d.gaps[j-1] != 1 {
				break
			}
		}
		verse := j-i >= minPlain && all && capitals >= minCapitals
		for ; i < j; i++ {
			d.capitals[i] = verse
		}
	}
}

// InVerse reports whether break i is between two lines of verse that capitals show.
func (d *Document) InVerse(i int) bool { return d.capitals[i] && d.gaps[i] == 1 }

// stanza returns the end of the run of lines from i on that may be verse.
func (d *Document) stanza(i int) int {
	shortest, longest := int16(maxLong), int16(minVerse)
	mostChars, mostWords := int16(maxVerse), int16(maxMetre)
	if i < len(d.gaps) && d.gaps[i] == 1 {
		mostChars, mostWords = maxLong, maxWords
	}
	j := i
	for ; j < len(d.Pieces) && (j == i || j == i+1 || d.gaps[j-1] == d.gaps[i]); j++ {
		p := &d.Pieces[j]
		if p.Chars < minVerse || p.Chars > mostChars || p.words < minMetre || p.words > mostWords {
			break
		}
		if p.Last >= LastHyphen || p.First == FirstClosing || p.opens > 0 || p.closes > 0 {
			break
		}
		shortest, longest = min(shortest, p.Chars), max(longest, p.Chars)
		if longest*evenShort > shortest*evenLong {
			break
		}
	}
	return j
}

// loose reports whether no width can have broken the lines i to j, because some had room for the first word of the next or
// all end in a mark, and whether commas show that they are one text.
func (d *Document) loose(i, j int) bool {
	width, rooms, commas, marks := int16(0), 0, 0, 1
	for k := i; k < j; k++ {
		width = max(width, d.Pieces[k].Chars)
	}
	for k := i; k+1 < j; k++ {
		last := d.Pieces[k].Last
		rooms += btoi(width-d.Pieces[k].Chars-1-d.Pieces[k+1].FirstWord >= minVerseRoom || d.gaps[k] > 1)
		commas += btoi(last == LastComma || last == LastSemicolon)
		marks += btoi(last == LastComma || last == LastSemicolon || last == LastStop || last == LastColon)
	}
	if marks == j-i && d.gaps[i] == 1 && (width <= maxVerse || j-i >= minStanza) {
		return commas >= 1
	}
	return j-i >= minStanza && (rooms >= minRooms || marks == j-i) && commas >= 1
}
