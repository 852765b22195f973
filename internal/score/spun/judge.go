package spun

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
)

// Finding is a phrase with a word that was put in the place of another.
type Finding struct {
	// Span is the phrase: the word, and the word before or after it that it does not go with.
	Span text.Span

	// Expected is what the phrase most likely was. Empty where no other word would fit better.
	Expected string

	// Strength is the probability that the word was put there, from 0 to 1: that of the text times that of the word if the text is spun.
	Strength float64
}

// Report says whether words of a text were replaced by synonyms.
type Report struct {
	// Judged is false if there is not enough evidence: the text is too short, too many of its words are not in the model, or they stand in
	// too little order.
	Judged bool

	// Probability is the probability that words were replaced, from 0 to 1; 0 unless Judged.
	Probability float64

	// Findings are the phrases that show it, in order.
	Findings []Finding
}

// Flagged is the probability from which on a text should be taken for spun: of no genre that training knows more than one text in a
// hundred is above it by mistake.
const Flagged = .9

// replacedOdds is the logarithm of the odds of a replaced word among those that are looked at in a text with 6 in 100 words replaced.
const replacedOdds = -.6

const (
	leastWords   = 80  // a shorter text is not judged
	mostUnknown  = .15 // nor one with a greater share of words that are not in the model
	leastOrder   = 144 // nor one whose order of words tells less, in units of the feature: .9 nats, as in lists of titles
	leastFinding = .3  // the least strength of a finding
	maxFindings  = 1000

	// The work on a token and on a word that is looked at, in bytes of text that take as long.
	tokenPace, wordPace = 8, 64
)

// Report judges s, whose tokens are given. The error is ctx.Err() if ctx ended first.
func (m *Model) Report(ctx context.Context, s string, tokens []fluency.Token) (*Report, error) {
	pace := text.NewPace(ctx)
	d, err := newDocument(pace, m, s, tokens)
	if err != nil {
		return nil, err
	}
	defer d.release()
	if !d.isJudged() || d.order < leastOrder {
		return &Report{}, ctx.Err()
	}
	list, err := d.suspects(pace)
	if err != nil {
		return nil, err
	}
	if err := d.judgeThose(pace, list, m.doubtful); err != nil {
		return nil, err
	}
	style := d.style()
	f := d.features(style, list)
	if s := m.early.Score(f[:]); s < 0 {
		return &Report{Judged: true, Probability: forest.Probability(s + EarlyOdds)}, ctx.Err()
	}
	if err := d.judgeThose(pace, list, math.Inf(-1)); err != nil {
		return nil, err
	}
	f = d.features(style, list)
	r := &Report{Judged: true, Probability: forest.Probability(m.documents.Score(f[:]))}
	for i := range list {
		list[i].strength = float64(r.Probability * forest.Probability(list[i].odds-PriorOdds+replacedOdds))
	}
	d.explain(list)
	for i := 0; i < len(list); {
		run := runOf(list[i:])
		if run > 0 {
			r.Findings = append(r.Findings, d.finding(list[i:i+run]))
		}
		i += max(run, 1)
	}
	r.Findings = strongest(r.Findings)
	return r, ctx.Err()
}

// isJudged reports whether there is enough evidence.
func (d *document) isJudged() bool {
	return d.words >= leastWords && float64(d.unknown) <= float64(mostUnknown*float64(d.words))
}

// suspect is a word that may have been put in the place of another.
type suspect struct {
	token int
	doubt float64 // the score of the first forest, above 0

	// What is known once its neighbours were looked at.
	judged    bool
	neighbour fluency.ID
	odds      float64 // the logarithm of the odds that it was put there, if they are PriorOdds where nothing is known
	strength  float64
}

// suspects returns the words whose neighbours tell something, in order. The error is that of pace.
func (d *document) suspects(pace *text.Pace) (list []suspect, err error) {
	var w word
	for i := range d.tokens {
		if err := pace.Step(tokenPace); err != nil {
			return nil, err
		}
		if !d.look(i, &w) {
			continue
		}
		if doubt := d.m.first.Score(w.features[:firstFeatures]); doubt > 0 {
			list = append(list, suspect{token: i, doubt: doubt})
		}
	}
	return list, nil
}

// judgeThose judges the words of list that are not judged yet and of a doubt of least or more. The error is that of pace.
func (d *document) judgeThose(pace *text.Pace, list []suspect, least float64) error {
	var w word
	for i := range list {
		s := &list[i]
		if s.judged || s.doubt < least {
			continue
		}
		if err := pace.Step(wordPace); err != nil {
			return err
		}
		d.look(s.token, &w)
		d.judge(&w)
		s.judged, s.neighbour, s.odds = true, w.neighbour, d.m.words.Score(w.features[:])
	}
	return nil
}

// explain takes the strength of words that are suspect only for the word beside them: with what that most likely was, they go well.
func (d *document) explain(list []suspect) {
	for i, s := range list[:max(len(list)-1, 0)] {
		next := &list[i+1]
		if next.token != s.token+1 {
			continue
		}
		if next.strength <= s.strength && d.follow(s.neighbour, d.tokens[next.token].ID) {
			next.strength = 0
		} else if s.strength < next.strength && d.follow(d.tokens[s.token].ID, next.neighbour) {
			list[i].strength = 0
		}
	}
}

// follow reports whether two words are known to follow one another.
func (d *document) follow(a, b fluency.ID) bool {
	_, known := d.m.language.Pair(a, b)
	return known && isContent(a) && isContent(b)
}

// runOf returns how many words at the beginning of list are findings and stand side by side.
func runOf(list []suspect) (n int) {
	for n < len(list) && list[n].strength >= leastFinding && list[n].token == list[0].token+n {
		n++
	}
	return n
}

// finding returns the phrase of suspect words side by side: with a word before them that says more than the commonest ones and the word after
// them, or with the word before them where no word comes after.
func (d *document) finding(run []suspect) (f Finding) {
	first, last := run[0].token, run[len(run)-1].token
	if d.isPlain(last + 1) {
		last++
	}
	if i := run[0].token - 1; d.isPlain(i) && (last-first < len(run) || isContent(d.tokens[i].ID)) {
		first--
	}
	f.Span = text.Span{Start: int(d.tokens[first].Start), End: int(d.tokens[last].End)}
	var expected strings.Builder
	done := f.Span.Start
	for _, s := range run {
		f.Strength = max(f.Strength, s.strength)
		if s.neighbour == fluency.Unknown {
			continue
		}
		w := d.tokens[s.token]
		expected.WriteString(d.text[done:w.Start])
		expected.WriteString(LikeCase(d.m.language.Word(s.neighbour), d.text[w.Start:w.End]))
		done = int(w.End)
	}
	if expected.Len() > 0 {
		expected.WriteString(d.text[done:f.Span.End])
	}
	f.Expected = expected.String()
	return f
}

// isPlain reports whether the token at i is a word.
func (d *document) isPlain(i int) bool { return i >= 0 && i < len(d.tokens) && d.tokens[i].IsWord() }

// LikeCase returns word with the capitals of another: all of them if that begins with two, the first if it begins with one.
func LikeCase(word, like string) string {
	first, n := utf8.DecodeRuneInString(like)
	if !unicode.IsUpper(first) {
		return word
	}
	if second, _ := utf8.DecodeRuneInString(like[n:]); unicode.IsUpper(second) {
		return strings.ToUpper(word)
	}
	r, n := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[n:]
}

// strongest returns the findings that are listed, in order.
func strongest(list []Finding) []Finding {
	if len(list) <= maxFindings {
		return list
	}
	slices.SortStableFunc(list, func(a, b Finding) int { return cmp.Compare(b.Strength, a.Strength) })
	list = list[:maxFindings:maxFindings]
	slices.SortFunc(list, func(a, b Finding) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return list
}
