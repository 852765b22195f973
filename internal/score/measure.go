package score

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"github.com/copydesk/copydesk/internal/text"
)

// measures are the values of a document and the places that brought them about.
type measures struct {
	d        *text.Document
	tokens   []text.Span
	values   map[string]float64
	spans    map[string][]text.Span
	removals []Removal
}

// measure takes all values in one pass over tokens and one over lines.
func measure(ctx context.Context, d *text.Document) (*measures, error) {
	m := &measures{d: d, values: map[string]float64{}, spans: map[string][]text.Span{}}
	pace := text.NewPace(ctx)
	for it := words.FromString(d.Clean); it.Next(); {
		if strings.TrimSpace(it.Value()) != "" {
			m.tokens = append(m.tokens, text.Span{Start: it.Start(), End: it.End()})
		}
		if err := pace.Step(it.End() - it.Start()); err != nil {
			return nil, err
		}
	}
	m.wordSignals()
	m.lineSignals()
	m.c4Signals()
	m.repetition()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return m, m.ngrams(ctx)
}

// list returns the values ordered by name.
func (m *measures) list() []Signal {
	list := make([]Signal, 0, len(m.values))
	for _, s := range definitions {
		if v, ok := m.values[s.Name]; ok {
			list = append(list, Signal{s.Name, v})
		}
	}
	return list
}

// ratio notes n/of unless of is 0.
func (m *measures) ratio(name string, n, of int) {
	if of > 0 {
		m.values[name] = float64(n) / float64(of)
	}
}

var stopWords = map[string]bool{
	"the": true, "be": true, "to": true, "of": true, "and": true, "that": true, "have": true, "with": true,
}

func (m *measures) wordSignals() {
	plain, length, alphabetic := 0, 0, 0
	stops := map[string]bool{}
	for _, s := range m.tokens {
		w := s.Of(m.d.Clean)
		if !isPunctuation(w) {
			plain++
			length += utf8.RuneCountInString(w)
		}
		if strings.ContainsFunc(w, unicode.IsLetter) {
			alphabetic++
		}
		if stopWords[w] {
			stops[w] = true
		}
	}
	m.values["gopher.word_count"] = float64(plain)
	m.values["gopher.stop_words"] = float64(len(stops))
	m.ratio("gopher.mean_word_length", length, plain)
	m.ratio("gopher.hash_ratio", strings.Count(m.d.Clean, "#"), len(m.tokens))
	m.ratio("gopher.ellipsis_ratio", strings.Count(m.d.Clean, "...")+strings.Count(m.d.Clean, "…"), len(m.tokens))
	m.ratio("gopher.alphabetic_word_ratio", alphabetic, len(m.tokens))
	m.ratio("fineweb.newline_word_ratio", strings.Count(m.d.Clean, "\n"), len(m.tokens))
}

// isPunctuation reports whether a token consists of marks only.
func isPunctuation(w string) bool {
	for _, r := range w {
		if r < utf8.RuneSelf && (r >= '0' && r <= '9' || r|0x20 >= 'a' && r|0x20 <= 'z') || !punctuation[r] {
			return false
		}
	}
	return true
}

var punctuation, terminal = runeSet(punctuationMarks), runeSet(terminalMarks)

func runeSet(s string) map[rune]bool {
	m := make(map[rune]bool, len(s))
	for _, r := range s {
		m[r] = true
	}
	return m
}

func (m *measures) lineSignals() {
	clean := m.d.Clean
	bullets, ellipses, stops, short, all, blank := 0, 0, 0, 0, 0, 0
	for raw := range strings.SplitSeq(clean, "\n") {
		if strings.TrimSpace(raw) == "" {
			blank++
		}
	}
	for _, s := range m.d.Lines() {
		line := s.Of(clean)
		all++
		if strings.HasPrefix(line, "•") || strings.HasPrefix(line, "-") {
			bullets++
			m.place("gopher.bullet_line_ratio", s)
		}
		if strings.HasSuffix(line, "...") || strings.HasSuffix(line, "…") {
			ellipses++
			m.place("gopher.ellipsis_line_ratio", s)
		}
		if last, _ := utf8.DecodeLastRuneInString(line); terminal[last] {
			stops++
		} else {
			m.place("fineweb.line_punctuation_ratio", s)
		}
		if utf8.RuneCountInString(line) <= shortLine {
			short++
			m.place("fineweb.short_line_ratio", s)
		}
	}
	m.values["fineweb.line_count"] = float64(all)
	m.ratio("gopher.bullet_line_ratio", bullets, all+blank)
	m.ratio("gopher.ellipsis_line_ratio", ellipses, all+blank)
	m.ratio("fineweb.line_punctuation_ratio", stops, all)
	m.ratio("fineweb.short_line_ratio", short, all)
}

// shortLine is how many characters FineWeb takes for a short line.
const shortLine = 30

// place notes a place for a signal, up to the number that is returned.
func (m *measures) place(signal string, s text.Span) {
	if len(m.spans[signal]) < maxSpans {
		m.spans[signal] = append(m.spans[signal], s)
	}
}
