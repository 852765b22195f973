package extract

import (
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/text"
)

var months = func() map[string]time.Month {
	m := map[string]time.Month{"Sept": time.September}
	for i := time.January; i <= time.December; i++ {
		m[i.String()], m[i.String()[:3]] = i, i
	}
	return m
}()

var weekdays = func() map[string]time.Weekday {
	m := map[string]time.Weekday{}
	for i := time.Sunday; i <= time.Saturday; i++ {
		m[i.String()] = i
	}
	return m
}()

// shortWeekdays are read only before a date: "Sun" and "Sat" are words.
var shortWeekdays = set("Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun")

// smallMonths are the English months in lower case.
var smallMonths = func() map[string]int {
	m := map[string]int{}
	for i := time.January; i <= time.December; i++ {
		name := strings.ToLower(i.String())
		m[name] = int(i)
	}
	return m
}()

// afterWeekday reads a date that begins with a weekday: "Tuesday, May 5, 2020", "Tue. 5 May".
func (c *dateScanner) afterWeekday(start int, name string) dateReading {
	if _, ok := weekdays[name]; !ok && !shortWeekdays[name] {
		return dateReading{}
	}
	p := dateCursor{c.s[:min(len(c.s), start+maxDate)], start + len(name), c.language}
	p.accept(".")
	p.accept(",")
	if !p.blank() {
		return dateReading{}
	}
	if p.accept("the ") {
		p.blank()
	}
	if p.i == len(p.s) {
		return dateReading{}
	}
	r := c.calendar(p.i)
	if first, _, _ := strings.Cut(r.value, "/"); r.value != "" && len(first) < len(time.DateOnly) {
		return dateReading{} // "Friday May 2020" names no day
	}
	return r
}

// weekdayAfter returns the end of a weekday after a date that ends at end, as in "5 May 2020 (Tuesday)"; 0 if there is none.
func (c *dateScanner) weekdayAfter(end int) int {
	p := dateCursor{c.s[:min(len(c.s), end+maxDateWord)], end, c.language}
	if p.accept(","); !p.blank() {
		return 0
	}
	p.accept("(")
	if _, ok := weekdays[p.letters()]; !ok {
		return 0
	}
	return p.i
}

// weekday reads a weekday that stands alone.
func (c *dateScanner) weekday(i int, day time.Weekday) dateReading {
	r := dateReading{end: int(c.words[i].End), value: c.format(c.onOrBefore(day)), relative: true}
	before := strings.ToLower(c.word(i - 1))
	r.invalid = c.joined(i) && (dayNames[before] || recurring[before]) || c.insideName(i, dayCue)
	return r
}

// month reads a month that stands alone, in the latest year that is not after the anchor.
func (c *dateScanner) month(i int, m time.Month) dateReading {
	before := strings.ToLower(c.word(i - 1))
	name, dotted := strings.CutSuffix(c.word(i), ".")
	if short := len(name) < 4; short && !dotted || (short || m == time.March || m == time.May) && !yearCue[before] {
		return dateReading{} // "Jan", "Mar", "May I", "March on": no evidence of a date
	}
	r := dateReading{end: int(c.words[i].End), relative: true, invalid: recurring[before] || c.insideName(i, monthCue)}
	if !c.anchor.IsZero() {
		y := c.anchor.Year()
		if m > c.anchor.Month() {
			y--
		}
		r.value = calendarDay{month: int(m)}.value(y)
	}
	return r
}

var (
	// dayNames stand before a weekday in the names of feasts, firms and works.
	dayNames = set("black good ash super bloody easter palm holy maundy ruby cyber shrove manic blue fat")

	// recurring stand before a day that comes again and again, which is no single date.
	recurring = set("every each")

	// dayCue and monthCue show that a date follows, even if the next word has a capital: "on Sunday President Brandt".
	dayCue   = set("on by since until till last next this late early before after from through")
	monthCue = set("in since until during last next this late early mid")

	// newspapers follow a weekday in a name whatever stands before it.
	newspapers = set("Times Telegraph Mirror Mail Express Post Herald Star Sun Tribune World Independent")

	// plainCapitals have a capital after a date only because a headline or a line begins so, and are no names.
	plainCapitals = set("Morning Afternoon Evening Night A An The In On At To For And Or As With From By After Before Until Of But Is Was Has I He She It We They")
)

// insideName reports whether the weekday or month that is word i is part of a name: "the Sunday Times", "August Wilson".
func (c *dateScanner) insideName(i int, cue map[string]bool) bool {
	before := c.word(i - 1)
	cued := c.joined(i) && cue[strings.ToLower(before)]
	if c.joined(i) && !cued && capital(before) && !plainCapitals[before] {
		known := gazetteer.Look(before)
		if known.Has(gazetteer.Title) || known.Has(gazetteer.Forename) && !known.Has(gazetteer.Surname) {
			return true
		}
	}
	next := c.word(i + 1)
	if c.words[i].Shape.Has(text.Possessive) || !c.joined(i+1) || !capital(next) || isDay(next) {
		return false
	}
	if plainCapitals[next] {
		third := c.word(i + 2)
		return next == "Night" && c.joined(i+2) && capital(third) && !plainCapitals[third]
	}
	return newspapers[next] || !cued
}

// isDay reports whether w is a weekday or a month.
func isDay(w string) bool {
	_, day := weekdays[w]
	_, month := months[strings.TrimSuffix(w, ".")]
	return day || month
}
