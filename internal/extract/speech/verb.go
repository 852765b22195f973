package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
)

// isCue reports whether word i can be a verb that introduces words.
func (s *Scene) isCue(i int32) bool {
	p := s.parts[i]
	return p.Verb >= 3 && (p.Cue >= 2 || p.Report >= 3)
}

// edge returns how far word i stands from t, negative before it.
func (s *Scene) edge(t *target, i int32) int16 {
	if int(s.Words[i].Start) < t.Start {
		return -1 - limit(s.between(i+1, t.first), 60)
	}
	return 1 + limit(s.between(t.tip, i), 60)
}

// verbs fills in the verbs of saying that belong to reference r.
func (s *Scene) verbs(t *target, r *Ref, x []int16) {
	x[nextFar], x[lastFar], x[nextEdge], x[lastEdge] = maxVerb+1, 4, 99, 99
	verb := None
	if v, ok := s.verbAfter(r); ok {
		verb = v
		s.next(t, r, v, x)
	}
	if int(r.Tip) < len(s.Words) {
		x[auxiliary] = oneIf(s.parts[r.Tip].Class.Has(lexis.Auxiliary))
	}
	if v, ok := s.verbBefore(r); ok {
		x[lastFar] = limit(r.First-v-1, 3)
		x[lastCue] = int16(s.parts[v].Cue)
		x[lastEdge] = s.edge(t, v)
		x[addressed] = oneIf(addressing[s.Words[v].Of(s.Clean)])
		if x[nextFar] > 3 {
			verb = v
		}
	}
	s.rivals(t, r, verb, x)
}

// next fills in the features of the verb v after reference r.
func (s *Scene) next(t *target, r *Ref, v int32, x []int16) {
	x[nextFar] = limit(s.between(r.Tip, v), maxVerb)
	x[nextCue], x[nextReport] = int16(s.parts[v].Cue), int16(s.parts[v].Report)
	x[nextEdge] = s.edge(t, v)
	x[nextCommas] = limit(strings.Count(s.Clean[r.End:s.Words[v].Start], ","), 3)
	others := int16(0)
	for k := s.refFrom(int(r.End)); int(k) < len(s.Refs) && s.Refs[k].First < v; k++ {
		if !s.Refs[k].Inner {
			others++
		}
	}
	x[nextOthers] = min(others, 6)
	for k := r.Tip; k < v; k++ {
		if s.parts[k].Class.Has(lexis.Relative) {
			x[nextSplit] |= 1
		}
		if !s.isOutside(k) {
			x[nextSplit] |= 2
		}
	}
	if strings.HasSuffix(s.Words[v].Of(s.Clean), "ing") {
		x[nextSplit] |= 4
	}
}

// addressing are verbs that the person spoken to follows.
var addressing = map[string]bool{"told": true, "tells": true, "telling": true, "tell": true, "asked": true, "asks": true, "asking": true, "informed": true,
	"reminded": true, "warned": true, "assured": true, "advised": true, "urged": true}

// verbAfter returns the next verb of saying after r in its sentence, outside stretches.
func (s *Scene) verbAfter(r *Ref) (int32, bool) {
	for v := r.Tip; int(v) < len(s.Words) && v < r.Tip+2*maxVerb && s.sentence[v] == r.Sentence; v++ {
		if s.between(r.Tip, v) > maxVerb {
			break
		}
		if s.isOutside(v) && s.isCue(v) {
			return v, true
		}
	}
	return 0, false
}

// verbBefore returns the verb of saying at most three words before r, its role included: "said the mayor, Ruth Adeyemi".
func (s *Scene) verbBefore(r *Ref) (int32, bool) {
	from := r.First
	if r.Kind == Named && r.Title < from && r.Entity != None {
		from = r.Title
	}
	for v := from - 1; v >= max(0, from-3); v-- {
		if !s.isOutside(v) || s.sentence[v] != r.Sentence || strings.ContainsAny(s.gap(v+1), ",;:.") {
			break
		}
		if s.isCue(v) {
			return v, true
		}
	}
	return 0, false
}

// rivals counts the other verbs of saying between the reference, or its verb, and the stretch.
func (s *Scene) rivals(t *target, r *Ref, verb int32, x []int16) {
	lo, hi := r.Tip, t.first
	if int(r.Start) >= t.Start {
		lo, hi = t.tip, r.First
	}
	n := int16(0)
	for k := max(lo, hi-60); k < min(hi, lo+60) && n < 6; k++ {
		if k != verb && s.isOutside(k) && s.parts[k].Cue >= 4 && s.parts[k].Verb >= 5 {
			n++
		}
	}
	x[rivals] = n
}
