package extract

import (
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// cueVerbs are verbs that attribute words to somebody, in the forms in which news use them.
var cueVerbs = set(`said says say saying told tells tell wrote writes write writing added adds adding stated states stating asked asks asking tweeted
	tweets argued argues arguing explained explains noted notes noting continued continues declared declares insisted insists warned warns
	warning replied replies announced claimed claims claiming concluded concludes recalled recalls called calls calling testified fumed
	advised suggested suggests urged urges denounced touted observed observes fretted echoed responded responds acknowledged predicted
	emphasized emphasised admitted admits reported described describes describing criticized criticised blasted mused
	quipped joked complained maintained asserted contended alleged vowed pledged promised promising remarked commented posted shouted
	cried exclaimed whispered answered repeated reiterated stressed lamented estimated cautioned pointed reads concedes conceded knocked slammed accused`)

// pronouns stand for a speaker.
var pronouns = set("he she He She they They I it It we We")

// How far from a quotation its cue is looked for, in bytes.
const (
	maxCueAfter  = 160
	maxCueBefore = 320
)

// attribute finds who speaks. The mark at the end of the words says where: after a comma, a question or an exclamation the
// sentence goes on with its cue; after a full stop it is over, and words without a mark are a part of the sentence before them.
// A quotation that goes on with the one before has its speaker unless it has a cue of its own. Where there is no cue, it is
// whoever the sentence names first.
func (f *quotationFinder) attribute(q *Quotation, block, before text.Span, next int, goesOn bool) {
	clean := f.x.d.Clean
	after := text.Span{Start: next, End: min(block.End, next+maxCueAfter)}
	after.End = after.Start + clauseEnd(clean[after.Start:after.End])
	from := max(before.Start, before.End-maxCueBefore)
	lead := text.Span{Start: from + sentenceStart(clean[from:before.End]), End: before.End}
	mark, _ := utf8.DecodeLastRuneInString(q.Text)
	switch {
	case strings.ContainsRune(",?!—-…;", mark):
		if f.cue(q, after, true) || goesOn || f.cue(q, lead, false) {
			return
		}
	case f.cue(q, lead, false) || goesOn:
		return
	case mark != '.' && f.cue(q, after, true):
		return
	}
	if m := f.named.first(clean, lead, nil); m != nil {
		q.Speaker = m.speaker(clean)
		return
	}
	if lead.Start > from && strings.HasSuffix(strings.TrimSpace(clean[from:lead.Start]), ":") {
		f.cue(q, text.Span{Start: from, End: lead.Start}, false)
	}
}

// clauseEnd returns where the clause ends that s begins with: at the end of the sentence, or at the next quotation.
func clauseEnd(s string) int {
	for i := range len(s) {
		switch s[i] {
		case '"', '\n', '!', '?':
			return i
		case '.':
			if (i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n') && i > 3 {
				if class, _ := text.LookAbbreviation(s[strings.LastIndexByte(s[:i], ' ')+1 : i]); class == 0 {
					return i
				}
			}
		case 0xE2:
			if strings.HasPrefix(s[i:], "“") {
				return i
			}
		}
	}
	return len(s)
}

// sentenceStart returns where the sentence begins that s ends with.
func sentenceStart(s string) int {
	for at := len(s); ; {
		i := strings.LastIndexAny(s[:at], ".!?\n”\"")
		if i < 0 {
			return 0
		}
		if s[i] == '.' {
			if class, _ := text.LookAbbreviation(s[strings.LastIndexAny(s[:i], " \n")+1 : i]); class != 0 || i+1 < len(s) && s[i+1] != ' ' {
				at = i
				continue
			}
		}
		return i + 1
	}
}

// cue finds a verb of saying in s, and the speaker beside it. In what follows a quotation the first verb counts, in what leads to
// one the last.
func (f *quotationFinder) cue(q *Quotation, s text.Span, isAfter bool) bool {
	clean := f.x.d.Clean
	words := text.WordsIn(f.x.words, s)
	for k := range words {
		i := k
		if !isAfter {
			i = len(words) - 1 - k
		}
		if isSource(clean, words[i:]) {
			if speaker := f.source(words[i+1:], s); speaker != nil {
				q.CueVerb, q.Speaker = "according to", speaker
				return true
			}
		}
		if !cueVerbs[words[i].Of(clean)] {
			continue
		}
		if speaker := f.subject(words, i, s, isAfter); speaker != nil {
			q.CueVerb, q.Speaker = words[i].Of(clean), speaker
			return true
		}
		if q.CueVerb == "" {
			q.CueVerb = words[i].Of(clean)
		}
	}
	return false
}

// isSource reports whether words begin with "according to".
func isSource(clean string, words []text.Word) bool {
	return len(words) > 2 && strings.EqualFold(words[0].Of(clean), "according") && words[1].Of(clean) == "to"
}

// source is what stands after "according to", whose last word is words[0].
func (f *quotationFinder) source(words []text.Word, s text.Span) *Speaker {
	if m := f.named.inPhrase(f.x.d.Clean, int(words[0].End), s.End); m != nil {
		return m.speaker(f.x.d.Clean)
	}
	if p := phraseAfter(f.x.d.Clean, words); p != nil {
		return f.described(*p)
	}
	return nil
}

// subject finds who does the saying that the verb words[i] names, in s. In the order of trust: a pronoun right before the verb;
// after a quotation a name or description right after the verb; a name before the verb, the first of the clause if a comma
// stands before the verb ("Okafor, who runs the line, said"), else the last; a description right before the verb.
func (f *quotationFinder) subject(words []text.Word, i int, s text.Span, isAfter bool) *Speaker {
	clean := f.x.d.Clean
	verb := int(words[i].Start)
	if i > 0 && pronouns[words[i-1].Of(clean)] {
		return f.pronoun(words[i-1])
	}
	if m := f.named.endingAt(verb - 1); m != nil && m.Place.Clean.Start >= s.Start {
		return m.speaker(clean)
	}
	if isAfter && i <= maxInverted {
		if m := f.named.inPhrase(clean, int(words[i].End), s.End); m != nil {
			return m.speaker(clean)
		}
		if p := phraseAfter(clean, words[i:]); p != nil {
			return f.described(*p)
		}
	}
	p := phraseBefore(clean, words[:i])
	m := f.named.before(clean, s.Start, verb)
	if m != nil && (p == nil || m.Place.Clean.End > p.Start) {
		return m.speaker(clean)
	}
	if p != nil {
		return f.described(*p)
	}
	if m != nil {
		return m.speaker(clean)
	}
	return nil
}

// maxInverted is the most words between a quotation and a verb that its subject follows: "…," later said the mayor.
const maxInverted = 1

// maxTitle is the most bytes of a title before a name.
const maxTitle = 40

// pronoun is the speaker that a pronoun stands for: the person named last before it, outside quotations.
func (f *quotationFinder) pronoun(w text.Word) *Speaker {
	p := &Speaker{Text: w.Of(f.x.d.Clean), Place: placeOf(f.x.d, w.Span())}
	switch strings.ToLower(p.Text) {
	case "he", "she":
		p.Name = f.antecedent(int(w.Start))
	}
	return p
}

// antecedent is the name of the person whom "he" or "she" at offset at means: the first person of the sentence before, or of
// the own up to there, who is named outside quotations and not as an owner ("Okafor’s"); else the one named last.
func (f *quotationFinder) antecedent(at int) string {
	all := f.x.sentences
	own := sort.Search(len(all), func(i int) bool { return all[i].End > at })
	for k := own; k >= max(0, own-maxBack); k-- {
		if k == len(all) {
			continue
		}
		s := text.Span{Start: all[k].Start, End: min(at, all[k].End)}
		if m := f.named.first(f.x.d.Clean, s, f.x.facts.Quotations); m != nil {
			return m.entity.Name
		}
	}
	return f.named.lastPerson(at, f.x.facts.Quotations)
}

// maxBack is how many sentences are gone back over for what a pronoun means.
const maxBack = 3

// described is the speaker that s describes, who has no name.
func (f *quotationFinder) described(s text.Span) *Speaker {
	return &Speaker{Text: s.Of(f.x.d.Clean), Place: placeOf(f.x.d, s)}
}

// determiners begin a description: "the mayor", "a spokesman".
var determiners = set("the a an one another his her their its some many several this these that The A An One Another His Her Their Its Some Many Several This These That")

// maxDescription is the most words of a description.
const maxDescription = 4

// phraseAfter is the description right after words[0], nil if there is none.
func phraseAfter(clean string, words []text.Word) *text.Span {
	if len(words) < 3 || !determiners[words[1].Of(clean)] || clean[words[0].End:words[1].Start] != " " {
		return nil
	}
	n := 3
	for n < min(len(words), maxDescription+1) && clean[words[n-1].End:words[n].Start] == " " && !functionWords[words[n].Of(clean)] {
		n++
	}
	s := words[1].Span().Cover(words[n-1].Span())
	return &s
}

// phraseBefore is the description that words end with, nil if they end with none.
func phraseBefore(clean string, words []text.Word) *text.Span {
	last := len(words) - 1
	for k := last; k >= max(0, last-maxDescription+1); k-- {
		word := words[k].Of(clean)
		switch {
		case determiners[word] && k < last:
			s := words[k].Span().Cover(words[last].Span())
			return &s
		case functionWords[word] || k < last && clean[words[k].End:words[k+1].Start] != " ":
			return nil
		}
	}
	return nil
}

// functionWords end a description.
var functionWords = set("and or but that which who to in on at of for with from by as when while after before during about is was were has had have be been not if than then so because")
