package text

import (
	"context"
	"strings"
	"unicode"
	"unicode/utf8"
)

// AppendSentences appends to dst the sentences of the part within of text, whose words are words, without the white space
// around them. Every character that is not white space is in one of them. The error is ctx.Err() if ctx ended first.
//
// A sentence ends with a line, and at white space after one of . ! ? … that closing marks may follow. A full stop does not
// end it after an abbreviation that stands before a name, a number or more text, and after one that may end a sentence
// ("Inc.", "U.S.") only if the next word begins one ("The", "He"). A small letter after an ellipsis, or after a closing
// quotation mark, goes on with the sentence; after a full stop it begins one, as people write on the web.
func AppendSentences(ctx context.Context, dst []Span, text string, words []Word, within Span) ([]Span, error) {
	pace := NewPace(ctx)
	s := sentenceSplitter{text: text, words: WordsIn(words, within), start: within.Start, end: within.End, out: dst}
	s.lines(within.Start, s.wordStart(0))
	for i := range s.words {
		if err := pace.Step(int(s.words[i].End-s.words[i].Start) + 8); err != nil {
			return s.out, err
		}
		s.gap(i)
	}
	s.cut(within.End)
	return s.out, ctx.Err()
}

// sentenceSplitter cuts one part of a text.
type sentenceSplitter struct {
	text  string
	words []Word
	start int // of the open sentence
	end   int // of the part
	first int // the index of the first word of the open sentence
	out   []Span
}

// wordStart is where word i begins, and the end of the part after the last.
func (s *sentenceSplitter) wordStart(i int) int {
	if i >= len(s.words) {
		return s.end
	}
	return int(s.words[i].Start)
}

// gap looks for the end of a sentence between word i and the next.
func (s *sentenceSplitter) gap(i int) {
	w := s.words[i]
	from, to := int(w.End), s.wordStart(i+1)
	if to == from+1 && s.text[from] == ' ' && !w.Shape.Has(EndsInStop) {
		if s.betweenHeaders(i) {
			s.cut(from)
			s.first = i + 1
		}
		return
	}
	if w.Shape.Has(EndsInStop) {
		from--
	}
	s.marks(i, from, to)
}

// marks looks for ends of sentences from offset from to to, between word i and the next.
func (s *sentenceSplitter) marks(i, from, to int) {
	for at := from; at < to; {
		if s.text[at] == '\n' {
			s.lines(at, to)
			s.first = i + 1
			return
		}
		if end := s.unmarked(i, at, to); end > at {
			s.cut(end)
			s.first = i + 1
			at = end
			continue
		}
		n := terminator(s.text[at:to])
		if n == 0 {
			at++
			continue
		}
		m := s.measure(at, n, to)
		if s.ends(i, &m) {
			s.cut(m.closed)
			s.first = i + 1
		}
		at = max(m.closed, at+n)
	}
}

// lines cuts at every line end from offset from to to.
func (s *sentenceSplitter) lines(from, to int) {
	for {
		n := strings.IndexByte(s.text[from:to], '\n')
		if n < 0 {
			return
		}
		s.cut(from + n)
		from += n + 1
	}
}

// cut ends the open sentence at offset at and opens the next.
func (s *sentenceSplitter) cut(at int) {
	if sentence := Trim(s.text, Span{s.start, max(s.start, at)}); !sentence.Empty() {
		s.out = append(grown(s.out, at, len(s.text)), sentence)
	}
	for s.start = max(s.start, at); s.start < s.end && s.text[s.start] == ' '; {
		s.start++
	}
}

// stopMarks are the marks at what may be the end of a sentence.
type stopMarks struct {
	strong   bool // an exclamation or question mark is among them
	stops    int  // the number of full stops
	ellipsis bool // three dots or more, in whatever form
	wide     bool // the full stop of a script that is written without spaces
	quoted   bool // a closing quotation mark follows
	closed   int  // the offset after the marks and what closes after them
	spaced   bool // white space follows, or the end
	end      int  // of the gap
}

// terminator returns the length in bytes of the mark at the beginning of s that may end a sentence, zero if there is none.
func terminator(s string) int {
	switch c := s[0]; {
	case c == '.' || c == '!' || c == '?':
		return 1
	case c < utf8.RuneSelf:
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '…', '。', '！', '？', '‽', '؟', '।', '｡':
		return n
	default:
		return 0
	}
}

const (
	closingQuotes   = "\"'”’»"
	closingBrackets = ")]>*_"
)

// measure reads the marks from offset at on, of which the first is n bytes long.
func (s *sentenceSplitter) measure(at, n, to int) stopMarks {
	m := stopMarks{end: to}
	for n > 0 {
		switch r, _ := utf8.DecodeRuneInString(s.text[at:]); r {
		case '.':
			m.stops++
		case '…':
			m.ellipsis = true
		case '!', '?', '‽', '؟', '।':
			m.strong = true
		default:
			m.wide = true
		}
		at += n
		if n = 0; at < to {
			n = terminator(s.text[at:to])
		}
		if n == 0 && m.stops > 0 && strings.HasPrefix(s.text[at:to], " .") {
			at++ // the stops of an ellipsis stand apart
			n = 1
		}
	}
	m.ellipsis = m.ellipsis || m.stops >= 2
	for at < to {
		r, n := utf8.DecodeRuneInString(s.text[at:to])
		quote := strings.ContainsRune(closingQuotes, r)
		if !quote && !strings.ContainsRune(closingBrackets, r) {
			break
		}
		m.quoted = m.quoted || quote
		at += n
	}
	m.closed = s.trailer(at, to)
	at = m.closed
	r, _ := utf8.DecodeRuneInString(s.text[at:])
	m.spaced = at >= s.end || unicode.IsSpace(r)
	return m
}

// ends reports whether the marks m after word i end a sentence.
func (s *sentenceSplitter) ends(i int, m *stopMarks) bool {
	if m.wide || i+1 >= len(s.words) {
		return m.wide || m.spaced
	}
	w, next := s.words[i], s.next(i, m.closed)
	switch {
	case !m.spaced:
		return s.glued(i, m)
	case s.speech(i, m):
		return false
	case m.strong:
		return !m.quoted || !s.isSmall(next)
	case m.ellipsis:
		return !s.isSmall(next)
	case w.Shape.Has(EndsInStop):
		return s.endsAfterAbbreviation(w, next)
	case s.isItem(i):
		return false
	}
	return !m.quoted || !s.isSmall(next)
}

// next is the first word after word i that begins at or after offset at; the last word if there is none.
func (s *sentenceSplitter) next(i, at int) Word {
	for i++; i+1 < len(s.words) && int(s.words[i].Start) < at; {
		i++
	}
	return s.words[i]
}

// isSmall reports whether w begins with a small letter.
func (s *sentenceSplitter) isSmall(w Word) bool {
	return w.Shape.Has(HasLetter) && !w.Shape.Has(Capital|Numeral|Unspaced)
}

// endsAfterAbbreviation reports whether the full stop of the abbreviation w ends a sentence too.
func (s *sentenceSplitter) endsAfterAbbreviation(w, next Word) bool {
	switch {
	case s.isSmall(next) || w.Abbreviation.Has(BeforeNumber|Inside):
		return false
	case w.Abbreviation.Has(BeforeName):
		return false
	case w.Abbreviation.Has(Calendar):
		return !next.Shape.Has(Numeral) && s.opens(next)
	}
	return s.opens(next)
}

// opens reports whether w, up to its apostrophe if it has one, is in opensSentence.
func (s *sentenceSplitter) opens(w Word) bool {
	word := w.Of(s.text)
	if i := strings.IndexAny(word, "'’"); i > 0 {
		word = word[:i]
	}
	return opensSentence[word]
}

// isItem reports whether word i is the number or letter of a list's item, or of a heading: "2. Find the source", "4.1. Limits".
func (s *sentenceSplitter) isItem(i int) bool {
	w := s.words[i]
	n := w.End - w.Start
	return i == s.first && (n == 1 || w.Shape.Has(Numeral) && (n == 2 || w.Shape.Has(HasStop)))
}

// glued reports whether marks that no white space follows end a sentence: "It ended.Then". Addresses have such marks too.
func (s *sentenceSplitter) glued(i int, m *stopMarks) bool {
	w, next := s.words[i], s.words[i+1]
	if m.closed != m.end || w.End-w.Start < 2 || w.Shape.Has(Numeral|HasStop|HasAt) || s.inAddress(i) {
		return false
	}
	return next.Shape.Has(Capital) && s.isSmall(w) || m.strong && s.isSmall(w)
}

// maxAddressBefore is how many bytes before a mark the beginning of an address is looked for.
const maxAddressBefore = 200

// inAddress reports whether word i is part of an address, which begins after the last white space.
func (s *sentenceSplitter) inAddress(i int) bool {
	end := int(s.words[i].End)
	before := s.text[max(0, end-maxAddressBefore):end]
	before = before[strings.LastIndexAny(before, " \n\t")+1:]
	return strings.ContainsAny(before, "/@=&#") || strings.HasPrefix(before, "www.")
}

// speech reports whether the marks end a quotation whose sentence goes on: “Why?” Okafor asked.
func (s *sentenceSplitter) speech(i int, m *stopMarks) bool {
	if !m.quoted || !m.strong {
		return false
	}
	for k := i + 1; k < min(i+4, len(s.words)); k++ {
		if reportsSpeech[s.words[k].Of(s.text)] {
			return true
		}
		if !s.words[k].Shape.Has(Capital) && k > i+1 {
			return false
		}
	}
	return false
}
