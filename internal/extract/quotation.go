package extract

import (
	"context"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/quote"
	"github.com/copydesk/copydesk/internal/extract/speech"
	"github.com/copydesk/copydesk/internal/pool"
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

	// Mixed says that the words are a part of a sentence that reports.
	Mixed bool

	// Confidence is the probability that Speaker is right, in (0, 1], to two places; zero without one.
	Confidence float32
}

// findScene prepares the scene of the document: the names in it, what stands between quotation marks, and all that refers to
// somebody.
func (x *extraction) findScene() error {
	x.scene = speech.NewScene()
	s := x.scene
	s.Clean, s.Words, s.Sentences = x.d.Clean, x.words, x.sentences
	for _, b := range x.d.Blocks {
		s.Blocks = append(s.Blocks, b.Span)
	}
	if err := x.findStretches(s); err != nil {
		return err
	}
	s.Names = slices.Grow(s.Names, x.mentions)
	for i := range x.facts.Entities {
		e := &x.facts.Entities[i]
		s.Entities = append(s.Entities, speech.Entity{Type: sceneTypes[e.Type], Mentions: int32(len(e.Mentions))}) //nolint:gosec // at most MaxMentions
		for _, m := range e.Mentions {
			c := m.Place.Clean
			s.Names = append(s.Names, speech.Name{Start: int32(c.Start), End: int32(c.End), Entity: int32(i)}) //nolint:gosec // texts are shorter than 2 GiB
		}
	}
	slices.SortFunc(s.Names, func(a, b speech.Name) int { return int(a.Start - b.Start) })
	return s.Prepare(x.pace)
}

// sceneTypes are the classes of entities as speech knows them.
var sceneTypes = map[EntityType]speech.Type{Person: speech.Person, Organization: speech.Body, Location: speech.Place}

var quoteFinders pool.Of[quote.Finder]

// findStretches lists what stands between quotation marks in s. Double marks count before single ones, unless the document uses
// single ones in the first place.
func (x *extraction) findStretches(s *speech.Scene) error {
	f := quoteFinders.Get()
	defer func() { quoteFinders.Put(f, f.Size()) }()
	f.Begin()
	british := x.prefersSingle()
	for i, b := range x.d.Blocks {
		if b.Kind == text.Code {
			continue
		}
		rest := ""
		if i+1 < len(x.d.Blocks) {
			rest = x.d.Blocks[i+1].Span.Of(x.d.Clean)
		}
		first := len(s.Stretches)
		var err error
		if s.Stretches, err = f.Block(s.Stretches, x.d.Clean, b.Span, int32(i), rest, x.pace); err != nil {
			return err
		}
		if err := x.pace.Step(b.Span.Len()); err != nil {
			return err
		}
		s.Stretches = withSingles(s.Stretches, first, x.d.Clean, b.Span, int32(i), british)
		said := slices.DeleteFunc(s.Stretches[first:], func(q quote.Stretch) bool { return isWebAddress(q.Inner.Of(x.d.Clean)) })
		s.Stretches = s.Stretches[:first+len(said)]
	}
	return nil
}

// isWebAddress reports whether s is nothing else: nobody says that.
func isWebAddress(s string) bool {
	return strings.Contains(s[:min(len(s), maxScheme)], "://") && !strings.ContainsAny(s, " \n")
}

// prefersSingle reports whether the document quotes in single marks: it has more of ‘ than of double marks.
func (x *extraction) prefersSingle() bool {
	doubles := strings.Count(x.d.Clean, "“") + strings.Count(x.d.Clean, "\"")/2
	return strings.Count(x.d.Clean, "‘") > 2*doubles || doubles == 0
}

// withSingles adds the stretches in single marks of block b to those in double marks, list[first:]: outside these, or around them
// where the document prefers single marks.
func withSingles(list []quote.Stretch, first int, clean string, b text.Span, number int32, british bool) []quote.Stretch {
	doubles := slices.Clone(list[first:])
	if british {
		outer := quote.Single(nil, clean, b, number)
		if len(outer) == 0 {
			return list
		}
		list = append(list[:first], outer...)
		for _, d := range doubles {
			if !slices.ContainsFunc(outer, func(o quote.Stretch) bool { return o.Start < d.End && d.Start < o.End }) {
				list = append(list, d)
			}
		}
	} else {
		from := b.Start
		for _, d := range append(doubles, quote.Stretch{Start: b.End, End: b.End}) {
			list = quote.Single(list, clean, text.Span{Start: from, End: max(from, d.Start)}, number)
			from = d.End
		}
	}
	slices.SortFunc(list[first:], func(a, b quote.Stretch) int { return a.Start - b.Start })
	return list
}

// findQuotations lists the quotations of the scene.
func (x *extraction) findQuotations() error {
	found, err := x.scene.Attribute(make([]speech.Quotation, 0, len(x.scene.Stretches)), speech.Shipped(), nil, x.pace)
	if err != nil {
		return err
	}
	if err := x.findMeanings(found); err != nil {
		return err
	}
	x.facts.Omitted.Quotations = max(0, len(found)-MaxQuotations)
	x.facts.Quotations = make([]Quotation, 0, min(len(found), MaxQuotations))
	for _, q := range found[:min(len(found), MaxQuotations)] {
		if err := x.pace.Step(quotationWork); err != nil {
			return err
		}
		inner := x.scene.Stretches[q.Stretch].Inner
		fact := Quotation{
			Text: inner.Of(x.d.Clean), Place: placeOf(x.d, inner), CueVerb: q.Verb.Of(x.d.Clean), Continues: int(q.Continues), Mixed: q.Mixed,
		}
		if q.Speaker != speech.None {
			fact.Speaker, fact.Confidence = x.speaker(q.Speaker), q.Confidence
		}
		x.facts.Quotations = append(x.facts.Quotations, fact)
	}
	return nil
}

// quotationWork is what one quotation counts in the bytes of text.Pace.
const quotationWork = 512

// SceneOf prepares the scene of a document as Run does, for a command that learns from it. The caller releases it.
func SceneOf(ctx context.Context, d *text.Document) (*speech.Scene, *Facts, error) {
	x := &extraction{d: d, o: Options{Features: Quotations}, pace: text.NewPace(ctx)}
	var err error
	if x.words, err = d.Words(ctx); err != nil {
		return nil, nil, err
	}
	if x.sentences, err = d.Sentences(ctx); err != nil {
		return nil, nil, err
	}
	if err := x.findEntities(); err != nil {
		return nil, nil, err
	}
	if err := x.findScene(); err != nil {
		return nil, nil, err
	}
	return x.scene, &x.facts, nil
}
