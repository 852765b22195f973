package speech

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// described reports whether the run r is a description of somebody who might speak: its main word does so in the news, or it
// stands beside a verb of saying.
func (p *parser) described(r run) bool {
	if r.head == None || r.name != None {
		return false
	}
	head := p.parts[r.head]
	if word := p.Words[r.head].Of(p.Clean); head.Head > 0 || head.Class.Has(lexis.Male|lexis.Female) || p.isMember(r.head, r.head+1) || offices[word] || papers[word] {
		return true
	}
	if !p.isOutside(r.first) {
		return false
	}
	if p.heads(r) {
		return true
	}
	if t := r.tip; int(t) < len(p.Words) && p.gap(t) == " " && p.acts(r, t) {
		return true
	}
	first := p.counted(r.first)
	return first > 0 && p.gap(first) == " " && (p.parts[first-1].Cue >= 4 && p.parts[first-1].Verb >= 5 || p.credited(first))
}

// acts reports whether word i, the one after the run r, is a verb of saying, or leads to one: "has said", "seriously advises".
func (p *parser) acts(r run, i int32) bool {
	verb := p.parts[i].Verb
	if p.parts[i].Class.Has(lexis.Auxiliary | lexis.Adverb) {
		return (r.determined || r.capitals) && p.speaks(i)
	}
	return p.isCue(i) && (r.determined || verb >= 5 || strings.HasSuffix(p.Words[i].Of(p.Clean), "ing")) || verb >= 5 && p.leadsTo(i, "that")
}

// credited reports whether "according to" or "per" stands before word i.
func (p *parser) credited(i int32) bool {
	switch strings.ToLower(p.Words[i-1].Of(p.Clean)) {
	case "to":
		return i > 1 && strings.EqualFold(p.Words[i-2].Of(p.Clean), "according")
	case "per":
		return true
	}
	return false
}

// addDescription lists the description r, before the names in it, which are listed from position from on.
func (p *parser) addDescription(r run, from int) {
	head := p.parts[r.head]
	ref := Ref{First: p.counted(r.first), Tip: r.tip, Kind: Description, Head: r.head, Class: head.Class, Grade: head.Head}
	ref.Class |= numberOf(p.Words[r.head].Of(p.Clean))
	if r.capitals && !r.determined && head.Head < 5 && head.Class == 0 && !p.isMember(r.head, r.head+1) {
		ref.Kind, ref.Entity = Named, None // a name that the tagger has missed
		ref.First = p.untitled(ref.First, r.tip)
	}
	ref.Tip = p.extended(r)
	p.add(ref)
	last := len(p.Refs) - 1
	added := p.Refs[last]
	copy(p.Refs[from+1:], p.Refs[from:last])
	p.Refs[from] = added
}

// untitled returns the first word of the name that ends before word tip, after the role that it begins with: "Vice President Bo".
func (p *parser) untitled(first, tip int32) int32 {
	for i := tip - 2; i >= first; i-- {
		if p.parts[i].Head >= 5 || offices[p.Words[i].Of(p.Clean)] {
			return i + 1
		}
	}
	return first
}

// things are main words of descriptions that are bodies or papers, not persons.
var things = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`company agency court department report suit lawsuit government administration campaign police committee group study poll
		statement team party office house senate congress paper newspaper website site ministry panel board union bank firm city state country memo letter
		document release bill law organization organisation university school hospital church army military commission council association foundation
		institute network magazine journal post article story survey filing complaint order ruling decision indictment affidavit email tweet message note
		page book film movie show program regime kingdom nation town county village corporation business industry airline league club public media press
		crowd community coalition movement service bureau center centre authority embassy parliament opposition majority minority`) {
		m[w] = true
	}
	return m
}()

// numberOf classes the main word of a description: a thing, or several.
func numberOf(word string) lexis.Class {
	word = strings.ToLower(word)
	switch n := len(word); {
	case things[word]:
		return lexis.Thing
	case n > 2 && word[n-1] == 's' && word[n-2] != 's' || word == "people" || word == "men" || word == "women":
		return lexis.Plural
	}
	return 0
}

// The prepositions that go on with a description: always, or where a verb of saying follows.
var (
	alwaysOn  = [...]string{"of", "for"}
	perhapsOn = [...]string{"in", "at", "from", "with", "to", "on", "against", "near"}
)

// maxPhrases is how many phrases with prepositions go on with a description, at most.
const maxPhrases = 3

// extended returns the word after the description r and the phrases that belong to it: "a spokesman for the town".
func (p *parser) extended(r run) int32 {
	sure, tip := r.tip, r.tip
	certain := true
	for range maxPhrases {
		if int(tip)+1 >= len(p.Words) || p.gap(tip) != " " || p.gap(tip+1) != " " || p.isOutside(tip) != p.isOutside(r.first) || p.isOutside(tip+1) != p.isOutside(r.first) {
			break
		}
		word := p.Words[tip].Of(p.Clean)
		if !slices.Contains(alwaysOn[:], word) {
			if !slices.Contains(perhapsOn[:], word) {
				break
			}
			certain = false
		}
		next := p.run(tip + 1)
		if next.tip == next.first {
			break
		}
		tip = next.tip
		if certain || p.speaks(tip) {
			sure = tip
		}
	}
	return sure
}

// speaks reports whether a verb of saying follows right before word i, or after an auxiliary or adverb.
func (p *parser) speaks(i int32) bool {
	for range 2 {
		if int(i) >= len(p.Words) || p.gap(i) != " " {
			return false
		}
		if part := p.parts[i]; part.Cue >= 4 && part.Verb >= 5 {
			return true
		} else if !part.Class.Has(lexis.Auxiliary | lexis.Adverb) {
			return false
		}
		i++
	}
	return false
}

// countable are words that count a group of which the next words are the rest: "nine of the councillors", "12 percent of voters".
var countable = map[string]bool{
	"one": true, "two": true, "three": true, "four": true, "five": true, "six": true, "seven": true, "eight": true, "nine": true, "ten": true, "some": true, "most": true, "many": true,
	"several": true, "few": true, "none": true, "all": true, "both": true, "half": true, "each": true, "percent": true, "majority": true, "members": true, "dozens": true, "hundreds": true,
}

// counted returns the first word of the description that begins at word i with what counts it.
func (p *parser) counted(i int32) int32 {
	if i < 2 || p.gap(i) != " " || p.gap(i-1) != " " || p.Words[i-1].Of(p.Clean) != "of" || !p.isOutside(i-2) || !countable[strings.ToLower(p.Words[i-2].Of(p.Clean))] {
		return i
	}
	first := i - 2
	for range 2 {
		if first == 0 || p.gap(first) != " " {
			break
		}
		w := p.Words[first-1]
		if !p.parts[first-1].Class.Has(lexis.Determiner) && !w.Shape.Has(text.HasDigit) {
			break
		}
		first--
	}
	return first
}

// enclose marks what stands inside the phrases that go on with a description: "the town" in "a spokesman for the town".
func (s *Scene) enclose() {
	tip := int32(0)
	for i := range s.Refs {
		r := &s.Refs[i]
		if r.First < tip {
			r.Enclosed = true
		} else if r.Kind == Description {
			tip = r.Tip
		}
	}
}
