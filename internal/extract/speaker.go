package extract

import (
	"slices"

	"github.com/copydesk/copydesk/internal/extract/speech"
	"github.com/copydesk/copydesk/internal/text"
)

// Speaker is the source of a quotation.
type Speaker struct {
	// Text is the speaker as written; Name the fullest form in the document, or empty.
	Text, Name string
	Place      Place
}

// speaker is the reference at position i as the speaker of a quotation.
func (x *extraction) speaker(i int32) *Speaker {
	r := &x.scene.Refs[i]
	s := text.Span{Start: int(r.Start), End: int(r.End)}
	out := &Speaker{Text: s.Of(x.d.Clean), Place: placeOf(x.d, s)}
	if r.Entity != speech.None {
		out.Name = x.facts.Entities[r.Entity].Name
	} else if r.Kind == speech.Named {
		out.Name = out.Text
	} else if e := x.meaning(i); e != nil {
		out.Name = e.Name
	}
	return out
}

// spoken is the probability from which on a pronoun or description that speaks is given the name of what it means.
const spoken = .3

// findMeanings finds what pronouns and descriptions mean.
func (x *extraction) findMeanings(found []speech.Quotation) (err error) {
	x.meanings, err = x.scene.Resolve(nil, found, speech.Shipped(), nil, x.pace)
	slices.SortFunc(x.meanings, func(a, b speech.Antecedent) int { return int(a.Ref - b.Ref) })
	return err
}

// meaning returns what reference i means, and nil if that is not known well enough to name a speaker.
func (x *extraction) meaning(i int32) *Entity {
	k, ok := slices.BinarySearchFunc(x.meanings, i, func(a speech.Antecedent, i int32) int { return int(a.Ref - i) })
	if !ok || x.meanings[k].Confidence < spoken {
		return nil
	}
	return &x.facts.Entities[x.meanings[k].Entity]
}
