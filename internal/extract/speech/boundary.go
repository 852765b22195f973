package speech

import (
	"strings"

	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/text"
)

// ambiguous are words that are nouns more often than verbs, and yet introduce words after a noun or a name: "the report states that".
var ambiguous = map[string]bool{"state": true, "states": true, "report": true, "reports": true, "charge": true, "charges": true, "claim": true, "claims": true,
	"note": true, "notes": true, "question": true, "questions": true, "label": true, "labels": true, "counsel": true, "counsels": true, "highlight": true, "highlights": true,
	"call": true, "calls": true, "caution": true, "cautions": true, "demand": true, "demands": true, "detail": true, "details": true, "detailed": true}

// predicate reports whether word j, which stands right after a noun or a name that the run r ends with, is the verb of a sentence, though
// it is not known as one: "the researchers extrapolated", "critics calling it", "the AP reports".
func (p *parser) predicate(r run, j int32) bool {
	w := p.Words[j]
	if w.Shape.Has(text.Capital) || p.Words[j-1].Shape.Has(text.Possessive) || adjectives[w.Of(p.Clean)] {
		return false
	}
	before, part, word := p.parts[j-1], p.parts[j], w.Of(p.Clean)
	last := p.Words[j-1].Of(p.Clean)
	noun := r.head == j-1 && (before.Head >= 3 || papers[last] || things[last] || p.isMember(j-1, j))
	name := r.head == None && r.nameFirst != None
	if !noun && !name {
		return false
	}
	if ambiguous[word] {
		return p.complemented(j)
	}
	several := strings.HasSuffix(last, "s")
	switch {
	case !noun:
		return false
	case strings.HasSuffix(word, "ed"):
		return part.Verb != 1
	case strings.HasSuffix(word, "ing"):
		return part.Verb != 1 && part.Head == 0 && (several || before.Class.Has(lexis.Male|lexis.Female) || p.complemented(j))
	case strings.HasSuffix(word, "s"):
		return !several && part.Head == 0 && part.Verb != 1
	}
	return several && part.Verb >= 3 && p.complemented(j)
}

// qualified reports whether word j is a participle before a noun, after an article or owner: "their stated mission".
func (p *parser) qualified(j int32) bool {
	n := j + 1
	if !strings.HasSuffix(p.Words[j].Of(p.Clean), "ed") || int(n) >= len(p.Words) || p.gap(n) != " " || p.isOutside(n) != p.isOutside(j) {
		return false
	}
	noun := p.parts[n]
	return p.parts[j-1].Class.Has(lexis.Determiner) && noun.Class&^(lexis.Male|lexis.Female) == 0 && noun.Verb <= 2 && !p.Words[n].Shape.Has(text.Capital)
}

// follow reports whether the verb of a sentence follows the run r that is not known as one, and takes it for a verb of saying from now on.
func (p *parser) follow(r run) bool {
	j := r.tip
	if int(j) >= len(p.Words) || p.gap(j) != " " || p.isOutside(j) != p.isOutside(r.first) || !p.predicate(r, j) {
		return false
	}
	part := &p.parts[j]
	part.Verb, part.Report = max(part.Verb, 5), max(part.Report, 3)
	if ambiguous[p.Words[j].Of(p.Clean)] {
		part.Cue, part.Report = max(part.Cue, 4), max(part.Report, 6)
	}
	return true
}

// complemented reports whether what follows word j is what a verb has beside it and a noun has not: an object, a clause, words in
// quotation marks, or the end of the sentence.
func (p *parser) complemented(j int32) bool {
	n := j + 1
	if int(n) >= len(p.Words) || p.gap(n) != " " || p.isOutside(n) != p.isOutside(j) {
		return true
	}
	c := p.parts[n].Class
	return c.Has(lexis.Determiner|lexis.Relative|lexis.Subject|lexis.Object) || c.Has(lexis.Conjunction) && !joins[p.Words[n].Of(p.Clean)] || c == 0 && p.Words[n].Shape.Has(text.Capital)
}

// joins are conjunctions between nouns too.
var joins = map[string]bool{"and": true, "or": true, "but": true, "nor": true, "as": true, "than": true}

// conjoins reports whether word i is "that" before a clause, and no part of the phrase that follows it: "said that the critics".
func (p *parser) conjoins(i int32) bool {
	if p.Words[i].Of(p.Clean) != "that" || int(i)+1 >= len(p.Words) || p.gap(i+1) != " " {
		return false
	}
	if p.parts[i+1].Class.Has(lexis.Determiner) || p.Words[i+1].Shape.Has(text.Capital) {
		return true
	}
	r := p.run(i)
	return r.head != None && numberOf(p.Words[r.head].Of(p.Clean)).Has(lexis.Plural)
}

// alone are words that stand for persons without a noun: "another said".
var alone = map[string]bool{"another": true, "one": true, "some": true, "many": true, "several": true, "most": true, "both": true, "two": true, "three": true}

// standsAlone reports whether word i, a determiner with no noun, is the subject of a verb of saying: "another said", "said one".
func (p *parser) standsAlone(r run) bool {
	i := r.first
	if r.tip != i+1 || r.head != None || r.nameFirst != None || !p.isOutside(i) || !alone[strings.ToLower(p.Words[i].Of(p.Clean))] {
		return false
	}
	if v := i + 1; int(v) < len(p.Words) && p.gap(v) == " " {
		return p.isOutside(v) && p.parts[v].Verb >= 4 && (p.parts[v].Cue >= 2 || p.parts[v].Report >= 5)
	}
	return i > 0 && p.gap(i) == " " && p.parts[i-1].Cue >= 4 && p.parts[i-1].Verb >= 5
}

// papers are main words of descriptions whose own words are quoted, though they are rarely said to speak.
var papers = func() map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(`caption case webpage ticket abstract petition suit editorial ad headline subhead slogan sign banner narrator summary transcript
		questioner answer question audience interviews clip handbook biography motto mission missions statute provision clause policy policies guidelines rules
		recommendations findings results signs banners posters notes exhibits court papers`) {
		m[w] = true
	}
	return m
}()

// heads reports whether the run r stands before a colon and words in quotation marks, with nothing before it ("Newsweek: “We will.”").
func (p *parser) heads(r run) bool {
	if !r.capitals || r.first > 0 && p.gap(r.first) == " " {
		return false
	}
	rest, found := strings.CutPrefix(p.Clean[p.Words[r.tip-1].End:], ":")
	rest = strings.TrimLeft(rest, " \n")
	return found && (strings.HasPrefix(rest, "“") || strings.HasPrefix(rest, "\""))
}
