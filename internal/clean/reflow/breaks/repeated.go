package breaks

import "strings"

// maxLabelChars is the length in characters of the longest line that counts as a label: of an option table, a list of keys and
// values, a bar of links.
const maxLabelChars = 32

// repeats counts how often a short line occurs in a document, and how often it is plainly a piece of a sentence there, as
// the name of what a page is about is where links broke it out.
type repeats struct{ count, pieces uint8 }

// countRepeats finds the short lines that occur more than once.
func (d *Document) countRepeats() {
	clear(d.repeats)
	d.lowTerms = 0
	for i := range d.Pieces {
		p := &d.Pieces[i]
		d.lowTerms += btoi(d.isLowTerm(i))
		if key := d.keyOf(i); key != "" {
			h := hashFold(key)
			d.repeats[h] = repeats{count: min(d.repeats[h].count+1, mostRepeats)}
		}
		if !p.mayBeLabel() {
			continue
		}
		h := hashFold(p.Span.Of(d.in))
		r := d.repeats[h]
		r.count = min(r.count+1, mostRepeats)
		if d.isPieceOfSentence(i) {
			r.pieces = min(r.pieces+1, r.count)
		}
		d.repeats[h] = r
	}
}

// keyOf returns the key that line i begins with, and its colon: "Published:" in "Published: May 2019"; "" if there is none.
func (d *Document) keyOf(i int) string {
	p := &d.Pieces[i]
	if p.First != FirstUpper {
		return ""
	}
	line := p.Span.Of(d.in)
	colon := strings.IndexByte(line[:min(len(line), maxKey)], ':')
	if colon < 2 || colon+1 == len(line) || strings.ContainsAny(line[:colon], ".,;?!()") || strings.HasPrefix(line[colon:], "://") {
		return ""
	}
	return line[:colon+1]
}

// beginsEntry reports whether line i begins with a key that several lines begin with.
func (d *Document) beginsEntry(i int) bool {
	key := d.keyOf(i)
	return key != "" && int(d.repeats[hashFold(key)].count) >= minKeys
}

// mostRepeats is how far occurrences are counted.
const mostRepeats = 100

// repeatsOf returns how often line i occurs; zero if it is no label.
func (d *Document) repeatsOf(i int) repeats {
	if p := &d.Pieces[i]; p.mayBeLabel() {
		return d.repeats[hashFold(p.Span.Of(d.in))]
	}
	return repeats{}
}

// mayBeLabel reports whether p is short enough for a label and is more than a word between two links.
func (p *Piece) mayBeLabel() bool {
	return p.Chars <= maxLabelChars && !p.plain && p.First != FirstClosing && !p.firstFunctionOnly() && p.Last < LastComma
}

// isPieceOfSentence reports whether the lines around line i show that it is inside a sentence: the one before ends as no
// line of a list does, or is long and ends none; the one after belongs to the word before, or is long and goes on in small
// letters.
func (d *Document) isPieceOfSentence(i int) bool {
	if i > 0 {
		before := &d.Pieces[i-1]
		if !before.Fixed && (before.unfinished() || before.words > shortWords && before.Last > LastClosing && before.Last != LastColon) {
			return true
		}
	}
	if i+1 == len(d.Pieces) {
		return false
	}
	after := &d.Pieces[i+1]
	return !after.Fixed && (after.First == FirstClosing || after.words > shortWords && after.First == FirstLower && d.Pieces[i].Last != LastColon)
}

// repeats describes the lines beside break i by how often they occur, and how often as pieces of sentences.
func (w *writer) repeats(d *Document, i int) {
	for _, r := range [...]repeats{d.repeatsOf(i), d.repeatsOf(i + 1)} {
		w.put(int(r.count), share(int(r.pieces), int(r.count)))
	}
}
