package extract

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/text"
)

// Date is one expression of time.
type Date struct {
	// Text is the expression as written.
	Text string

	// Value is its meaning in ISO 8601, as precise as Text; empty if it needs an anchor and none is known.
	Value string

	// Relative says that Value depends on the anchor.
	Relative bool
	Place    Place
}

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

// dateScanner walks the words of a text from left to right; each rule looks at a few words from at on.
type dateScanner struct {
	s      string
	words  []text.Word
	anchor time.Time
}

// findDates lists the dates of the clean text, none overlapping.
func (x *extraction) findDates() error {
	sc := dateScanner{x.d.Clean, x.words, x.anchor()}
	for i := 0; i < len(sc.words); {
		if err := x.pace.Step(wordWork); err != nil {
			return err
		}
		n, value, relative := sc.match(i)
		if n == 0 || !relative && (value == "" || n == 2 && len(value) == 10) { // no such day
			i += max(n, 1)
			continue
		}
		s := sc.words[i].Span().Cover(sc.words[i+n-1].Span())
		x.facts.Dates = keep(x.facts.Dates, Date{s.Of(x.d.Clean), value, relative, placeOf(x.d, s)}, MaxDates, &x.facts.Omitted.Dates)
		i += n
	}
	return nil
}

// anchor is the day that relative dates count from; zero if unknown. What the caller knows comes before what the document
// says of itself.
func (x *extraction) anchor() time.Time {
	for _, t := range [...]time.Time{x.o.PublishTime, x.facts.Metadata.PublishTime, x.o.RetrieveTime} {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// maxDateWord is the most bytes of a word of a date.
const maxDateWord = 25

// word is word i; empty before the first and after the last, and for one that is too long for a date.
func (c *dateScanner) word(i int) string {
	if i >= len(c.words) || i < 0 || c.words[i].End-c.words[i].Start > maxDateWord {
		return ""
	}
	return c.words[i].Of(c.s)
}

// joined reports whether only a few of the characters seps separate word i from the one before.
func (c *dateScanner) joined(i int, seps string) bool {
	if i < 1 || i >= len(c.words) {
		return false
	}
	gap := c.s[c.words[i-1].End:c.words[i].Start]
	return len(gap) <= 3 && strings.Trim(gap, seps) == "" && !strings.Contains(gap, "\n\n")
}

// match returns how many words from i on form a date, and its value; 0 if none do.
func (c *dateScanner) match(i int) (n int, value string, relative bool) {
	w := c.word(i)
	if w == "" {
		return 0, "", false
	}
	switch b := w[0]; {
	case b >= '0' && b <= '9':
		return c.number(i, w)
	case b >= 'A' && b <= 'Z' && len(w) >= 3:
		if m, ok := months[strings.TrimSuffix(w, ".")]; ok {
			return c.month(i, m)
		}
		if day, ok := weekdays[w]; ok {
			return 1, c.format(c.onOrBefore(day)), true
		}
	}
	return c.relative(i, strings.ToLower(w))
}

// number matches "2021-10-18", "18.10.2021", "10/18/2021", "18 October 2021" and "in 2021".
func (c *dateScanner) number(i int, w string) (int, string, bool) {
	if len(w) >= 10 && w[4] == '-' {
		if t, err := time.Parse(time.DateOnly, w[:10]); err == nil && (len(w) == 10 || w[10] == 'T') {
			return 1, t.Format(time.DateOnly), false
		}
	}
	if t, err := time.Parse("2.1.2006", w); err == nil {
		return 1, t.Format(time.DateOnly), false
	}
	if c.joined(i+1, "/") && c.joined(i+2, "/") && len(c.word(i+2)) == 4 {
		if v := slashed(number(w), number(c.word(i+1)), number(c.word(i+2))); v != "" {
			return 3, v, false
		}
	}
	if m, ok := months[strings.TrimSuffix(c.word(i+1), ".")]; ok && dayOf(w) > 0 && c.joined(i+1, " \n\u00a0") {
		if y := c.year(i + 2); y > 0 {
			return 3, iso(y, int(m), dayOf(w)), false
		}
		return 2, c.format(c.monthDay(m, dayOf(w))), iso(2000, int(m), dayOf(w)) != ""
	}
	if prev := strings.ToLower(c.word(i - 1)); c.isYear(w) && yearCue[prev] && c.joined(i, " \n\u00a0") {
		return 1, w, false
	}
	return 0, "", false
}

var yearCue = set("in since of until by from during before after early late mid")

// slashed orders a numeric date: a number over 12 is the day; else the month comes first, as in the United
// States, only if both readings agree. Without evidence there is no date.
func slashed(a, b, y int) string {
	switch {
	case b > 12 || a == b:
		return iso(y, a, b)
	case a > 12:
		return iso(y, b, a)
	}
	return ""
}

// month matches "October 18, 2021", "Oct. 18", "February 2020" and "August".
func (c *dateScanner) month(i int, m time.Month) (int, string, bool) {
	const gap = " \n,\u00a0"
	if day := dayOf(c.word(i + 1)); day > 0 && c.joined(i+1, gap) {
		if y := c.year(i + 2); y > 0 {
			return 3, iso(y, int(m), day), false
		}
		return 2, c.format(c.monthDay(m, day)), iso(2000, int(m), day) != ""
	}
	if y := c.year(i + 1); y > 0 {
		return 2, fmt.Sprintf("%04d-%02d", y, m), false
	}
	w := c.word(i)
	if len(w) < 4 || (m == time.March || m == time.May) && !yearCue[strings.ToLower(c.word(i-1))] {
		return 0, "", false // "Jan", "Mar", "May I", "March on": no evidence of a date
	}
	if c.anchor.IsZero() {
		return 1, "", true
	}
	y := c.anchor.Year()
	if m > c.anchor.Month() {
		y--
	}
	return 1, fmt.Sprintf("%04d-%02d", y, m), true
}

// relative matches "today" and its kin, and "last week".
func (c *dateScanner) relative(i int, w string) (int, string, bool) {
	switch w {
	case "today":
		return 1, c.format(c.anchor), true
	case "yesterday":
		return 1, c.shift(0, 0, -1, time.DateOnly), true
	case "tomorrow":
		return 1, c.shift(0, 0, 1, time.DateOnly), true
	case "last":
		return c.step(i+1, -1)
	case "next":
		return c.step(i+1, 1)
	}
	return 0, "", false
}

// step matches the unit at i of "last" (by = -1) or "next" (by = 1).
func (c *dateScanner) step(i, by int) (int, string, bool) {
	if !c.joined(i, " \n\u00a0") {
		return 0, "", false
	}
	if day, ok := weekdays[c.word(i)]; ok {
		t := c.onOrBefore(day)
		if by > 0 || t.Equal(c.anchor) {
			t = t.AddDate(0, 0, 7*by)
		}
		return 2, c.format(t), true
	}
	switch c.word(i) {
	case "week":
		if c.anchor.IsZero() {
			return 2, "", true
		}
		y, w := c.anchor.AddDate(0, 0, 7*by).ISOWeek()
		return 2, fmt.Sprintf("%04d-W%02d", y, w), true
	case "month":
		if c.anchor.IsZero() {
			return 2, "", true
		}
		first := time.Date(c.anchor.Year(), c.anchor.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC)
		return 2, first.Format("2006-01"), true
	case "year":
		return 2, c.shift(by, 0, 0, "2006"), true
	}
	return 0, "", false
}

// shift formats the anchor moved; empty without one.
func (c *dateScanner) shift(y, m, d int, layout string) string {
	if c.anchor.IsZero() {
		return ""
	}
	return c.anchor.AddDate(y, m, d).Format(layout)
}

func (c *dateScanner) format(t time.Time) string {
	if c.anchor.IsZero() || t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// onOrBefore is the latest such day up to the anchor: news tells of what has been.
func (c *dateScanner) onOrBefore(day time.Weekday) time.Time {
	return c.anchor.AddDate(0, 0, -((int(c.anchor.Weekday()) - int(day) + 7) % 7))
}

// monthDay is the day m d in the year that brings it closest to the anchor.
func (c *dateScanner) monthDay(m time.Month, d int) time.Time {
	t := time.Date(c.anchor.Year(), m, d, 0, 0, 0, 0, time.UTC)
	if t.Sub(c.anchor) > 183*24*time.Hour {
		t = t.AddDate(-1, 0, 0)
	}
	return t
}

func (c *dateScanner) isYear(w string) bool {
	n := number(w)
	return len(w) == 4 && n >= 1000 && n < 2200
}

// year is the year that word i is, joined to the one before; 0 if it is none.
func (c *dateScanner) year(i int) int {
	if !c.joined(i, " \n,\u00a0") || !c.isYear(c.word(i)) {
		return 0
	}
	return number(c.word(i))
}

// dayOf is the day of the month that w is ("18", "18th"); 0 if it is none.
func dayOf(w string) int {
	for _, e := range [...]string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, e)
	}
	if n := number(w); n >= 1 && n <= 31 && len(w) <= 2 {
		return n
	}
	return 0
}

func number(w string) int {
	n, err := strconv.Atoi(w)
	if err != nil {
		return 0
	}
	return n
}

// iso is the day in ISO 8601; empty if there is no such day.
func iso(y, m, d int) string {
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Month() != time.Month(m) || t.Day() != d {
		return ""
	}
	return t.Format(time.DateOnly)
}
