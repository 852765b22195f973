package score

import (
	"context"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/internal/text"
)

// judgeEnglish adds to r what the models of English say of d, whose tokens are found once for all of them.
func judgeEnglish(ctx context.Context, d *text.Document, o Options, r *Report, in *qualityInputs) error {
	words, err := d.Words(ctx)
	if err != nil {
		return err
	}
	m := fluency.English()
	tokens, err := m.Tokens(ctx, d.Clean, words)
	if err != nil {
		return err
	}
	if o.Features&QualityFeature != 0 {
		r.Quality = in.judge(tokens, o.Language)
	}
	if !fluency.InEnglish(tokens, o.Language) {
		return nil
	}
	if o.Features&PerplexityFeature != 0 {
		if r.Perplexity, err = m.Report(ctx, d.Clean, tokens, o.Perplexity); err != nil {
			return err
		}
	}
	if o.Features&SpunFeature != 0 {
		r.Spun, err = spun.English().Report(ctx, d.Clean, tokens)
	}
	return err
}
