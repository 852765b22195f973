package dates

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Find returns the first date in s, and its range, as pages of style y write it.
func Find(s string, y Style) (Date, text.Span, bool) { return FindFrom(s, 0, y) }

// FindFrom is Find for the part of s from the offset at on.
func FindFrom(s string, at int, y Style) (Date, text.Span, bool) {
	var t [3]token
	n := 0
	for {
		for from := at; n < len(t); n++ { // three tokens ahead
			if n > 0 {
				from = t[n-1].end
			}
			var ok bool
			if t[n], ok = next(s, from, y.Language); !ok {
				break
			}
		}
		if n == 0 {
			return Date{}, text.Span{}, false
		}
		first := t[0]
		if d, end, ok := match(s, t[:n], y.MonthFirst); ok {
			d.Clock, end = clock(s, end)
			return d, text.Span{Start: first.start, End: end}, true
		}
		at = first.end
		copy(t[:], t[1:n])
		n--
	}
}

// match reads the date that the tokens begin with, and returns where it ends.
func match(s string, t []token, monthFirst bool) (Date, int, bool) {
	switch {
	case t[0].kind == word:
	case t[0].kind == number && t[0].digits() == 8 && !glued(s, t[0]):
		d, ok := valid(t[0].value/10000, t[0].value/100%100, t[0].value%100)
		return d, t[0].end, ok
	case len(t) < 3:
	case t[0].kind == monthName && t[1].kind == number && t[2].kind == number:
		return english(s, t)
	case t[1].kind == monthName && t[0].kind == number && t[2].kind == number:
		return dayFirst(s, t)
	case t[0].kind == number && t[1].kind == number && t[2].kind == number:
		return numeric(s, t, monthFirst)
	}
	return Date{}, 0, false
}

// glued reports whether a letter or a group of digits touches a number.
func glued(s string, t token) bool {
	before := t.start > 0 && isLetter(s[t.start-1]) && s[t.start-1] != '/'
	return before || t.end < len(s) && isLetter(s[t.end]) && s[t.end] != 'T'
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '%' }

// english reads "March 12, 2020".
func english(s string, t []token) (Date, int, bool) {
	if t[1].digits() > 2 || t[2].digits() != 4 || !near(s, t[0], t[1]) || !near(s, t[1], t[2]) {
		return Date{}, 0, false
	}
	d, ok := valid(t[2].value, t[0].value, t[1].value)
	return d, t[2].end, ok
}

// dayFirst reads "12. März 2020", "12-Mar-20" and "2020 March 12".
func dayFirst(s string, t []token) (Date, int, bool) {
	if !near(s, t[0], t[1]) || !near(s, t[1], t[2]) {
		return Date{}, 0, false
	}
	if t[0].digits() == 4 && t[2].digits() <= 2 {
		d, ok := valid(t[0].value, t[1].value, t[2].value)
		return d, t[2].end, ok
	}
	y := t[2].value
	switch sep := s[t[1].end:t[2].start]; {
	case t[2].digits() == 2 && (sep == "-" || sep == "/" || sep == " '" || sep == " ’" || sep == ". "):
		y += 2000
	case t[2].digits() != 4:
		return Date{}, 0, false
	}
	if t[0].digits() > 2 {
		return Date{}, 0, false
	}
	d, ok := valid(y, t[1].value, t[0].value)
	return d, t[2].end, ok
}

// near reports whether only what dates have inside separates two tokens.
func near(s string, a, b token) bool {
	sep := s[a.end:b.start]
	return len(sep) <= 12 && !strings.ContainsAny(sep, ":;|()\"&=?#")
}

// numeric reads dates of three numbers.
func numeric(s string, t []token, monthFirst bool) (Date, int, bool) {
	first, second := mark(s[t[0].end:t[1].start]), mark(s[t[1].end:t[2].start])
	if first == 0 || second == 0 || first != second && !(first == 'y' && second == 'm') {
		return Date{}, 0, false
	}
	if t[1].digits() > 2 || t[0].start > 0 && strings.IndexByte("-/.,", s[t[0].start-1]) >= 0 && t[0].start > 1 && isDigit(s[t[0].start-2]) {
		return Date{}, 0, false
	}
	a, b, c := t[0].value, t[1].value, t[2].value
	switch {
	case t[0].digits() == 4 && t[2].digits() <= 2:
		d, ok := valid(a, b, c)
		return d, t[2].end, ok
	case t[0].digits() > 2 || first == 'y' || !year(&c, t[2].digits(), first):
		return Date{}, 0, false
	case t[2].end < len(s)-1 && rune(s[t[2].end]) == first && isDigit(s[t[2].end+1]): // a version, an address
		return Date{}, 0, false
	}
	if b > 12 || monthFirst && first != '.' && a <= 12 {
		a, b = b, a
	}
	d, ok := valid(c, b, a)
	return d, t[2].end, ok
}

// year completes a year of two digits where that is how a date is written.
func year(y *int, digits int, mark rune) bool {
	if digits == 2 && mark != 'm' {
		*y += 2000
		return true
	}
	return digits == 4
}

// mark returns what separates the numbers of a date: one of "-/.|", 'y' or 'm' for the marks after year and month; 0 if they
// are none.
func mark(sep string) rune {
	switch sep = strings.Trim(sep, " \u00a0"); sep {
	case "-", "/", ".", "|":
		return rune(sep[0])
	case "\\/":
		return '/'
	case "–", "‑":
		return '-'
	case "年", "년":
		return 'y'
	case "月", "월":
		return 'm'
	}
	return 0
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
