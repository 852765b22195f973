package boilerplate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

const (
	// maxLine is the length in bytes beyond which a line is judged as a whole only if it begins like boilerplate.
	maxLine = 600

	// maxHead is the length in bytes of the beginning of such a line: a sentence or two.
	maxHead = 250

	// maxPrompt is the length in bytes beyond which a line is prose whatever it says; forms with an appeal before and
	// terms after it are shorter.
	maxPrompt = 3000

	// maxTail is how far from the end of such a line a glued suffix may begin, in bytes.
	maxTail = 250

	// minCue is the confidence from which on a match is more than a hint. Hints do not add up among themselves: "you", "our"
	// and "get" together do not make a prompt.
	minCue = .75

	// covered is the doubt about a sentence above which it counts as the text's own.
	covered = .7

	// ownShare is the largest share of words that the text's own sentences may have in a line that is dropped whole.
	ownShare = .45

	// maxSlogan is the most words that a slogan before a prompt has.
	maxSlogan = 6

	// maxSuffix is the most words that a glued suffix has.
	maxSuffix = 75

	// suffixThreshold is the confidence from which on a suffix is cut, whatever the level: what comes before it is prose.
	suffixThreshold = .9

	// maxContinued is the confidence that a line may reach by how it begins if that is a small letter: it may be a piece
	// of a sentence that was broken at a link, which is put together again only later.
	maxContinued = .7

	// certain is the confidence of an opening that a report of speech does not put in doubt: "Related:" and a headline
	// after it.
	certain = .93

	// sure is the confidence of a phrase that even a small letter at the beginning of the line does not put in doubt.
	sure = .95

	// maxSpoken is the confidence that a sentence which reports what somebody said may reach.
	maxSpoken = .7
)

// sentence is one sentence of a line and what the rules make of it.
type sentence struct {
	first, end int      // words
	speech     bool     // it reports what somebody said
	code       bool     // it has an assignment
	lead       bool     // it begins with a phrase that may follow prose
	claimed    bool     // an earlier sentence speaks for it
	counted    int      // where the last match that was counted ends
	best       evidence // the surest match
	hint       float32  // the confidence of the surest match that is no more than a hint
	doubt      float32  // that the sentence is boilerplate, by the other matches that begin in it
}

// own reports whether nothing distinguishes the sentence from an article's.
func (s *sentence) own() bool {
	return !s.claimed && (float32(s.doubt*(1-s.hint)) > covered || s.speech && s.doubt > covered)
}

// judge judges lines one by one. Its buffers are used again by each line.
type judge struct {
	rules     text.RuleSet
	splitter  splitter
	words     []word
	sentences []sentence
	line      string
}

// emptied returns a judge that has the buffers of j and nothing else.
func (j *judge) emptied() judge {
	return judge{splitter: splitter{words: j.splitter.words[:0]}, sentences: j.sentences[:0]}
}

// read splits a line into sentences and weighs them.
func (j *judge) read(line string) {
	j.line, j.words = line, j.splitter.split(line)
	j.split()
	for n := range j.sentences {
		if n > 0 && len(j.words)-j.sentences[n].first > maxSuffix && j.sentences[0].own() {
			continue // neither the line nor its end
		}
		j.weigh(n)
	}
}

// split finds the sentences of the words.
func (j *judge) split() {
	j.sentences = j.sentences[:0]
	credit := j.bracketedCredit()
	for i, w := range j.words {
		if i == 0 || i == credit || w.shape.has(opensOne) {
			j.sentences = append(j.sentences, sentence{first: i, doubt: 1})
		}
		s := &j.sentences[len(j.sentences)-1]
		s.end = i + 1
		s.code = s.code || w.shape.has(assigned)
		s.speech = s.speech || !w.shape.has(capital) && lexicon.classes[w.id].has(speech)
	}
}

// weigh gathers the evidence that begins in a sentence.
func (j *judge) weigh(n int) {
	s := &j.sentences[n]
	for i := s.first; i < s.end; i++ {
		if i == s.first || book.beginsWithin(&j.words[i], s.end-s.first) {
			j.match(n, i)
		}
	}
	if j.isBar(s.first, len(j.words)) && j.rules.On(Share) {
		j.count(n, evidence{rule: Share, detail: barDetail, position: opens, confidence: barConfidence, end: len(j.words)}, s.first)
	}
	if c := j.credit(s.first, len(j.words)); c > 0 && j.rules.On(Credit) {
		j.count(n, evidence{rule: Credit, detail: creditDetail, position: opens, confidence: c, end: len(j.words)}, s.first)
	}
}

// evidence is one match.
type evidence struct {
	rule       text.Rule
	phrase     string // the pattern that matched
	detail     string // or, without a phrase, the structure that matched
	position   position
	confidence float32
	end        int // the index of the word after it
}

// match counts the surest phrase that begins with word i of sentence n.
func (j *judge) match(n, i int) {
	s := &j.sentences[n]
	var best evidence
	book.walk(0, j.words, i, func(p *cue, end int) {
		if p.confidence > best.confidence && j.fits(p, s, i, end) && j.rules.On(p.rule) {
			best = evidence{rule: p.rule, phrase: p.pattern, position: p.position, confidence: p.confidence, end: end}
		}
	})
	if best.confidence > 0 {
		j.count(n, best, i)
	}
}

// fits reports whether a match of p from word i to end is where p must be.
func (j *judge) fits(p *cue, s *sentence, i, end int) bool {
	switch p.position {
	case whole:
		return i == s.first && end == len(j.words)
	case opens:
		return i == s.first && len(j.words)-i <= p.words
	case starts:
		return i == s.first && s.end-i <= p.words
	case ends:
		return end == len(j.words) && s.end-s.first <= p.words
	default:
		return s.end-s.first <= p.words
	}
}

// count adds a match at word i to what is known of sentence n. Matches that overlap count once.
func (j *judge) count(n int, e evidence, i int) {
	s := &j.sentences[n]
	e.confidence = j.trust(s, e, i)
	switch {
	case e.confidence >= minCue:
		s.add(e, i)
	case i >= s.counted: // not part of a cue
		s.hint = max(s.hint, e.confidence)
	}
	if e.confidence < minCue || e.position >= within {
		return
	}
	s.lead = s.lead || e.confidence >= suffixThreshold && (e.end-i > 1 || e.position != whole)
	for m := n + 1; m < len(j.sentences) && (e.position == opens || e.position == whole); m++ {
		j.sentences[m].claimed = true
	}
}

// trust is what the confidence of a match at word i of s comes down to beside the rest of the sentence.
func (j *judge) trust(s *sentence, e evidence, i int) float32 {
	c := e.confidence
	if e.rule == Contact && (s.code || isHeaderField(j.line)) {
		return 0
	}
	if s.speech && (e.position >= starts || c < certain || j.words[s.first].shape.has(quotedWord)) {
		c = min(c, maxSpoken)
	}
	if j.isProse(s, e, i) {
		c = min(c, maxProse)
	}
	if i == 0 && j.continues() && (e.position < within || c < sure) {
		c = min(c, maxContinued)
	}
	return c
}

// add adds a cue at word i.
func (s *sentence) add(e evidence, i int) {
	if e.confidence > s.best.confidence {
		s.best = e
	}
	if i >= s.counted {
		s.doubt *= 1 - e.confidence
	} else {
		s.doubt = min(s.doubt, 1-e.confidence)
	}
	s.counted = max(s.counted, e.end)
}

// begins is the offset at which word n and the brackets and quotation marks before it begin.
func (j *judge) begins(n int) int {
	end := int(j.words[n-1].end)
	between := j.line[end:j.words[n].start]
	at := strings.LastIndexFunc(between, isEnd)
	if at >= 0 {
		_, size := utf8.DecodeRuneInString(between[at:])
		at += size
	}
	return end + max(at, 0)
}

// continues reports whether the line begins with a small letter, or with a mark that code and quotations begin with.
func (j *judge) continues() bool {
	if strings.IndexByte("'\"/`.#$<{", j.line[0]) >= 0 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(j.line)
	return unicode.IsLower(r)
}
