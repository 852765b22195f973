package reflow

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// unlink joins blocks that were one paragraph.
func unlink(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	if !rules.On(Link) {
		return nil
	}
	in := c.Text()
	blocks := text.Paragraphs(in)
	pieces := make([]piece, len(blocks))
	for i, b := range blocks {
		pieces[i] = newPiece(b.Of(in))
	}
	e := c.Edit()
	pace := text.NewPace(ctx)
	for i := 0; i+1 < len(blocks); i++ {
		if err := pace.Step(blocks[i].Len()); err != nil {
			return err
		}
		var after *piece
		if i+2 < len(blocks) {
			after = &pieces[i+2]
		}
		confidence := joins(&pieces[i], &pieces[i+1], after)
		if confidence < minConfidence {
			continue
		}
		gap := text.Span{Start: blocks[i].End, End: blocks[i+1].Start}
		e.Replace(gap, glue(pieces[i].text, pieces[i+1].text), text.Change{Rule: Link, Confidence: confidence})
		pieces[i+1].take(&pieces[i])
	}
	c.Apply()
	return nil
}

// minConfidence is how sure a join must be. Each confidence below is the share of right joins that the condition
// had on development data.
const minConfidence = .85

// joins says how sure it is that b goes on with the paragraph that ends in a; after is what follows b, or nil.
func joins(a, b, after *piece) float32 {
	switch {
	case a.fixed || b.fixed:
		return 0
	case b.closing:
		return .99
	case a.open:
		return .98
	case a.sentenceEnd:
		return 0
	case b.lower && a.heading:
		return 0
	case b.lower:
		return .97
	case a.heading:
		return 0
	case a.comma, a.function:
		return .96
	case a.colon:
		return 0
	case after != nil && b.words <= maxLinkWords && !b.sentenceEnd && (after.lower || after.closing) && a.words >= minStemWords:
		return .93
	case a.words >= longStemWords && a.lastLower && !b.heading:
		return .88
	default:
		return 0
	}
}

const (
	// maxLinkWords is how long the text of a link is at the most.
	maxLinkWords = 8

	// minStemWords is how long the part before a link must be to be part of a sentence.
	minStemWords = 3

	// longStemWords is a length that only running text has.
	longStemWords = 14
)
