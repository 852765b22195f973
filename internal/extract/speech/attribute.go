package speech

import (
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/text"
)

// Quotation is a stretch that is somebody's words.
type Quotation struct {
	Stretch int32 // its position in Scene.Stretches
	Speaker int32 // the position of the reference that speaks; None where the text does not say
	Verb    text.Span
	Mixed   bool // the words are a part of a sentence that reports

	// Continues is the position in the list of the quotation that this one goes on with; None where it begins a speech.
	Continues int32

	// Confidence is the probability that the speaker is right, in (0, 1).
	Confidence float32
}

// stretchWork is what one stretch counts in the bytes of text.Pace.
const stretchWork = 8 << 10

// Listener hears of every decision: a command that learns from them asks for one. Its slices are valid during the call only.
type Listener interface {
	// Speaker returns which of the references near stretch k speaks it, and whether the stretch is somebody's words. Ranks are
	// the log-odds of the model; nil without one.
	Speaker(s *Scene, k int32, near []int32, ranks []float64) (ref int32, accepted bool)

	// Reference hears the features of one of the references near stretch k.
	Reference(k, ref int32, x []int16)

	// Stretch hears the features of stretch k that say whether it is somebody's words.
	Stretch(k int32, x []int16)
}

// Attribute appends to dst the stretches that are somebody's words, with their speakers. With a listener, which may come without a
// model, it decides and m advises.
func (s *Scene) Attribute(dst []Quotation, m *Model, l Listener, pace *text.Pace) ([]Quotation, error) {
	var turns [maxTurns]turn
	n := 0
	var ranks []float64
	s.spoken = sized(s.spoken, len(s.Entities))
	clear(s.spoken)
	for k := range int32(len(s.Stretches)) { //nolint:gosec // fewer than bytes
		if err := pace.Step(stretchWork); err != nil {
			return dst, err
		}
		t := s.target(k, turns[:n])
		near := s.around(&t)
		s.join(&t, near)
		var c choice
		c, ranks = s.rank(&t, near, m, l, ranks[:0])
		accepted := false
		if m != nil {
			x := s.acceptance(&t, c)
			if l != nil {
				l.Stretch(k, x)
			}
			accepted = m.accept.Score(x) > 0 || t.introduced(x)
		}
		if c.odds < openBelow {
			c.best = None
		}
		resumes := t.resumesSpeech()
		if resumes {
			c.best = t.turns[0].speaker
		}
		if l != nil {
			c.best, accepted = l.Speaker(s, k, near, ranks)
		}
		if !accepted {
			continue
		}
		q := s.quotation(&t, c.best, int32(len(dst))) //nolint:gosec // fewer than bytes
		switch {
		case m == nil || c.best == None:
		case resumes:
			q.Confidence = dst[len(dst)-1].Confidence
		default:
			q.Confidence = confidence(m.sure[:3], c.odds, c.second)
		}
		dst = append(dst, q)
		s.took(&turns, &t, c.best)
		n = min(n+1, maxTurns)
	}
	return dst, nil
}

// took notes that reference speaker speaks t, the last of turns from now on.
func (s *Scene) took(turns *[maxTurns]turn, t *target, speaker int32) {
	copy(turns[1:], turns[:])
	turns[0] = turn{speaker, t.tip, t.block, t.inBlock}
	if speaker != None && s.Refs[speaker].Entity != None {
		s.spoken[s.Refs[speaker].Entity]++
	}
}

// resumesSpeech reports whether t goes on with the speech of the paragraph before, and names no speaker of its own.
func (t *target) resumesSpeech() bool {
	return t.Resumes && len(t.turns) > 0 && t.turns[0].speaker != None && t.direct[0] < 3
}

// choice is the best reference as a speaker, None if there is none, its log-odds, and those of the second.
type choice struct {
	best         int32
	odds, second float64
}

// rank returns the best of the references near t, and appends the log-odds of all to ranks.
func (s *Scene) rank(t *target, near []int32, m *Model, l Listener, ranks []float64) (choice, []float64) {
	c := choice{None, lowest, lowest}
	for _, i := range near {
		x := s.features(t, i)
		if l != nil {
			l.Reference(t.index, i, x)
		}
		if m == nil {
			continue
		}
		rank := m.speaker.Score(x)
		ranks = append(ranks, rank)
		if rank > c.odds {
			c = choice{i, rank, c.odds}
		} else {
			c.second = max(c.second, rank)
		}
	}
	if own := s.ownClause(t, near); own != None {
		c.best = own
	}
	return c, ranks
}

// lowest is below all log-odds; openBelow is where the speaker is left open.
const (
	lowest    = -20
	openBelow = -4
)

// maxMargin is the largest difference of log-odds that makes a choice surer.
const maxMargin = 6

// confidence is the probability that the best choice is right, by its log-odds and those of the second.
func confidence(sure []int32, odds, second float64) float32 {
	margin := min(odds-second, maxMargin)
	p := forest.Probability(float64(odds*float64(sure[0])/1000) + float64(margin*float64(sure[1])/1000) + float64(sure[2])/1000)
	return float32(min(int(float64(p*100)+.5), 99)) / 100
}

// sayingCue is the grade from which on a verb is taken for one of saying without a look at the rest.
const sayingCue = 5

// introduced reports whether the text presents t as speech in so many words, however short it is: a sentence that a verb of saying
// follows at once (“No,” said Ann) or, after a comma or colon, precedes (Ann said: “No.”). x are the features of its acceptance. Of
// such short sentences there are too few to learn from.
func (t *target) introduced(x []int16) bool {
	if t.small != 0 || t.ending == 0 || t.ending == 5 {
		return false
	}
	after, before := x[acceptNextFar] == 0 && x[acceptNextCue] >= sayingCue, x[acceptLastFar] == 0 && x[acceptLastCue] >= sayingCue
	switch t.leading {
	case 0, 10, 13: // the begin of a block or sentence
		return (t.ending == 1 || t.ending == 2) && (before && x[acceptLastEdge] == 1 || after && x[acceptNextEdge] == 2)
	case 1, 2: // a comma, a colon
		return after && x[acceptNextEdge] == -1
	}
	return false
}

// quotation makes number n of the list of t, which the reference speaker speaks.
func (s *Scene) quotation(t *target, speaker, n int32) Quotation {
	q := Quotation{Stretch: t.index, Speaker: speaker, Continues: None}
	q.Mixed = t.small == 1 && t.leading != 0 && t.leading != 1 && t.leading != 2 && t.leading != 11 && t.leading != 13
	if n > 0 && len(t.turns) > 0 {
		p := t.turns[0]
		if t.Resumes || p.speaker != None && p.speaker == speaker && p.block == t.block {
			q.Continues = n - 1
		}
	}
	if speaker != None {
		q.Verb = s.verb(t, &s.Refs[speaker])
	}
	return q
}

// verb returns the place of the verb of saying that belongs to r, the speaker of t; empty if there is none.
func (s *Scene) verb(t *target, r *Ref) text.Span {
	if s.prepositionBefore(r) == 5 {
		i := r.First - 1
		for i > 0 && s.Words[i].Of(s.Clean) != "to" {
			i--
		}
		return s.Words[max(i-1, 0)].Span().Cover(s.Words[i].Span())
	}
	before, isBefore := s.verbBefore(r)
	after, isAfter := s.verbAfter(r)
	if isAfter && s.parts[after].Cue < 4 {
		after = s.better(t, r, after)
	}
	switch {
	case isBefore && (!isAfter || s.between(r.Tip, after) > 1) && !addressing[s.Words[before].Of(s.Clean)]:
		return s.Words[before].Span()
	case isAfter:
		return s.Words[after].Span()
	}
	return text.Span{}
}

// better returns the verb between r and t that is a surer one of saying than word v, which stands right after r; v if there is none.
func (s *Scene) better(t *target, r *Ref, v int32) int32 {
	for i := v + 1; i < t.first && i < v+2*maxVerb && s.sentence[i] == r.Sentence; i++ {
		if s.isOutside(i) && s.parts[i].Cue >= 5 && s.parts[i].Verb >= 5 {
			return i
		}
	}
	return v
}

// The features that say whether a stretch is somebody's words.
const (
	bestOdds = iota // of the references, in tenths
	marginOdds
	acceptLength
	acceptEnding
	acceptFollowing
	acceptLeading
	acceptSmall
	acceptLead
	acceptRest
	acceptNextFar
	acceptNextCue
	acceptNextReport
	acceptNextEdge
	acceptLastFar
	acceptLastCue
	acceptLastEdge
	acceptKind
	acceptSentences
	acceptSingle
	acceptCapitals // the share of words with capitals, in tenths
	acceptResumes
	acceptStops // whether a sentence ends inside
	acceptInBlock
	acceptSilence
	wordBefore // the grades of the word before the stretch
	wordBeforeVerb
	acceptCount
)

// acceptance fills s.row with the features of t, of whose references c is the best.
func (s *Scene) acceptance(t *target, c choice) []int16 {
	var chosen [featureCount]int16
	chosen[nextFar], chosen[lastFar], chosen[nextEdge], chosen[lastEdge] = maxVerb+1, 4, 99, 99
	if c.best != None {
		copy(chosen[:], s.features(t, c.best))
	}
	x := s.row[:acceptCount]
	clear(x)
	x[bestOdds], x[marginOdds] = limit(int32(c.odds*10), 200), limit(int32((c.odds-c.second)*10), 200)
	x[acceptLength], x[acceptEnding], x[acceptFollowing], x[acceptLeading] = limit(t.tip-t.first, 40), t.ending, t.following, t.leading
	x[acceptSmall], x[acceptLead], x[acceptRest] = t.small, limit(t.lead, 30), limit(t.blockRest, 30)
	x[acceptNextFar], x[acceptNextCue], x[acceptNextReport], x[acceptNextEdge] = chosen[nextFar], chosen[nextCue], chosen[nextReport], chosen[nextEdge]
	x[acceptLastFar], x[acceptLastCue], x[acceptLastEdge] = chosen[lastFar], chosen[lastCue], chosen[lastEdge]
	x[acceptKind], x[acceptSentences] = chosen[kind], chosen[sentencesBetween]
	x[acceptSingle], x[acceptResumes], x[acceptInBlock] = oneIf(t.Single), oneIf(t.Resumes)+2*oneIf(t.Open), t.inBlock
	capitals, stops := 0, false
	for i := t.first; i < t.tip; i++ {
		if s.Words[i].Shape.Has(text.Capital) {
			capitals++
		}
		if i > t.first && s.sentence[i] != s.sentence[i-1] {
			stops = true
		}
	}
	if t.tip > t.first {
		x[acceptCapitals] = limit(10*int32(capitals)/(t.tip-t.first), 10)
	}
	x[acceptStops] = oneIf(stops)
	x[acceptSilence] = 60
	if len(t.turns) > 0 {
		x[acceptSilence] = limit(s.between(t.turns[0].tip, t.first), 60)
	}
	if i := t.first - 1; i >= 0 && s.sentence[i] == t.sentence {
		x[wordBefore], x[wordBeforeVerb] = int16(s.parts[i].Cue)+8*int16(s.parts[i].Report), int16(s.parts[i].Verb)
	}
	return x
}
