package speech

import (
	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// appose marks descriptions that stand beside a name and mean the same, and so are no speakers of their own: "Ann Bo, a friend of the
// mayor, said", "their lawyer, Ann Bo, said".
func (s *Scene) appose() {
	last := None // the last name that is no part of a description
	for i := range s.Refs {
		r := &s.Refs[i]
		switch {
		case r.Inner:
		case r.Kind == Named && r.Entity != None && s.Entities[r.Entity].Type == Person:
			last = int32(i)
			if k := s.beside(i); k != None {
				s.Refs[k].Apposed = true
			}
		case r.Kind == Description && last != None:
			r.Apposed = r.Apposed || s.explains(r, &s.Refs[last])
		}
	}
}

// follows reports whether a comma stands between the name n, with its details, and r.
func (s *Scene) follows(n, r *Ref) bool {
	end := s.pastDetails(n)
	return end <= int(r.Start) && s.Clean[end:r.Start] == ", "
}

// explains reports whether the description r, right after the name n and a comma, says who that is.
func (s *Scene) explains(r, n *Ref) bool {
	if r.Sentence != n.Sentence || !s.follows(n, r) || !s.parts[r.First].Class.Has(lexis.Determiner) {
		return false
	}
	return !s.Words[r.First].Shape.Has(text.Capital) && s.verbal(r.Tip) != 2
}
