package text

import "strings"

// This file holds the ends of sentences that people leave without a stop, in messages and posts on the web.

// unmarked returns the end of a sentence whose last character, at offset at, is no stop; zero if no sentence ends there.
func (s *sentenceSplitter) unmarked(i, at, to int) int {
	if i+1 >= len(s.words) || s.words[i+1].Shape.Has(Numeral|Unspaced) || s.isSmall(s.words[i+1]) {
		return 0
	}
	rest := s.text[at:to]
	switch n := emoticon(rest); {
	case n > 0:
		return at + n
	case strings.HasPrefix(rest, ") ") && s.start <= at && s.text[s.start] == '(' && i > s.first+1:
		return at + 1 // a sentence in brackets
	case strings.HasPrefix(rest, ">> "):
		return at + 2 // the mark of a file in a message
	case strings.HasPrefix(rest, ", ") && i >= s.first && i < s.first+maxSignOff && signsOff[strings.ToLower(s.words[s.first].Of(s.text))]:
		return at + 1
	}
	return 0
}

// maxSignOff is the number of words of the longest formula at the end of a letter.
const maxSignOff = 4

// signsOff are the first words of the formulas at the end of a letter.
var signsOff = wordSet("thanks thank regards best sincerely cheers love yours kind warm warmest respectfully cordially greetings")

// emoticon returns the length in bytes of the emoticon that s begins with, before white space or the end; zero if there is none.
func emoticon(s string) int {
	if s == "" || strings.IndexByte(":;=", s[0]) < 0 {
		return 0
	}
	n := 1
	if n < len(s) && (s[n] == '-' || s[n] == '\'') {
		n++
	}
	if n >= len(s) || strings.IndexByte(")(]|/", s[n]) < 0 {
		return 0
	}
	for n < len(s) && strings.IndexByte(")(]|/", s[n]) >= 0 {
		n++
	}
	if n < len(s) && s[n] != ' ' && s[n] != '\n' {
		return 0
	}
	return n
}

// trailer returns the end of what belongs to the sentence that ends at offset at, though a space may separate them:
// references to sources ("[3]") and emoticons.
func (s *sentenceSplitter) trailer(at, to int) int {
	for at+1 < s.end && s.text[at] == ' ' || at < s.end && s.text[at] == '[' {
		rest := strings.TrimPrefix(s.text[at:s.end], " ")
		skipped := s.end - at - len(rest)
		if n := emoticon(rest); n > 0 && at+skipped+n <= to {
			return at + skipped + n
		}
		n := reference(rest)
		if n == 0 {
			return at
		}
		at += skipped + n
	}
	return at
}

// reference returns the length in bytes of the reference to a source that s begins with, zero if there is none.
func reference(s string) int {
	for i := 1; i < min(len(s), 5) && s[0] == '['; i++ {
		switch {
		case s[i] == ']' && i > 1:
			return i + 1
		case s[i] < '0' || s[i] > '9':
			return 0
		}
	}
	return 0
}

// betweenHeaders reports whether one space after word i separates the header of a forwarded message from the text
// before or after it, as in "Ruth Adeyemi 07/17/2000 08:50 AM Tom, see the note".
func (s *sentenceSplitter) betweenHeaders(i int) bool {
	if i+1 >= len(s.words) {
		return false
	}
	w, next := s.words[i], s.words[i+1]
	if w.End-w.Start == 2 && w.Shape.Has(AllCapitals) {
		return endsInStamp(s.text[s.start:w.End])
	}
	return next.Shape.Has(Numeral) && next.End-next.Start == 2 && beginsWithStamp(s.text[next.Start:s.end])
}

// stamp is the date and time of a message, with 0 for a digit; some have a year of two digits.
const stamp = "00/00/0000 00:00 "

// isStamp reports whether s is a date and time as in stamp.
func isStamp(s string) bool {
	form := stamp
	if len(s) == len(stamp)-2 {
		form = stamp[:6] + stamp[8:]
	}
	if len(s) != len(form) {
		return false
	}
	for i := range len(s) {
		if digit := '0' <= s[i] && s[i] <= '9'; digit != (form[i] == '0') || !digit && s[i] != form[i] {
			return false
		}
	}
	return true
}

// endsInStamp reports whether s ends in a date and time with AM or PM.
func endsInStamp(s string) bool {
	rest, ok := strings.CutSuffix(s, "M")
	if !ok || !strings.HasSuffix(rest, "A") && !strings.HasSuffix(rest, "P") {
		return false
	}
	rest = rest[:len(rest)-1]
	return isStamp(rest[max(0, len(rest)-len(stamp)):]) || isStamp(rest[max(0, len(rest)-len(stamp)+2):])
}

// beginsWithStamp reports whether s begins with a date and time with AM or PM.
func beginsWithStamp(s string) bool {
	for _, n := range [...]int{len(stamp), len(stamp) - 2} {
		if len(s) >= n+2 && isStamp(s[:n]) && endsInStamp(s[:n+2]) {
			return true
		}
	}
	return false
}
