package extract

import (
	"strings"
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

// minQuoted is the fewest words of a quotation: shorter ones are mostly titles and distanced words.
const minQuoted = 3

var cueVerbs = set("said says wrote told added adding stated asked asks tweeted argued explained noted continued declared insisted warned replied announced claimed tells writes introducing concluded recalled")

var pronouns = set("he she He She they They I")

// openingMarks are the keys of closing.
const openingMarks = "“\"«„"

// closing are the marks that end a quotation, by the mark that begins it.
var closing = map[rune]string{'“': "”\"", '"': "\"”", '«': "»", '„': "“”"}

// findQuotations lists the quotations of each block.
func (x *extraction) findQuotations() error {
	f := quotationFinder{x: x, named: newSpeakers(x.facts.Entities)}
	for _, b := range x.d.Blocks {
		if err := x.pace.Step(b.Span.Len() + nameWork); err != nil {
			return err
		}
		if b.Kind == text.Code {
			continue
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
	open  bool // the block before ended inside a quotation
}

// block finds the quotations of one block. One that opens the block without an end runs to its end, and the next block's,
// if it opens with a mark too, goes on with it.
func (f *quotationFinder) block(b text.Span) error {
	s := b.Of(f.x.d.Clean)
	last := 0 // where the previous quotation of this block ends
	for i := 0; i < len(s); {
		step := strings.IndexAny(s[i:min(len(s), i+maxStretch)], openingMarks)
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
		r, n := utf8.DecodeRuneInString(s[i:])
		inner := text.Span{Start: i + n, End: len(s)}
		next := len(s)
		end := strings.IndexAny(s[inner.Start:], closing[r])
		if end < 0 && i > 0 {
			break // no more than a mark: of inches, or a fault
		}
		if end >= 0 {
			inner.End = inner.Start + end
			_, n := utf8.DecodeRuneInString(s[inner.End:])
			next = inner.End + n
		}
		if len(text.WordsIn(f.x.words, inner.Shift(b.Start))) >= minQuoted {
			f.add(b, text.Span{Start: last, End: i}, inner, next)
			last = next
		}
		f.open, i = end < 0, next
	}
	return nil
}

// quotationWork is what one quotation counts in the bytes of text.Pace.
const quotationWork = 1024

// add lists the quotation inner of block b, which follows what lies before it since the last and is followed by what
// begins at next.
func (f *quotationFinder) add(b, before, inner text.Span, next int) {
	list := &f.x.facts.Quotations
	if len(*list) >= MaxQuotations {
		f.x.facts.Omitted.Quotations++
		return
	}
	s := b.Of(f.x.d.Clean)
	q := Quotation{Text: inner.Of(s), Continues: none, Place: placeOf(f.x.d, inner.Shift(b.Start))}
	f.attribute(&q, b, before, next)
	goesOn := f.open && before.End == 0 ||
		before.Start > 0 && before.Len() < maxInterruption && strings.IndexByte(before.Of(s), '\n') < 0
	if k := len(*list) - 1; k >= 0 && goesOn {
		q.Continues = k
		if q.Speaker == nil {
			q.Speaker = (*list)[k].Speaker
		}
	}
	*list = append(*list, q)
}

// maxInterruption is the most bytes that interrupt a quotation: "…," said the mayor of Saltmarsh, "…".
const maxInterruption = 80

// How far from a quotation its cue is looked for, in bytes.
const (
	maxCueAfter  = 120
	maxCueBefore = 300
)

// attribute looks for a cue after the quotation, then before it.
func (f *quotationFinder) attribute(q *Quotation, block, before text.Span, next int) {
	s := block.Of(f.x.d.Clean)
	after := s[next:min(len(s), next+maxCueAfter)]
	if i := strings.IndexAny(after, "“\"\n"); i >= 0 {
		after = after[:i]
	}
	from, to := block.Start+next, block.Start+before.End
	if !f.cue(q, text.Span{Start: from, End: from + len(after)}) {
		f.cue(q, text.Span{Start: max(block.Start+before.Start, to-maxCueBefore), End: to})
	}
}

// cue finds a verb of saying in s, and the speaker beside it.
func (f *quotationFinder) cue(q *Quotation, s text.Span) bool {
	clean := f.x.d.Clean
	words := text.WordsIn(f.x.words, s)
	for i, w := range words {
		verb := w.Of(clean)
		if !cueVerbs[verb] {
			continue
		}
		q.CueVerb = verb
		if i > 0 && pronouns[words[i-1].Of(clean)] {
			w := words[i-1]
			q.Speaker = &Speaker{Text: w.Of(clean), Name: f.named.lastPerson(s.Start), Place: placeOf(f.x.d, w.Span())}
			return true
		}
		q.Speaker = f.named.nearest(s, int(w.Start))
		return q.Speaker != nil
	}
	return false
}
