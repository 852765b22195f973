package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/text/month"
)

// The years that a date may name. Other numbers of four digits count things.
const (
	minYear = 1000
	maxYear = 2199
)

// calendarDay is a day or a month of the calendar as written; what the text does not give is 0.
type calendarDay struct {
	year, month, day int
	lastDay          int // of a range in one month: "May 5-7"
	end              int // the offset after it; 0 if there is none
}

// calendar reads the date at start that names a day, or a month and its year. A range that gives its year only once is one
// date: "May 5 to June 7, 2025".
func (c *dateScanner) calendar(start int) dateReading {
	p := dateCursor{c.s[:min(len(c.s), start+maxDate)], start, c.language}
	if p.follows() {
		return dateReading{}
	}
	first := p.day()
	switch {
	case first.end == 0:
		return dateReading{}
	case first.year > 0:
		return first.reading(first.year)
	}
	p.i = first.end
	joint := p.rangeMark()
	second := calendarDay{}
	if joint != apart {
		second = p.day()
	}
	switch {
	case second.year > 0 && second.lastDay == 0 && joint == toLater:
		return first.until(second)
	case second.year > 0 && joint == besides && first.day > 0:
		return first.reading(second.year)
	case first.day == 0 || p.street(first.end):
		return dateReading{end: 0}
	}
	return c.nearAnchor(first)
}

// nearAnchor completes a date without a year from the anchor.
func (c *dateScanner) nearAnchor(d calendarDay) dateReading {
	if iso(2000, d.month, d.day) == "" {
		return dateReading{end: d.end, invalid: true}
	}
	if c.anchor.IsZero() {
		return dateReading{end: d.end, relative: true}
	}
	r := d.reading(c.monthDay(time.Month(d.month), d.day).Year())
	r.relative = true
	return r
}

// reading returns d in the year y.
func (d calendarDay) reading(y int) dateReading {
	v := d.value(y)
	if d.lastDay > 0 {
		last := iso(y, d.month, d.lastDay)
		if last <= v {
			return dateReading{end: d.end, invalid: true}
		}
		v += "/" + last
	}
	return dateReading{end: d.end, value: v, invalid: v == ""}
}

func (d calendarDay) value(y int) string {
	if d.day == 0 {
		return fmt.Sprintf("%04d-%02d", y, d.month)
	}
	return iso(y, d.month, d.day)
}

// until returns the range from d, which has no year, to last.
func (d calendarDay) until(last calendarDay) dateReading {
	y := last.year
	if d.month > last.month {
		y--
	}
	from, to := d.value(y), last.value(last.year)
	return dateReading{end: last.end, value: from + "/" + to, invalid: from == "" || to == "" || (d.day == 0) != (last.day == 0)}
}

// day reads one day or month in any of the ways to write it.
func (p *dateCursor) day() calendarDay {
	start := p.i
	for _, form := range [...]func(*dateCursor) calendarDay{(*dateCursor).yearFirst, (*dateCursor).dayFirst, (*dateCursor).numeric, (*dateCursor).monthFirst} {
		p.i = start
		if d := form(p); d.month > 0 && p.ends(p.i) {
			d.end = p.i
			return d
		}
	}
	p.i = start
	return calendarDay{}
}

// yearFirst reads "2021-10-18", also before a time of day, "2021/10/18", "2021年10月18日" and "2021년 10월 18일".
func (p *dateCursor) yearFirst() (d calendarDay) {
	if d.year = p.yearNumber(); d.year == 0 {
		return calendarDay{}
	}
	for _, marks := range [...][3]string{{"-", "-", ""}, {"/", "/", ""}, {"年", "月", "日"}, {"년", "월", "일"}} {
		q := *p
		if !q.accept(marks[0]) {
			continue
		}
		q.blank()
		if d.month = q.digits(2); d.month < 1 || d.month > 12 || !q.accept(marks[1]) {
			return calendarDay{}
		}
		p.i = q.i
		q.blank()
		if d.day = q.digits(2); d.day == 0 || !q.accept(marks[2]) {
			if d.day = 0; marks[2] == "" {
				return calendarDay{} // "2021-10-" is no month
			}
			return d
		}
		if p.i = q.i; marks[0] == "-" && p.i+1 < len(p.s) && p.s[p.i] == 'T' && isDigit(p.s[p.i+1]) {
			p.s = p.s[:p.i]
		}
		return d
	}
	return calendarDay{}
}

// numeric reads "18.10.2021" and "10/18/2021". In the latter a number over 12 is the day; otherwise month and day must be
// the same, since the order is unknown.
func (p *dateCursor) numeric() (d calendarDay) {
	a := p.digits(2)
	mark := "."
	if !p.accept(mark) {
		if mark = "/"; !p.accept(mark) {
			return calendarDay{}
		}
	}
	b := p.digits(2)
	if a == 0 || b == 0 || !p.accept(mark) {
		return calendarDay{}
	}
	d = calendarDay{year: p.yearNumber(), month: b, day: a}
	if mark == "/" && b > 12 {
		d.month, d.day = a, b
	}
	if d.year == 0 || d.month > 12 || mark == "/" && a <= 12 && b <= 12 && a != b {
		return calendarDay{}
	}
	return d
}

// dayFirst reads "18 October 2021", "1st of May, 2022", "5-7 May", "6-Sep-2024", and with a year "5. Mai 2020", "1er mai
// 2022" and "5 de mayo de 2020".
func (p *dateCursor) dayFirst() (d calendarDay) {
	if d.day = p.ordinal(); d.day == 0 {
		return calendarDay{}
	}
	q := *p
	if q.rangeMark() == toLater {
		if last := q.ordinal(); last > d.day {
			d.lastDay, p.i = last, q.i
		}
	}
	dotted := p.accept(".")
	linked := p.accept("-")
	if !linked && !p.blank() {
		return calendarDay{}
	}
	for _, w := range [...]string{"day ", "of ", "de ", "d’", "d'"} {
		if p.accept(w) {
			p.blank()
		}
	}
	name := p.letters()
	english := int(months[name])
	if d.month = english; d.month == 0 {
		d.month = month.Full(strings.ToLower(name), p.language)
	}
	if d.month == 0 {
		d.month = smallMonths[strings.ToLower(name)]
	}
	if d.month == 0 {
		return calendarDay{}
	}
	p.accept(".")
	end := p.i
	if linked {
		p.accept("-")
	}
	p.comma()
	if p.blank(); p.accept("de ") || p.accept("del ") || p.accept("of ") {
		p.blank()
	}
	if d.year = p.yearNumber(); d.year == 0 || !p.ends(p.i) {
		d.year, p.i = 0, p.undot(end)
		if english == 0 || dotted || linked {
			return calendarDay{} // "2 mars", "Chapter 5. May"
		}
	}
	return d
}

// undot returns end, or the offset before a full stop that ends the sentence there.
func (p *dateCursor) undot(end int) int {
	if end > 0 && p.s[end-1] == '.' && (end == len(p.s) || p.s[end] == '\n') {
		return end - 1
	}
	return end
}

// monthFirst reads "October 18, 2021", "Oct. 18", "May 5-7, 2021", "May the 5th" and "February 2020".
func (p *dateCursor) monthFirst() (d calendarDay) {
	name := p.letters()
	d.month = int(months[name])
	small := d.month == 0 // "may 5, 2020", as people type it, counts with a day and a year only
	if small {
		d.month = smallMonths[name]
	}
	if d.month == 0 {
		return calendarDay{}
	}
	p.accept(".")
	end := p.i
	p.accept(",")
	p.blank()
	ofYear := p.accept("of ")
	if y := p.yearNumber(); y > 0 && p.ends(p.i) && !small {
		d.year = y
		return d
	}
	the := p.accept("the ")
	p.blank()
	d.day = p.ordinal()
	if the && isDigit(p.s[p.i-1]) {
		d.day = 0 // "May the 5 of us"
	}
	if d.day == 0 || !p.ends(p.i) || ofYear {
		if small {
			return calendarDay{}
		}
		d.day, p.i = 0, p.undot(end)
		return d
	}
	q := *p
	if q.rangeMark() == toLater {
		if last := q.ordinal(); last > d.day && q.ends(q.i) {
			d.lastDay, p.i = last, q.i
		}
	}
	end = p.i
	p.comma()
	if p.blank(); p.accept("of ") {
		p.blank()
	}
	if d.year = p.yearNumber(); d.year == 0 || !p.ends(p.i) {
		if d.year, p.i = 0, end; small {
			return calendarDay{} // "may 5 of them"
		}
	}
	return d
}

// dateJoint is what stands between two dates.
type dateJoint uint8

const (
	apart   dateJoint = iota
	besides           // "May 5 and June 7"
	toLater           // "May 5 to June 7"
)

// rangeMark reads what joins two dates.
func (p *dateCursor) rangeMark() dateJoint {
	q := *p
	q.blank()
	for _, mark := range [...]string{"-", "–", "—", "‑", "to ", "through ", "thru ", "until ", "till "} {
		if q.accept(mark) {
			q.blank()
			p.i = q.i
			return toLater
		}
	}
	for _, mark := range [...]string{"and ", "or ", "& "} {
		if q.accept(mark) {
			q.blank()
			p.i = q.i
			return besides
		}
	}
	return apart
}

func number(w string) int {
	n, err := strconv.Atoi(w)
	if err != nil {
		return 0
	}
	return n
}

// iso returns the day in ISO 8601; empty if there is no such day.
func iso(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Month() != time.Month(m) || t.Day() != d {
		return ""
	}
	return t.Format(time.DateOnly)
}
