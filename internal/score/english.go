package score

import (
	"context"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
)

// judgeEnglish adds to r what the models of English say of d, whose tokens are found once for all of them. It adds nothing if d is
// not in English.
func judgeEnglish(ctx context.Context, d *text.Document, o Options, r *Report) error {
	words, err := d.Words(ctx)
	if err != nil {
		return err
	}
	m := fluency.English()
	tokens, err := m.Tokens(ctx, d.Clean, words)
	if err != nil || !fluency.InEnglish(tokens, o.Language) {
		return err
	}
	if o.Features&PerplexityFeature != 0 {
		r.Perplexity, err = m.Report(ctx, d.Clean, tokens, o.Perplexity)
	}
	return err
}
