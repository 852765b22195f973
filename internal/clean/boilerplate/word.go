package boilerplate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// shape is a set of what a word looks like and what marks are beside it.
type shape uint16

const (
	capital    shape = 1 << iota // begins with a capital letter
	number                       // begins with a digit
	mail                         // an e-mail address, or what a script put in place of one
	handle                       // follows an at sign
	colon                        // a colon follows
	assigned                     // an equals sign follows, as in code
	slash                        // a stroke comes before
	bracket                      // an opening bracket comes before
	opensOne                     // begins a sentence
	quotedWord                   // a quotation mark comes before
	afterComma                   // a comma or semicolon comes before
	afterQuote                   // a closing quotation mark comes before
)

func (s shape) has(t shape) bool { return s&t != 0 }

// word is one word of a line: what text.NextWord finds, except that a number glued to a word is a word of its own
// ("12comments"), as is the copyright sign.
type word struct {
	start, end int32 // byte offsets in the line
	id         uint16
	shape      shape
}

// splitter splits lines into words. The zero value is ready; its buffer is used again by each line.
type splitter struct {
	line    string
	words   []word
	next    shape // what is known of the next word
	ended   bool  // a mark that ends sentences came since the last word
	spaced  bool  // and white space after it
	stopped bool  // the last word is an abbreviation that may end a sentence
}

// split returns the words of line, valid until the next call.
func (s *splitter) split(line string) []word {
	*s = splitter{line: line, words: s.words[:0], next: opensOne}
	for at := 0; at < len(line); {
		w, next, ok := text.NextWord(line, at)
		if !ok {
			s.marks(at, len(line))
			break
		}
		s.marks(at, int(w.Start))
		s.word(w)
		at = next
	}
	return s.words
}

// marks notes the marks from offset at to end, between two words.
func (s *splitter) marks(at, end int) {
	if at+1 == end && s.line[at] == ' ' {
		s.spaced = true
		return
	}
	for at < end {
		n := 1
		if c := s.line[at]; c < utf8.RuneSelf {
			s.mark(rune(c), at, n)
		} else {
			var r rune
			r, n = utf8.DecodeRuneInString(s.line[at:])
			s.mark(r, at, n)
		}
		at += n
	}
}

// mark notes the mark r of n bytes at offset i.
func (s *splitter) mark(r rune, i, n int) {
	switch r {
	case ' ', '\t', '\u00a0', '\u3000':
		s.spaced = s.spaced || s.ended
	case '.', '!', '?', '…', '؟':
		s.ended = true
	case '。', '！', '？', '।':
		s.ended, s.spaced = true, true // no space follows
	case ',', ';', '，', '、', '；', '،', '؛':
		s.next |= afterComma
	case '/', '／':
		s.next |= slash
	case '(', '[', '（', '【', '［':
		s.next |= bracket
	case '@':
		if k := len(s.words); k > 0 && int(s.words[k-1].end) == i && domainFollows(strings.TrimPrefix(s.line[i+1:], " ")) {
			s.last(mail)
		}
		s.next |= handle
	case '”', '»', '」', '』':
		s.next |= afterQuote
	case '"':
		if k := len(s.words); k > 0 && (int(s.words[k-1].end) == i || s.ended || s.next != 0) && i+1 < len(s.line) && s.line[i+1] == ' ' {
			s.next |= afterQuote
			break
		}
		s.next |= quotedWord
	case '“', '„', '«', '「', '『':
		s.next |= quotedWord
	case ':', '：':
		s.last(colon)
	case '=':
		s.last(assigned)
	case '©':
		s.add(word{int32(i), int32(i + n), lexicon.copyrightSign, 0}) //nolint:gosec // lines of at most maxPrompt bytes are split
	}
}

// domainFollows reports whether s begins with the domain of an address.
func domainFollows(s string) bool {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '-' })
	if end < 0 {
		end = len(s)
	}
	dot := strings.IndexByte(s[:end], '.')
	return dot > 0 && dot+2 < end && !isASCIIDigit(s[dot+1])
}

func isASCIIDigit(c byte) bool { return '0' <= c && c <= '9' }

// last adds to the shape of the word that ends right here.
func (s *splitter) last(add shape) {
	if n := len(s.words); n > 0 && s.next == 0 && !s.ended {
		s.words[n-1].shape |= add
	}
}

// word adds what text.NextWord found.
func (s *splitter) word(w text.Word) {
	var sh shape
	if w.Shape.Has(text.Capital) {
		sh |= capital
	}
	if _, domain, _ := strings.Cut(w.Of(s.line), "@"); w.Shape.Has(text.HasAt) && domainFollows(domain) {
		sh |= mail
	}
	if w.Shape.Has(text.Numeral) {
		sh |= number
		if end := numberEnd(w.Of(s.line)); end > 0 {
			s.add(word{w.Start, w.Start + int32(end), 0, number}) //nolint:gosec // a few digits
			w.Start, sh = w.Start+int32(end), 0                   //nolint:gosec // as many
		}
	}
	form := w.Of(s.line)
	if w.Shape.Has(text.EndsInStop) {
		form = form[:len(form)-1]
	}
	id := lexicon.look(form)
	if id == lexicon.us && form[1] == 'S' {
		id = 0 // the country
	}
	s.add(word{w.Start, w.End, id, sh})
	s.stopped = w.Shape.Has(text.EndsInStop) && mayEnd(w)
}

// mayEnd reports whether the full stop of an abbreviation ends a sentence if a capital follows: that of "etc." or "min."
// does; what begins with a capital ("Inc.", "U.S.") and times of day are as often followed by a name.
func mayEnd(w text.Word) bool {
	return w.Abbreviation.Has(text.MayEnd) && !w.Abbreviation.Has(text.Letters) && !w.Shape.Has(text.Capital)
}

// numberEnd returns where the number that a word begins with ends, if a word of three small letters or more is glued to it,
// else 0.
func numberEnd(s string) int {
	i := 0
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	if i > 6 || i+3 > len(s) {
		return 0
	}
	for _, c := range []byte(s[i : i+3]) {
		if c < 'a' || c > 'z' {
			return 0
		}
	}
	return i
}

// add adds a word and settles whether it begins a sentence.
func (s *splitter) add(w word) {
	n := len(s.words)
	w.shape |= s.next
	isCapital := w.shape.has(capital)
	glued := isCapital && w.start > 0 && s.line[w.start-1] == '.'
	if s.ended && (s.spaced || glued) || s.stopped && isCapital {
		w.shape |= opensOne
	}
	s.next, s.ended, s.spaced, s.stopped = 0, false, false, false
	if n > 0 && w.id == lexicon.protected && s.words[n-1].id == lexicon.email && s.words[n-1].shape.has(bracket) {
		s.words[n-1].end, s.words[n-1].id = w.end, 0
		s.words[n-1].shape |= mail
		return
	}
	s.words = append(s.words, w)
}

// isEnd reports whether r is white space or a mark that ends sentences.
func isEnd(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '。', '！', '？', '।', '؟':
		return true
	default:
		return unicode.IsSpace(r)
	}
}
