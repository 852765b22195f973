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
// ("Ann Bo, the mayor of Saltmarsh," and "the mayor of Saltmarsh, Ann Bo,"), after "is" or "was",
// and after "served as" and the like. Articles are left out.
func (s *Scene) Roles(dst []Role, pace *text.Pace) ([]Role, error) {
	for i := range s.Refs {
		if err := pace.Step(wordWork); err != nil {
			return dst, err
		}
		r := &s.Refs[i]
		if r.Kind != Named || r.Entity == None || s.Entities[r.Entity].Type != Person {
			continue
		}
		first, tip := s.withoutArticle(r.Title), r.First
		for first < tip && s.parts[tip-1].Class.Has(lexis.Courtesy) {
			tip--
		}
		if first < tip && s.isRole(first, tip) {
			dst = append(dst, Role{r.Entity, s.Words[first].Span().Cover(s.Words[tip-1].Span())})
		}
		for _, k := range [...]int32{s.beside(i), s.career(i)} {
			if k == None {
				continue
			}
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
	end := s.pastDetails(r)
	for k := i + 1; k < len(s.Refs) && int(s.Refs[k].Start) <= end+len(", who is "); k++ {
		a := &s.Refs[k]
		if a.Kind != Description || int(a.Start) < end || !s.isRole(a.First, s.Refs[k].Head+1) {
			continue
		}
		between := s.Clean[end:a.Start]
		if between == ", " && s.verbal(a.Tip) != 2 || between == " is " || between == " was " || between == ", who is " {
			return int32(k) //nolint:gosec // fewer than bytes
		}
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		a := &s.Refs[k]
		if a.Kind == Description && a.Tip <= r.First && s.Clean[a.End:r.Start] == ", " && s.isRole(a.First, a.Head+1) && s.named(r) &&
			(s.parts[a.First].Class.Has(lexis.Determiner) || s.Words[a.Head].Shape.Has(text.Capital) || s.owned(a.First, a.Head)) {
			return int32(k) //nolint:gosec // fewer than bytes
		}
	}
	return None
}

// owned reports whether an owner is among words first to tip: "Mr. Bo's deputy".
func (s *Scene) owned(first, tip int32) bool {
	for i := first; i < tip; i++ {
		if s.Words[i].Shape.Has(text.Possessive) {
			return true
		}
	}
	return false
}

// named reports whether a comma, a verb or the end of the sentence follows r, so that what stands before it is no list.
func (s *Scene) named(r *Ref) bool {
	rest := s.Clean[r.End:]
	if int(r.Tip) < len(s.Words) && s.parts[r.Tip].Verb >= 5 {
		return true
	}
	return rest == "" || strings.IndexByte(",.;\n", rest[0]) >= 0
}

// isRole reports whether words first to tip, of which the last is the main one, are a role of one person.
func (s *Scene) isRole(first, tip int32) bool {
	if number := numberOf(s.Words[tip-1].Of(s.Clean)); number != 0 || strings.EqualFold(s.Words[first].Of(s.Clean), "no") {
		return false
	}
	for i := tip - 1; i >= max(first, tip-2); i-- {
		part := s.parts[i]
		word := withoutPrefix(s.Words[i].Of(s.Clean))
		if part.Head >= 3 || part.Class.Has(lexis.Male|lexis.Female) && part.Class&^(lexis.Male|lexis.Female) == 0 || isTitle(word) || members[word] || offices[word] {
			return true
		}
	}
	return false
}

// isTitle reports whether word is a title, whether or not it begins with a capital.
func isTitle(word string) bool {
	if word != "" && 'a' <= word[0] && word[0] <= 'z' {
		word = string(word[0]-'a'+'A') + word[1:]
	}
	return gazetteer.Look(word).Has(gazetteer.Title)
}

// withoutPrefix is a word without what tells the time of a role: "then-President".
func withoutPrefix(word string) string {
	for _, p := range [...]string{"then-", "Then-", "ex-", "Ex-"} {
		if rest, ok := strings.CutPrefix(word, p); ok {
			return rest
		}
	}
	return word
}

// offices are roles that no list of titles has.
var offices = map[string]bool{"CEO": true, "C.E.O.": true, "C.E.O": true, "CFO": true, "CTO": true, "COO": true, "co-host": true, "host": true, "co-founder": true, "cofounder": true,
	"co-chair": true, "co-author": true, "anchorman": true, "commentator": true, "columnist": true, "dean": true, "deputy": true}

// withoutArticle returns the first word from i on that is no article, and no verb of which the role is the object: "the", "told".
func (s *Scene) withoutArticle(i int32) int32 {
	for int(i) < len(s.Words) {
		word := s.Words[i].Of(s.Clean)
		verb := (s.parts[i].Verb >= 5 || strings.HasSuffix(word, "ing")) && !s.Words[i].Shape.Has(text.Capital) && !adjectives[word]
		if !articles[strings.ToLower(word)] && !verb {
			break
		}
		i++
	}
	return i
}

var articles = map[string]bool{"the": true, "a": true, "an": true, "one": true, "that": true, "this": true}

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
		case "of", "for", "to", "at", "in", "on", "and":
		default:
			return tip
		}
		next := p.run(tip + 1)
		if next.tip == next.first || s.Words[tip].Of(s.Clean) == "and" && (next.nameFirst == None || next.name != None) {
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
