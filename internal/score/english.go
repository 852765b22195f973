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
	isEnglish := fluency.InEnglish(tokens, o.Language)
	if isEnglish && o.Features&PerplexityFeature != 0 {
		if r.Perplexity, err = m.Report(ctx, d.Clean, tokens, o.Perplexity); err != nil {
			return err
		}
	}
	var found *Spun
	if isEnglish && o.Features&(SpunFeature|QualityFeature) != 0 {
		if found, err = spun.English().Report(ctx, d.Clean, tokens); err != nil {
			return err
		}
	}
	if o.Features&SpunFeature != 0 {
		r.Spun = found
	}
	if o.Features&QualityFeature != 0 {
		r.Quality = in.judge(tokens, found, o.Language)
	}
	return nil
}
