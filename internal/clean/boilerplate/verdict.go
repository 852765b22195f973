package boilerplate

import (
	"math"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// verdict returns the reason to drop the whole line; no rule if there is none.
func (j *judge) verdict() text.Change {
	own := 0
	for i := range j.sentences {
		s := &j.sentences[i]
		if s.own() {
			own += s.end - s.first
		}
	}
	if len(j.sentences) == 0 || float32(own) > ownShare*float32(len(j.words)) || j.sentences[0].own() && !j.isSlogan() {
		return text.Change{}
	}
	return j.from(0)
}

// prompts reports whether what was read does not begin like an article.
func (j *judge) prompts() bool {
	s := j.sentences
	return len(s) > 0 && (!s[0].own() || s[0].end <= maxSlogan && len(s) > 1 && s[1].lead)
}

// isSlogan reports whether the first sentence is a few words before a prompt that is far longer and end in a mark that prose
// seldom has: "Be quick! Sign up for …".
func (j *judge) isSlogan() bool {
	n := j.sentences[0].end
	if n > maxSlogan || len(j.words) < 4*n || !j.sentences[1].lead || strings.IndexByte("!?", j.line[j.words[n-1].end]) < 0 {
		return false
	}
	switch c := j.from(1); c.Rule {
	case Newsletter, Appeal, App, Share:
		return c.Confidence >= certain
	default:
		return false
	}
}

// from is what the sentences from n on say together.
func (j *judge) from(n int) text.Change {
	doubt, hint, best := float32(1), float32(0), evidence{}
	for i := n; i < len(j.sentences); i++ {
		s := &j.sentences[i]
		doubt *= s.doubt
		hint = max(hint, s.hint)
		if s.best.confidence > best.confidence {
			best = s.best
		}
	}
	return text.Change{
		Rule: best.rule, Detail: best.detail, Phrase: best.phrase,
		Confidence: roundDown(min(1-float32(doubt*(1-hint)), maxConfidence)),
	}
}

// roundDown cuts a confidence to two places: few values are few reasons, which segments share.
func roundDown(confidence float32) float32 {
	const slack = .01 // of a hundredth, which sums of hundredths may lack
	return float32(math.Floor(float64(float32(100*confidence)+slack))) / 100
}

// maxConfidence is as sure as several cues together can make.
const maxConfidence = .99

// suffix finds the boilerplate that is glued to the end of the line and returns the word that it begins with: the
// leftmost from which on every sentence is boilerplate. No rule: there is none.
func (j *judge) suffix() (int, text.Change) {
	at, why := 0, text.Change{}
	for n := len(j.sentences) - 1; n > 0; n-- {
		s := &j.sentences[n]
		if s.own() {
			break
		}
		if c := j.from(n); s.lead && c.Confidence >= suffixThreshold {
			c.Threshold = suffixThreshold
			at, why = s.first, c
		}
	}
	return at, why
}
