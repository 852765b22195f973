package render

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// quoteMarks are the marks around q, the outer ones first.
type quoteMarks [2][2]string

// commonMarks are those that browsers put where the language has no others.
var commonMarks = quoteMarks{{"\u201c", "\u201d"}, {"\u2018", "\u2019"}}

// marksByLanguage are the marks of languages that have others (CLDR, "delimiters").
var marksByLanguage = func() map[string]quoteMarks {
	m := map[string]quoteMarks{}
	for languages, marks := range map[string]quoteMarks{
		"de cs sk sl bg lt is et":          {{"\u201e", "\u201c"}, {"\u201a", "\u2018"}},
		"pl ro hu hr sr":                   {{"\u201e", "\u201d"}, {"\u201a", "\u2019"}},
		"fr":                               {{"\u00ab\u00a0", "\u00a0\u00bb"}, {"\u2039\u00a0", "\u00a0\u203a"}},
		"es it pt-pt ca el no nb nn da fa": {{"\u00ab", "\u00bb"}, {"\u201c", "\u201d"}},
		"ru uk be":                         {{"\u00ab", "\u00bb"}, {"\u201e", "\u201c"}},
		"sv fi":                            {{"\u201d", "\u201d"}, {"\u2019", "\u2019"}},
		"ja zh-tw zh-hk zh-hant":           {{"\u300c", "\u300d"}, {"\u300e", "\u300f"}},
	} {
		for l := range strings.FieldsSeq(languages) {
			m[l] = marks
		}
	}
	return m
}()

// quoteMarks returns the marks around q by the language that the page states for it.
func (w *writer) quoteMarks(q int32) quoteMarks {
	for range maxLang {
		if lang := w.t.Raw(q, dom.Lang); lang != "" {
			lang = strings.ToLower(strings.TrimSpace(lang))
			if marks, ok := marksByLanguage[lang]; ok {
				return marks
			}
			lang, _, _ = strings.Cut(lang, "-")
			if marks, ok := marksByLanguage[lang]; ok {
				return marks
			}
			return commonMarks
		}
		if q == 0 {
			break
		}
		q = w.t.Nodes[q].Parent
	}
	return commonMarks
}

// maxLang is how many elements around a quotation are looked at for their language.
const maxLang = 64

// openQuotes writes the opening marks of the quotations that begin with text i at s.
func (w *writer) openQuotes(i int32, s text.Span, q int32) {
	if q == 0 || w.t.Nodes[q].FirstText != i || w.holds[q]&begun != 0 {
		return
	}
	outer := w.ancestry(w.t.Nodes[q].Parent).q
	w.openQuotes(i, s, outer)
	before, _ := utf8.DecodeLastRune(w.out)
	first, _ := utf8.DecodeRuneInString(s.Of(w.t.Page))
	if w.gap == noGap && (isQuoteMark(before) || before == '\'') && (outer == 0 || w.holds[outer]&begun == 0) || isQuoteMark(first) {
		return // the page has them too
	}
	w.holds[q] |= begun
	w.put(text.Span{Start: s.Start, End: s.Start}, w.quoteMarks(q)[min(w.quoteDepth(outer), 1)][0], byMarkup)
}

// closeQuotes writes the closing marks of the quotations that end with text i.
func (w *writer) closeQuotes(i int32, q int32) {
	for ; q != 0 && w.t.Nodes[q].EndText == i+1; q = w.ancestry(w.t.Nodes[q].Parent).q {
		if w.holds[q]&begun != 0 {
			depth := w.quoteDepth(w.ancestry(w.t.Nodes[q].Parent).q)
			w.put(text.Span{Start: w.done, End: w.done}, w.quoteMarks(q)[min(depth, 1)][1], byMarkup)
		}
	}
}

// quoteDepth returns how many quotations q is in, itself included, 2 at most.
func (w *writer) quoteDepth(q int32) int {
	depth := 0
	for ; q != 0 && depth < 2; q = w.ancestry(w.t.Nodes[q].Parent).q {
		depth++
	}
	return depth
}

func isQuoteMark(r rune) bool {
	return strings.ContainsRune("\"\u201c\u201e\u00ab\u2018\u201a\u300c\u300e", r)
}
