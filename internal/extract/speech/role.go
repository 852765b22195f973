package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// Role is a function in which a document presents a person.
type Role struct {
	Entity int32
	Span   text.Span
}

// Roles appends to dst the roles of persons: what stands right before a name ("U.S. ambassador Ann Bo"), beside it after a comma
// ("Ann Bo, the mayor of Saltmarsh," and "the mayor of Saltmarsh, Ann Bo,"), and after "is" or "was". Articles are left out.
func (s *Scene) Roles(dst []Role, pace *text.Pace) ([]Role, error) {
	for i := range s.Refs {
		if err := pace.Step(wordWork); err != nil {
			return dst, err
		}
		r := &s.Refs[i]
		if r.Kind != Named || r.Entity == None || s.Entities[r.Entity].Type != Person {
			continue
		}
		if first, tip := s.withoutArticle(r.Title), r.First; first < tip && !s.parts[tip-1].Class.Has(lexis.Courtesy) && s.isRole(first, tip) {
			dst = append(dst, Role{r.Entity, s.Words[first].Span().Cover(s.Words[tip-1].Span())})
		}
		if k := s.beside(i); k != None {
			a := &s.Refs[k]
			first, tip := s.withoutArticle(a.First), s.office(a.Tip)
			dst = append(dst, Role{r.Entity, s.Words[first].Span().Cover(s.Words[tip-1].Span())})
		}
	}
	return dst, nil
}

// beside returns the description that stands beside the name at position i and gives the role of its bearer; None if there is none.
func (s *Scene) beside(i int) int32 {
	r := &s.Refs[i]
	for k := i + 1; k < len(s.Refs) && s.Refs[k].First <= r.Tip+2; k++ {
		a := &s.Refs[k]
		if a.Kind != Description || !s.isRole(a.First, s.Refs[k].Head+1) {
			continue
		}
		between := s.Clean[r.End:a.Start]
		if between == ", " || between == " is " || between == " was " || between == ", who is " {
			return int32(k) //nolint:gosec // fewer than bytes
		}
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		a := &s.Refs[k]
		if a.Kind == Description && a.Tip <= r.First && s.Clean[a.End:r.Start] == ", " && s.isRole(a.First, a.Head+1) && s.named(r) &&
			(s.parts[a.First].Class.Has(lexis.Determiner) || s.Words[a.Head].Shape.Has(text.Capital)) {
			return int32(k) //nolint:gosec // fewer than bytes
		}
	}
	return None
}

// named reports whether a comma, a verb or the end of the sentence follows r, so that what stands before it is no list.
func (s *Scene) named(r *Ref) bool {
	rest := s.Clean[r.End:]
	if int(r.Tip) < len(s.Words) && s.parts[r.Tip].Verb >= 5 {
		return true
	}
	return rest == "" || strings.IndexByte(",.;\n", rest[0]) >= 0
}

// isRole reports whether words first to tip, of which the last is the main one, are a role.
func (s *Scene) isRole(first, tip int32) bool {
	for i := tip - 1; i >= max(first, tip-2); i-- {
		part := s.parts[i]
		if part.Head >= 3 || part.Class.Has(lexis.Male|lexis.Female) && part.Class&^(lexis.Male|lexis.Female) == 0 || gazetteer.Look(s.Words[i].Of(s.Clean)).Has(gazetteer.Title) {
			return true
		}
	}
	return false
}

// withoutArticle returns the first word from i on that is no article.
func (s *Scene) withoutArticle(i int32) int32 {
	for int(i) < len(s.Words) && articles[strings.ToLower(s.Words[i].Of(s.Clean))] {
		i++
	}
	return i
}

var articles = map[string]bool{"the": true, "a": true, "an": true, "one": true}

// office returns the word after a role that ends before word tip, with the place or body that it is held for: "to Afghanistan and
// Iraq", "at the University of Larch".
func (s *Scene) office(tip int32) int32 {
	p := parser{Scene: s}
	if int(tip) < len(s.Words) {
		p.name = s.nameFrom(s.Words[tip].Start)
	}
	for range maxPhrases {
		if int(tip)+1 >= len(s.Words) || s.gap(tip) != " " || s.gap(tip+1) != " " {
			break
		}
		switch s.Words[tip].Of(s.Clean) {
		case "of", "for", "to", "at", "in", "and":
		default:
			return tip
		}
		next := p.run(tip + 1)
		if next.tip == next.first || s.Words[tip].Of(s.Clean) == "and" && next.nameFirst == None {
			break
		}
		tip = next.tip
	}
	return tip
}

// nameFrom returns the position of the first name that ends after offset at.
func (s *Scene) nameFrom(at int32) int32 {
	lo, hi := 0, len(s.Names)
	for lo < hi {
		if m := (lo + hi) / 2; s.Names[m].End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return int32(lo)
}

// IsTitled reports whether a title stands right before the name r: "Mr.", "President".
func (s *Scene) IsTitled(r *Ref) bool {
	if s.Words[r.First].Start > r.Start && s.parts[max(r.First-1, 0)].Class.Has(lexis.Courtesy) {
		return true
	}
	if r.First == 0 || r.Title == r.First {
		return false
	}
	w := s.Words[r.First-1]
	return w.Shape.Has(text.Capital) && gazetteer.Look(w.Of(s.Clean)).Has(gazetteer.Title)
}
