package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// The words that lead to a role which somebody has or had: "served as", "was named", "became"; and those of which roles are named
// after "including".
var (
	servedAs = map[string]bool{"served": true, "serves": true, "serving": true, "serve": true, "worked": true, "works": true, "acted": true, "acts": true}
	namedTo  = map[string]bool{"named": true, "appointed": true, "elected": true, "confirmed": true, "became": true, "become": true, "becomes": true, "nominated": true}
	roleWord = map[string]bool{"roles": true, "posts": true, "positions": true, "jobs": true, "offices": true}
)

// maxCareer is how many words after a name the role is looked for.
const maxCareer = 16

// career returns the description of what the person r, the subject of the sentence, is said to be or to have been; None if nothing is.
func (s *Scene) career(i int) int32 {
	r := &s.Refs[i]
	if r.Inner || r.Order > 0 || s.Words[r.Tip-1].Shape.Has(text.Possessive) {
		return None
	}
	at := None // the word after which the role begins
	roles := false
	for v := r.Tip; int(v)+1 < len(s.Words) && v < r.Tip+maxCareer && s.sentence[v] == r.Sentence && s.isOutside(v); v++ {
		word := s.Words[v].Of(s.Clean)
		switch {
		case roleWord[word]:
			roles = true
		case servedAs[word] && s.Words[v+1].Of(s.Clean) == "as":
			at = v + 1
		case namedTo[word] && (strings.HasPrefix(word, "bec") || s.parts[v-1].Class.Has(lexis.Auxiliary)):
			at = v
		case roles && word == "including":
			at = v
		case s.parts[v].Class.Has(lexis.Subject) || s.parts[v].Cue >= 5:
			return None // another clause
		}
		if at != None {
			break
		}
	}
	if at == None {
		return None
	}
	for k := i + 1; k < len(s.Refs) && s.Refs[k].First <= at+1; k++ {
		if a := &s.Refs[k]; a.First == at+1 && a.Kind == Description && s.isRole(a.First, a.Head+1) {
			return int32(k) //nolint:gosec // fewer than bytes
		}
	}
	return None
}
