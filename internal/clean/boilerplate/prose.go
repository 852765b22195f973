package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// proseWords are the classes of words by which a sentence that only begins like a prompt is recognised as prose.
var proseWords = []classWord{
	// The simple past, of verbs whose participle differs: a participle is at home in prompts ("made possible by").
	{past, "was were wasn't weren't had did didn't went came became took gave began knew wrote saw fell grew rose drove broke chose spoke ran " +
		"swam drew flew threw wore ate drank sang sank shook stole used " +
		"war waren hatte hatten wurde wurden kam ging sagte était étaient avait avaient fut furent era eran fue fueron había dijo erano aveva " +
		"disse foi foram tinha был была было были costaba disait сказал сказала был była było były powiedział dedi oldu"},

	// What follows the name of a thing in a statement about it.
	{stating, "is are isn't aren't was were has have had does do did means meant appears appeared became remains remained began becomes " +
		"belongs refers это является являются хранятся хранится gives goes went took comes came makes says stands pays must should"},

	{subordinate, "until unless wherever whenever although though because twice whereas"},

	// What a guide asks for next. What prompts ask for next ("and click Subscribe") is not among them.
	{guiding, "choose open close run set type copy paste restart scan write print turn move wait unpack configure stop remove delete put press"},

	// How prompts begin, beside verbs that ask for something.
	{addressing, "you your you're you've we we're we'd we'll our us i i'm i'd i'll my me to by for if want need please thank thanks never don't not " +
		"no already like love enjoy new free all every each as when this these newsletter photo image note disclaimer disclosure editor's copyright " +
		"have has are do did does can what who how help with daily weekly monthly latest"},

	// What is named beside cookies.
	{beside, "similar other related comparable tracking technologies like local pixels beacons data third third-party web analytics our to " +
		"storage identifiers scripts tags trackers fingerprinting process collect"},
}

// minSubject is the number of words before a match from which on they may be the subject of a sentence about something else.
const minSubject = 5

// maxProse is the confidence that a phrase may reach in a sentence of prose: no more than a hint.
const maxProse = .7

// isProse reports whether what surrounds a match from word i to e.end shows that the sentence only says what a prompt says: it
// reports or states something, quotes the prompt, or guides its reader through several steps. A title that the match
// points to proves nothing.
func (j *judge) isProse(s *sentence, e evidence, i int) bool {
	if e.rule == Credit || e.detail != "" {
		return false
	}
	end := min(e.end, s.end)
	if (e.position < within || j.isSubject(s, i)) && j.isStated(s, end) || j.closesQuotation(s, end) {
		return true
	}
	if e.rule == Cookies && j.isConcoction(s, i, end) {
		return true
	}
	if e.position >= within && e.confidence < sure && i-s.first >= minSubject && hasSubject(e.rule) && !j.addresses(s, i) {
		return true
	}
	if e.rule == Contact && s.has(j, i, end, mail) || j.pointsToTitle(s, end) {
		return false
	}
	return j.isReport(s, e, i, end) || j.isGuide(s, i)
}

// hasSubject reports whether a sentence about something else than its text may hold a phrase of the rule.
func hasSubject(rule text.Rule) bool {
	return rule == Newsletter || rule == Appeal || rule == App || rule == Advert
}

// addresses reports whether a sentence with a match at word i begins as prompts and notices do, with a verb that asks for
// something or a word that addresses the reader, or whether a colon comes before the match.
func (j *judge) addresses(s *sentence, i int) bool {
	return j.words[i-1].shape.has(colon) || j.is(s.first, asking|addressing) || s.end-s.first > 1 && j.is(s.first+1, asking|addressing)
}

// has reports whether one of words[from:to] has a shape of sh.
func (s *sentence) has(j *judge, from, to int, sh shape) bool {
	for _, w := range j.words[from:to] {
		if w.shape.has(sh) {
			return true
		}
	}
	return false
}

func (j *judge) is(i int, c class) bool { return lexicon.classes[j.words[i].id].has(c) }

// pointsToTitle reports whether a title follows the match that ends before word end: after a colon, or in capitals.
func (j *judge) pointsToTitle(s *sentence, end int) bool {
	return end < s.end && (j.words[end-1].shape.has(colon) || j.words[end].shape.has(capital))
}

// isSubject reports whether a match at word i is the subject of its sentence: an article before it begins the sentence.
func (j *judge) isSubject(s *sentence, i int) bool {
	return i == s.first+1 && (j.words[s.first].id == lexicon.the || j.words[s.first].id == lexicon.a)
}

// isStated reports whether a statement about the match follows it at once: "© means that …", "“Read more” is a …".
func (j *judge) isStated(s *sentence, end int) bool {
	for end < s.end && j.words[end].shape.has(number) {
		end++
	}
	return end < s.end && !j.words[end].shape.has(capital) && j.is(end, stating)
}

// closesQuotation reports whether the sentence begins with a quotation that ends inside it, with or after the match that ends
// before word end.
func (j *judge) closesQuotation(s *sentence, end int) bool {
	if !j.words[s.first].shape.has(quotedWord) {
		return false
	}
	for i := max(end, s.first+1); i < s.end; i++ {
		if j.words[i].shape.has(afterQuote) && !j.words[i].shape.has(capital|number) {
			return true
		}
	}
	return false
}

// isReport reports whether the sentence tells in the simple past what happened, or what somebody said in other words than those
// after a colon.
func (j *judge) isReport(s *sentence, e evidence, i, end int) bool {
	comma := false
	for k := s.first; k < s.end; k++ {
		if i <= k && k < end {
			continue
		}
		w := &j.words[k]
		comma = comma || k >= end && w.shape.has(afterComma)
		switch c := lexicon.classes[w.id]; {
		case w.shape.has(capital):
		case c.has(past) && e.rule != Origin && e.rule != Age && (k >= end || e.position >= within):
			return true
		case c.has(speech) && comma, e.rule == Origin && k >= end && w.shape.has(afterComma) && w.id == lexicon.the:
			return true
		}
	}
	return false
}

// isGuide reports whether the sentence goes on after word i as instructions do: with a condition, or a step of a kind that
// no prompt asks for.
func (j *judge) isGuide(s *sentence, i int) bool {
	for k := i + 1; k < s.end; k++ {
		w := &j.words[k]
		switch {
		case w.shape.has(capital):
		case j.is(k, subordinate):
			return true
		case w.id == lexicon.before && k+1 < s.end && (j.words[k+1].id == lexicon.you || j.words[k+1].id == lexicon.the):
			return true
		case j.is(k, guiding) && (w.shape.has(afterComma) || j.words[k-1].id == lexicon.and || j.words[k-1].id == lexicon.then):
			return true
		}
	}
	return false
}

// isConcoction reports whether a sentence about cookies is about biscuits, or about what some site does to others: it has a
// thing beside cookies that no notice names, or its subject is "the site" or "a site" and it addresses nobody.
func (j *judge) isConcoction(s *sentence, i, end int) bool {
	if j.words[end-1].id == lexicon.cookies && end+1 < s.end && j.words[end].id == lexicon.and && !j.is(end+1, beside) && !j.words[end+1].shape.has(capital) {
		return true
	}
	if j.words[end-1].id != lexicon.cookies || i == s.first || j.words[i].id == lexicon.we || j.words[i-1].id != lexicon.the && j.words[i-1].id != lexicon.a {
		return false
	}
	for _, w := range j.words[s.first:s.end] {
		if w.id == lexicon.you || w.id == lexicon.your || w.id == lexicon.our {
			return false
		}
	}
	return true
}
