package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// Quotation is a stretch of text given as somebody's words.
type Quotation struct {
	// Text is the words between the marks.
	Text string

	// Speaker is nil where the text does not say.
	Speaker *Speaker

	// CueVerb introduces them, as written; or empty.
	CueVerb string

	// Continues is the position of the quotation that this one goes on with; -1 if none.
	Continues int
	Place     Place
}

// Speaker is the source of a quotation.
type Speaker struct {
	// Text is the speaker as written; Name the fullest form in the document, or empty.
	Text, Name string
	Place      Place
}

// The fewest words of a quotation. Shorter ones are mostly titles and distanced words, unless a verb of saying stands
// right before them, or after a comma at their end: “No,” Okafor said.
const (
	minQuoted     = 3
	minQuotedCued = 2
)

// closing are the marks that end a quotation, by the mark that begins it.
var closing = map[rune]string{'“': "”\"", '"': "\"”", '«': "»", '„': "“”\""}

// openingMarks are the keys of closing.
const openingMarks = "“\"«„"

// findQuotations lists the quotations of each block.
func (x *extraction) findQuotations() error {
	f := quotationFinder{x: x, named: newSpeakers(x.facts.Entities)}
	for i, b := range x.d.Blocks {
		if err := x.pace.Step(b.Span.Len() + nameWork); err != nil {
			return err
		}
		if b.Kind == text.Code {
			continue
		}
		f.resumed = false
		if i+1 < len(x.d.Blocks) {
			r, _ := utf8.DecodeRuneInString(x.d.Blocks[i+1].Span.Of(x.d.Clean))
			f.resumed = closing[r] != ""
		}
		if err := f.block(b.Span); err != nil {
			return err
		}
	}
	return nil
}

// quotationFinder finds quotations block by block.
type quotationFinder struct {
	x     *extraction
	named speakers
	quoted
}

// quoted is where the quotations so far are.
type quoted struct {
	open bool // the block before ended inside a quotation
	last int  // where the previous quotation of this block ends, its mark included; the start of the block before the first
	any  bool // this block has one

	resumed bool // the next block begins with an opening mark
}

// block finds the quotations of one block. One without an end runs to the end of the block if it opens the block, or if the next
// block opens with a mark too, which then goes on with it.
func (f *quotationFinder) block(b text.Span) error {
	clean := f.x.d.Clean
	f.last, f.any = b.Start, false
	open := f.open
	f.open = false
	for i := b.Start; i < b.End; {
		step := strings.IndexAny(clean[i:min(b.End, i+maxStretch)], openingMarks)
		if step < 0 {
			if err := f.x.pace.Step(maxStretch); err != nil {
				return err
			}
			i += maxStretch
			continue
		}
		i += step
		if err := f.x.pace.Step(step + quotationWork); err != nil {
			return err
		}
		r, n := utf8.DecodeRuneInString(clean[i:])
		inner := text.Span{Start: i + n, End: b.End}
		if !opens(clean, b, i, inner.Start) {
			i = inner.Start // of inches or minutes, or the end of something
			continue
		}
		end, next := f.end(r, text.Span{Start: inner.Start, End: b.End})
		switch {
		case end >= 0:
			inner.End = end
		case i > b.Start && !f.resumed:
			i = inner.Start // a fault: nothing after it is taken for speech
			continue
		default:
			f.open, next = true, b.End
		}
		f.add(b, i, inner, next, open && i == b.Start)
		i = next
	}
	return nil
}

// quotationWork is what one quotation counts in the bytes of text.Pace.
const quotationWork = 1024

// opens reports whether the mark at offset i of block b, after which inner begins, can open a quotation: no letter or digit
// stands before it, and no white space after it.
func opens(clean string, b text.Span, i, inner int) bool {
	before, _ := utf8.DecodeLastRuneInString(clean[b.Start:i])
	after, _ := utf8.DecodeRuneInString(clean[inner:b.End])
	if i > b.Start && (unicode.IsLetter(before) || unicode.IsDigit(before)) {
		return false
	}
	return inner < b.End && !unicode.IsSpace(after)
}

// end returns where the quotation ends that the mark opening has begun, and the offset after its closing mark; -1 if it does
// not end in rest. A straight mark after a digit and before a word is one of inches, if another follows.
func (f *quotationFinder) end(opening rune, rest text.Span) (end, next int) {
	clean := f.x.d.Clean
	for at := rest.Start; ; {
		k := strings.IndexAny(clean[at:rest.End], closing[opening])
		if k < 0 {
			return -1, 0
		}
		at += k
		r, n := utf8.DecodeRuneInString(clean[at:])
		before, _ := utf8.DecodeLastRuneInString(clean[rest.Start:at])
		after, _ := utf8.DecodeRuneInString(clean[at+n : rest.End])
		if r == '"' && unicode.IsDigit(before) && after == ' ' && strings.IndexByte(clean[at+n:min(rest.End, at+maxInches)], '"') >= 0 && !f.cued(at+n) {
			at += n
			continue
		}
		return at, at + n
	}
}

// maxInches is how far after a mark of inches inside a quotation its end is looked for, in bytes.
const maxInches = 300

// cued reports whether a verb of saying stands within the next few words.
func (f *quotationFinder) cued(at int) bool {
	for _, w := range text.WordsIn(f.x.words, text.Span{Start: at, End: at + maxCueAfter/2}) {
		if cueVerbs[w.Of(f.x.d.Clean)] {
			return true
		}
	}
	return false
}

// add lists the quotation inner of block b, whose opening mark is at offset mark and which is followed by what begins at next.
// It continues the one of the block before if continued.
func (f *quotationFinder) add(b text.Span, mark int, inner text.Span, next int, continued bool) {
	before := text.Span{Start: f.last, End: mark}
	words := len(text.WordsIn(f.x.words, inner))
	if words < minQuoted && !(words >= minQuotedCued && f.follows(before)) && !(words > 0 && f.precedes(inner, next)) {
		f.last = next
		return
	}
	list := &f.x.facts.Quotations
	if len(*list) >= MaxQuotations {
		f.x.facts.Omitted.Quotations++
		return
	}
	clean := f.x.d.Clean
	q := Quotation{Text: inner.Of(clean), Continues: none, Place: placeOf(f.x.d, inner)}
	k := len(*list) - 1
	goesOn := k >= 0 && (continued || f.any && before.Len() < maxInterruption && strings.IndexByte(before.Of(clean), '\n') < 0)
	f.attribute(&q, b, before, next, goesOn)
	if goesOn && (q.Speaker == nil || (*list)[k].Speaker != nil && q.Speaker.Place == (*list)[k].Speaker.Place) {
		q.Continues = k
		q.Speaker = (*list)[k].Speaker
		if q.CueVerb == "" {
			q.CueVerb = (*list)[k].CueVerb
		}
	}
	if q.Speaker == nil && k >= 0 {
		q.Speaker = f.sameAs((*list)[k], mark)
	}
	*list = append(*list, q)
	f.last, f.any = next, true
}

// maxInterruption is the most bytes that interrupt a quotation: "…," said the mayor of Saltmarsh, "…".
const maxInterruption = 80

// maxSilence is the most bytes between two quotations of one speaker.
const maxSilence = 400

// sameAs returns the speaker of the quotation before, if that is close to offset mark, where one without a cue begins.
func (f *quotationFinder) sameAs(before Quotation, mark int) *Speaker {
	if mark-before.Place.Clean.End > maxSilence {
		return nil
	}
	return before.Speaker
}

// precedes reports whether a quotation ends as one does whose sentence goes on, and a verb of saying is among the next words.
func (f *quotationFinder) precedes(inner text.Span, next int) bool {
	clean := f.x.d.Clean
	if inner.Empty() || strings.IndexByte(",?!", clean[inner.End-1]) < 0 {
		return false
	}
	words := text.WordsIn(f.x.words, text.Span{Start: next, End: min(len(clean), next+maxCueAfter/2)})
	for _, w := range words[:min(len(words), 4)] {
		if cueVerbs[w.Of(clean)] {
			return true
		}
	}
	return false
}

// follows reports whether before ends with a verb of saying, or one and a few words.
func (f *quotationFinder) follows(before text.Span) bool {
	words := text.WordsIn(f.x.words, text.Span{Start: max(before.Start, before.End-maxCueBefore/8), End: before.End})
	for _, w := range words[max(0, len(words)-4):] {
		if cueVerbs[w.Of(f.x.d.Clean)] {
			return true
		}
	}
	return false
}
