package score

import (
	"context"

	"github.com/copydesk/copydesk/internal/score/language"
)

// findLanguages sets what features ask for of the languages of s, which are found once, and returns them. The error is ctx.Err() if ctx ended
// first.
func (r *Report) findLanguages(ctx context.Context, s string, features Features) (language.Report, error) {
	if features&(anyLanguages|QualityFeature) == 0 {
		return language.Report{}, nil
	}
	m := language.Default()
	found, err := m.Detect(ctx, s)
	if err != nil {
		return found, err
	}
	if features&LanguagesFeature != 0 {
		r.Languages = found.Languages
	}
	if features&LanguageCandidatesFeature != 0 {
		r.LanguageCandidates = found.Candidates
	}
	if features&ParagraphLanguagesFeature != 0 {
		r.Paragraphs, r.ParagraphsOmitted, err = m.Paragraphs(ctx, s, found)
	}
	return found, err
}
