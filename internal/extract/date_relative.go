package extract

import (
	"fmt"
	"time"
)

// relative reads "today" and its kin, and "last week".
func (c *dateScanner) relative(i int, w string) dateReading {
	r := dateReading{end: int(c.words[i].End), relative: true}
	switch w {
	case "today":
		r.value = c.format(c.anchor)
	case "yesterday":
		r.value = c.shift(0, 0, -1, time.DateOnly)
	case "tomorrow":
		r.value = c.shift(0, 0, 1, time.DateOnly)
	case "last":
		return c.step(i+1, -1)
	case "next":
		return c.step(i+1, 1)
	default:
		return dateReading{}
	}
	return r
}

// step reads the unit at word i of "last" (by = -1) or "next" (by = 1).
func (c *dateScanner) step(i, by int) dateReading {
	if !c.joined(i) {
		return dateReading{}
	}
	r := dateReading{end: int(c.words[i].End), relative: true}
	w := c.word(i)
	if day, ok := weekdays[w]; ok {
		if c.insideName(i, dayCue) {
			return dateReading{}
		}
		t := c.onOrBefore(day)
		if by > 0 || t.Equal(c.anchor) {
			t = t.AddDate(0, 0, 7*by)
		}
		r.value = c.format(t)
		return r
	}
	if w != "week" && w != "month" && w != "year" {
		return dateReading{}
	}
	if c.anchor.IsZero() {
		return r
	}
	switch w {
	case "week":
		y, week := c.anchor.AddDate(0, 0, 7*by).ISOWeek()
		r.value = fmt.Sprintf("%04d-W%02d", y, week)
	case "month":
		r.value = time.Date(c.anchor.Year(), c.anchor.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
	case "year":
		r.value = c.shift(by, 0, 0, "2006")
	}
	return r
}

// shift formats the anchor moved by y years, m months and d days; empty without an anchor.
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

// onOrBefore returns the latest such day up to the anchor: news tells of what has been.
func (c *dateScanner) onOrBefore(day time.Weekday) time.Time {
	return c.anchor.AddDate(0, 0, -((int(c.anchor.Weekday()) - int(day) + 7) % 7))
}

// monthDay returns the day m d in the year that brings it closest to the anchor.
func (c *dateScanner) monthDay(m time.Month, d int) time.Time {
	t := time.Date(c.anchor.Year(), m, d, 0, 0, 0, 0, time.UTC)
	if t.Sub(c.anchor) > 183*24*time.Hour {
		t = t.AddDate(-1, 0, 0)
	}
	return t
}
