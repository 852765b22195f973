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

var closing = map[rune]string{'“': "”\"", '"': "\"”", '«': "»", '„': "“”"}

// findQuotations returns the quotations of each block. One that opens a block without an end runs to its end,
// and the next block's, if it opens with a mark too, goes on with it.
func findQuotations(d *text.Document, words []text.Word, entities []Entity) []Quotation { //nolint:gocognit // one scan over the marks, whose cases share its state
	var out []Quotation
	named := newSpeakers(entities)
	open := false
	for _, b := range d.Blocks {
		if b.Kind == text.Code {
			continue
		}
		s := b.Span.Of(d.Clean)
		last := 0 // where the previous quotation of this block ends
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			marks, ok := closing[r]
			if !ok {
				i += n
				continue
			}
			start := i + n
			length := strings.IndexAny(s[start:], marks)
			whole := length >= 0
			if !whole {
				if i > 0 {
					break
				}
				length = len(s) - start
			}
			span := text.Span{Start: start, End: start + length}
			next := span.End
			if whole {
				_, n := utf8.DecodeRuneInString(s[next:])
				next += n
			}
			if len(strings.Fields(span.Of(s))) >= minQuoted {
				q := Quotation{Text: span.Of(s), Continues: -1, Place: placeOf(d, span.Shift(b.Span.Start))}
				q.attribute(d, words, named, b.Span, text.Span{Start: last, End: i}, next)
				if k := len(out) - 1; k >= 0 && (open && i == 0 || last > 0 && !strings.ContainsAny(s[last:i], "\n") && i-last < 80) {
					q.Continues = k
					if q.Speaker == nil {
						q.Speaker = out[k].Speaker
					}
				}
				out, last = append(out, q), next
			}
			open, i = !whole, next
		}
	}
	return out
}

// attribute looks for a cue after the quotation, to the end of its sentence, then before it.
func (q *Quotation) attribute(d *text.Document, words []text.Word, named speakers, block, before text.Span, next int) {
	s := block.Of(d.Clean)
	after := s[next:min(len(s), next+120)]
	if i := strings.IndexAny(after, "“\"\n"); i >= 0 {
		after = after[:i]
	}
	lead := s[max(before.Start, before.End-300):before.End]
	from, to := block.Start+next, block.Start+before.End
	if !q.cue(d, words, named, text.Span{Start: from, End: from + len(after)}) {
		q.cue(d, words, named, text.Span{Start: to - len(lead), End: to})
	}
}

// cue finds a verb of saying in s, and the speaker beside it.
func (q *Quotation) cue(d *text.Document, words []text.Word, named speakers, s text.Span) bool {
	toks := text.WordsIn(words, s)
	for i, t := range toks {
		if !cueVerbs[t.Of(d.Clean)] {
			continue
		}
		q.CueVerb = t.Of(d.Clean)
		if i > 0 {
			switch w := toks[i-1].Of(d.Clean); w {
			case "he", "she", "He", "She", "they", "They", "I":
				q.Speaker = &Speaker{Text: w, Name: named.lastPerson(s.Start), Place: placeOf(d, toks[i-1].Span())}
				return true
			}
		}
		q.Speaker = named.nearest(s, int(t.Start))
		return q.Speaker != nil
	}
	return false
}
