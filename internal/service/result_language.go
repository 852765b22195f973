package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/language"
)

// languages translates the languages of a report.
func (w *writer) languages(p *part, m *copydeskv1.ScoreResult, r *score.Report) {
	m.SetLanguages(fillSlice(p, "languages", r.Languages, func(s language.Share) (*copydeskv1.Language, bool) {
		if !p.budget.take(languageBytes(s.Guess) + fieldBytes("share", numberBytes)) {
			return nil, false
		}
		one := languageOf(s.Guess)
		one.SetShare(s.Share)
		return one, true
	}))
	m.SetLanguageCandidates(fillSlice(p, "language_candidates", r.LanguageCandidates, func(g language.Guess) (*copydeskv1.Language, bool) {
		return languageOf(g), p.budget.take(languageBytes(g))
	}))
	m.SetParagraphLanguages(fillSlice(p, "paragraph_languages", r.Paragraphs, func(one language.Paragraph) (*copydeskv1.ParagraphLanguage, bool) {
		return w.paragraphLanguage(p, one)
	}))
	if n := r.ParagraphsOmitted; n > 0 {
		p.omit("paragraph_languages", n, copydeskv1.OmissionCause_OMISSION_CAUSE_LIST_LIMIT)
	}
}

func languageOf(g language.Guess) *copydeskv1.Language {
	return copydeskv1.Language_builder{Code: g.Code, Script: g.Script, Confidence: &g.Probability}.Build()
}

func languageBytes(g language.Guess) int {
	return objectBytes + stringField("code", g.Code) + stringField("script", g.Script) + fieldBytes("confidence", numberBytes)
}

func (w *writer) paragraphLanguage(p *part, one language.Paragraph) (*copydeskv1.ParagraphLanguage, bool) {
	span, size := w.inBoth(one.Span)
	if !p.budget.take(objectBytes + fieldBytes("span", size) + stringField("code", one.Code) + fieldBytes("confidence", numberBytes)) {
		return nil, false
	}
	return copydeskv1.ParagraphLanguage_builder{Span: span, Code: one.Code, Confidence: &one.Probability}.Build(), true
}
