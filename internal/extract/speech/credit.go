package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
)

// maxCredit is the most words of a line that does no more than name a source.
const maxCredit = 10

// creditOf says whether r is named as the source of t outside any sentence: 1 before it, before a colon ("BO: “…”"), 2 after it, after a
// dash (“…” — Ann Bo, pilot), 3 at the beginning of a short line after it; 0 not at all.
func (s *Scene) creditOf(t *target, r *Ref) int16 {
	if int(r.Start) < t.Start {
		return oneIf(int(r.End) <= t.Start && t.Start-int(r.End) <= maxGap && strings.TrimRight(s.Clean[r.End:t.Start], " \n") == ":")
	}
	gap := s.Clean[t.End:r.Start]
	if len(gap) > maxGap {
		return 0
	}
	dashed := strings.Trim(gap, " \n")
	switch {
	case dashed == "—" || dashed == "–" || dashed == "-" || dashed == "--" || dashed == "―":
		return 2
	case dashed == "" && strings.Contains(gap, "\n"):
		b := s.Blocks[s.block[r.Sentence]]
		tip := s.wordFrom(b.End)
		if tip-r.First <= maxCredit && s.verbal(r.Tip) != 2 && !strings.HasSuffix(strings.TrimRight(b.Of(s.Clean), " \n"), ".") {
			return 3
		}
	}
	return 0
}

// maxGap is the most bytes between a stretch and a source that is named beside it.
const maxGap = 12

// nesting counts the verbs of saying before r in its sentence, outside stretches.
func (s *Scene) nesting(r *Ref) int16 {
	n := int16(0)
	for i := r.First - 1; i >= max(0, r.First-maxNested) && s.sentence[i] == r.Sentence && n < 4; i-- {
		if s.parts[i].Cue >= 4 && s.parts[i].Verb >= 5 && s.isOutside(i) {
			n++
		}
	}
	return n
}

// maxNested is how many words before a reference are looked at.
const maxNested = 30

// verbal says what word i is: 2 a verb or an auxiliary, 1 an adverb, 0 something else.
func (s *Scene) verbal(i int32) int16 {
	if int(i) >= len(s.Words) || s.gap(i) != " " {
		return 0
	}
	switch p := s.parts[i]; {
	case p.Class.Has(lexis.Auxiliary) || p.Class == 0 && p.Verb >= 5:
		return 2
	case p.Class.Has(lexis.Adverb):
		return 1
	}
	return 0
}
