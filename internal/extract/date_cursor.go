package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateCursor reads the parts of a date from the offset i of s on. The language is a BCP 47 tag, or empty.
type dateCursor struct {
	s        string
	i        int
	language string
}

// follows reports whether a letter, or a number and a mark, touches the cursor from the left: then it is inside a version or
// the like.
func (p *dateCursor) follows() bool {
	r, n := utf8.DecodeLastRuneInString(p.s[:p.i])
	if isDigit(p.s[p.i]) && strings.ContainsRune("/.-:,", r) {
		r, _ = utf8.DecodeLastRuneInString(p.s[:p.i-n])
		return unicode.IsDigit(r)
	}
	return r < utf8.RuneSelf && unicode.IsLetter(r)
}

// ends reports whether no letter, digit or further part of a number touches the offset i from the right.
func (p *dateCursor) ends(i int) bool {
	r, n := utf8.DecodeRuneInString(p.s[i:])
	if strings.ContainsRune("./", r) && i+n < len(p.s) {
		return !isDigit(p.s[i+n])
	}
	return !unicode.IsDigit(r) && (r >= utf8.RuneSelf || !unicode.IsLetter(r))
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// street reports whether the offset i is before a word that makes an address of a day and a month: "12 April Road".
func (p *dateCursor) street(i int) bool {
	q := dateCursor{s: p.s, i: i}
	return q.blank() && streets[q.letters()]
}

var streets = set("Street St Road Rd Avenue Ave Lane Drive Close Court Way Terrace Crescent Gardens Place Square")

// accept moves past mark if it is next.
func (p *dateCursor) accept(mark string) bool {
	if !strings.HasPrefix(p.s[p.i:], mark) {
		return false
	}
	p.i += len(mark)
	return true
}

// blank moves past blanks, but not past the end of a paragraph, and reports whether there were any.
func (p *dateCursor) blank() bool {
	start, breaks := p.i, 0
	for p.i < len(p.s) && p.i < start+4 {
		switch {
		case p.s[p.i] == '\n':
			if breaks++; breaks > 1 {
				p.i = start
				return false
			}
			p.i++
		case p.s[p.i] == ' ':
			p.i++
		case strings.HasPrefix(p.s[p.i:], "\u00a0"):
			p.i += len("\u00a0")
		default:
			return p.i > start
		}
	}
	return p.i > start
}

// comma moves past a comma, and past blanks before it.
func (p *dateCursor) comma() {
	q := *p
	if q.blank(); q.accept(",") {
		p.i = q.i
	}
}

// digits reads a number of at most n digits; 0 if there is none, or if it is longer.
func (p *dateCursor) digits(n int) int {
	end := p.i
	for end < len(p.s) && end <= p.i+n && isDigit(p.s[end]) {
		end++
	}
	if end == p.i || end > p.i+n {
		return 0
	}
	v := number(p.s[p.i:end])
	p.i = end
	return v
}

// yearNumber reads a year of four digits; 0 if there is none.
func (p *dateCursor) yearNumber() int {
	q := *p
	y := q.digits(4)
	if q.i-p.i != 4 || y < minYear || y > maxYear {
		return 0
	}
	p.i = q.i
	return y
}

// ordinal reads a day of the month: "18", "18th", "1er", "1º"; 0 if there is none.
func (p *dateCursor) ordinal() int {
	q := *p
	d := q.digits(2)
	if d < 1 || d > 31 {
		return 0
	}
	for _, e := range [...]string{"st", "nd", "rd", "th", "er", "º", "ª", "°"} {
		if q.accept(e) {
			break
		}
	}
	p.i = q.i
	return d
}

// letters reads a word.
func (p *dateCursor) letters() string {
	start := p.i
	for p.i < len(p.s) && p.i < start+maxDateWord {
		r, n := utf8.DecodeRuneInString(p.s[p.i:])
		if !unicode.IsLetter(r) {
			break
		}
		p.i += n
	}
	return p.s[start:p.i]
}
