package facts

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

// List has Quotations print every error in the articles that it was developed on.
var List bool

// article is an article with its quotations; offsets are code points.
type article struct {
	ID, Text string
	Quotes   []goldQuotation
	Doubtful [][2]int
}

// goldQuotation is a quotation as annotated.
type goldQuotation struct {
	ID           int
	Start, End   int
	Speaker      string
	SpeakerStart *int    `json:"speaker_start"`
	Full         *string `json:"speaker_full"`
	FullInText   *bool   `json:"full_in_text"`
	CueVerb      *string `json:"cue_verb"`
	Continues    *int
}

// tally is what is counted of one part of the articles.
type tally struct {
	gold, found, exact, written, full, named, unknown, given   int
	cues, cuesRight, continues, continuesRight, continuesFound int
	sure                                                       []confidence
	errors                                                     map[string]int
}

// confidence is a probability and whether what it was given to is right.
type confidence struct {
	p     float64
	right bool
}

// Quotations prints how many quotations of news-dev are found exactly, and how many speakers are right: in every second article,
// which the model has learnt from, and in the others.
func Quotations() error {
	articles, err := data.ReadJSONL[article]("quotes/news-dev.jsonl")
	if err != nil {
		return err
	}
	parts := [2]tally{{errors: map[string]int{}}, {errors: map[string]int{}}}
	for i, a := range articles {
		if err := parts[i%2].add(a, List && i%2 == 0); err != nil {
			return err
		}
	}
	fmt.Println("articles that were learnt from:")
	parts[0].print()
	fmt.Println("articles that were not (CoreNLP 4.5.10 on other articles of this kind: speaker .53, unknown .01):")
	parts[1].print()
	others, err := unseenQuotations()
	if err != nil {
		return err
	}
	t := parts[1]
	both := calibrationError(slices.Concat(t.sure, others.sure))
	fmt.Printf("calibration error of the speaker in both kinds of unseen articles %.3f of %d\n", both, len(t.sure)+len(others.sure))
	floor.AtLeast("quotations/span F1", t.f1())
	floor.AtLeast("quotations/speaker as written", share(t.written, t.gold))
	floor.AtLeast("quotations/full name", share(t.full, t.named))
	floor.AtMost("quotations/unknown", share(t.unknown, t.gold))
	floor.AtMost("quotations/calibration error", both)
	return nil
}

func share(n, of int) float64 { return float64(n) / float64(max(of, 1)) }

func (t *tally) f1() float64 {
	p, r := share(t.exact, t.found), share(t.exact, t.gold)
	return 2 * p * r / max(p+r, 1e-9)
}

func (t *tally) print() {
	fmt.Printf("  spans: precision %.3f, recall %.3f, F1 %.3f of %d\n", share(t.exact, t.found), share(t.exact, t.gold), t.f1(), t.gold)
	fmt.Printf("  speaker as written %.3f, full name %.3f of %d that have one, %.3f of %d whose text gives it, unknown %.3f\n",
		share(t.written, t.gold), share(t.full, t.named), t.named, share(t.full, t.given), t.given, share(t.unknown, t.gold))
	if t.cues > 0 {
		fmt.Printf("  verb %.3f, continues: precision %.3f, recall %.3f\n",
			share(t.cuesRight, t.cues), share(t.continuesRight, t.continuesFound), share(t.continuesRight, t.continues))
	}
	fmt.Printf("  calibration error of the speaker %.3f\n", calibrationError(t.sure))
	fmt.Print("  errors:")
	for _, kind := range slices.Sorted(maps.Keys(t.errors)) {
		fmt.Printf(" %s %d;", kind, t.errors[kind])
	}
	fmt.Println()
}

// add compares what is found in a with its annotation.
func (t *tally) add(a article, list bool) error {
	d, f, err := factsOf(a.Text, extract.Quotations|extract.Entities)
	if err != nil {
		return err
	}
	index := text.NewIndex(d.Clean, text.UTF32)
	runes := []rune(a.Text)
	got, number := map[text.Span]extract.Quotation{}, map[text.Span]int{}
	ignored, wanted := map[text.Span]bool{}, map[text.Span]bool{}
	for _, q := range a.Doubtful {
		ignored[text.Span{Start: q[0], End: q[1]}] = true
	}
	for _, g := range a.Quotes {
		wanted[text.Span{Start: g.Start, End: g.End}] = true
	}
	say := func(kind string, s text.Span, detail string) {
		t.errors[kind]++
		if list {
			fmt.Printf("%s: %s: %s\n   …%s[[%s]]%s…\n", a.ID, kind, detail, line(runes, s.Start-200, s.Start), line(runes, s.Start, s.End), line(runes, s.End, s.End+120))
		}
	}
	for i, q := range f.Quotations {
		s := index.Span(q.Place.Clean)
		got[s], number[s] = q, i
		if ignored[s] {
			continue
		}
		t.found++
		if !wanted[s] {
			say("extra", s, "")
		}
	}
	spans := map[int]text.Span{}
	for _, g := range a.Quotes {
		s := text.Span{Start: g.Start, End: g.End}
		spans[g.ID] = s
		t.gold++
		if g.Full != nil {
			t.named++
			t.given += data.OneIf(g.FullInText == nil || *g.FullInText)
		}
		q, ok := got[s]
		if !ok {
			t.unknown++
			say("missed", s, g.Speaker)
			continue
		}
		t.exact++
		t.speaker(g, q, s, say)
		if g.CueVerb != nil {
			t.cues++
			t.cuesRight += data.OneIf(strings.EqualFold(*g.CueVerb, q.CueVerb))
		}
		t.continues += data.OneIf(g.Continues != nil)
		t.continuesFound += data.OneIf(q.Continues >= 0)
		if g.Continues != nil && q.Continues >= 0 {
			t.continuesRight += data.OneIf(number[spans[*g.Continues]] == q.Continues)
		}
	}
	return nil
}

// speaker compares the speaker of q with that of g.
func (t *tally) speaker(g goldQuotation, q extract.Quotation, s text.Span, say func(kind string, s text.Span, detail string)) {
	if q.Speaker == nil {
		t.unknown++
		say("open", s, g.Speaker)
		return
	}
	right := strings.EqualFold(q.Speaker.Text, g.Speaker)
	t.written += data.OneIf(right)
	t.sure = append(t.sure, confidence{float64(q.Confidence), right})
	if !right {
		say("speaker, "+kindOf(g, s), s, fmt.Sprintf("%q instead of %q", q.Speaker.Text, g.Speaker))
	}
	switch {
	case g.Full == nil:
	case q.Speaker.Name == *g.Full:
		t.full++
	default:
		say("full name", s, fmt.Sprintf("%q is %q instead of %q", q.Speaker.Text, q.Speaker.Name, *g.Full))
	}
}

// kindOf says what kind of speaker g has, and where.
func kindOf(g goldQuotation, s text.Span) string {
	kind := "name"
	switch {
	case pronouns[strings.ToLower(g.Speaker)]:
		kind = "pronoun"
	case g.Full == nil:
		kind = "unnamed"
	case strings.ToLower(g.Speaker[:1]) == g.Speaker[:1]:
		kind = "description"
	}
	switch {
	case g.SpeakerStart == nil:
	case *g.SpeakerStart > s.End+100, *g.SpeakerStart < s.Start-200:
		return kind + " far away"
	case *g.SpeakerStart < s.Start:
		return kind + " before"
	}
	return kind + " after"
}

var pronouns = map[string]bool{"he": true, "she": true, "they": true, "it": true, "i": true, "we": true}

// line returns code points from to end on one line.
func line(s []rune, from, end int) string {
	return strings.ReplaceAll(string(s[max(0, from):min(len(s), max(end, 0))]), "\n", "¶")
}

// calibrationError is the mean difference, in ten bins, between the probabilities given and the share that is right.
func calibrationError(all []confidence) float64 {
	var sums, rights, counts [10]float64
	for _, c := range all {
		b := min(int(c.p*10), 9)
		sums[b] += c.p
		counts[b]++
		rights[b] += float64(data.OneIf(c.right))
	}
	e := 0.0
	for b := range counts {
		e += max(sums[b]-rights[b], rights[b]-sums[b])
	}
	return e / max(float64(len(all)), 1)
}
