// Package dates finds days of the calendar in short texts, as pages write them in some twenty languages.
package dates

import "fmt"

// Date is a day, or a moment of one.
type Date struct {
	Year, Month, Day int

	// Clock is the time of day and its offset as ISO 8601 writes them, "T10:30:00+02:00"; empty if it has none.
	Clock string
}

// String returns d in ISO 8601; it is empty for the zero value.
func (d Date) String() string {
	if d.Year == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d%s", d.Year, d.Month, d.Day, d.Clock)
}

// Same reports whether d and e are the same day.
func (d Date) Same(e Date) bool { return d.Year == e.Year && d.Month == e.Month && d.Day == e.Day }

// Before reports whether d is an earlier day than e.
func (d Date) Before(e Date) bool { return d.number() < e.number() }

// Near reports whether d and e are a day apart.
func (d Date) Near(e Date) bool {
	a, b := d, e
	if b.Before(a) {
		a, b = b, a
	}
	switch {
	case a.Year == b.Year && a.Month == b.Month:
		return b.Day == a.Day+1
	case a.Day != daysIn(a.Year, a.Month) || b.Day != 1:
		return false
	case a.Year == b.Year:
		return b.Month == a.Month+1
	}
	return b.Year == a.Year+1 && a.Month == 12 && b.Month == 1
}

func (d Date) number() int { return d.Year<<9 | d.Month<<5 | d.Day }

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d.Year == 0 }

// Style is how a page writes dates. The zero value puts the day before the month, in no language in particular.
type Style struct {
	// MonthFirst says that the month comes first in a date of three small numbers.
	MonthFirst bool

	// Language is a BCP 47 tag, in lower case, or empty. It decides what a month is where languages contradict each other.
	Language string
}

// The years that a page can have been written in. Without a clock the end has to be a constant.
const (
	firstYear = 1995
	lastYear  = 2035
)

// valid returns the day, and whether there is such a day that a page can bear.
func valid(y, m, d int) (Date, bool) {
	if y < firstYear || y > lastYear || m < 1 || m > 12 || d < 1 || d > daysIn(y, m) {
		return Date{}, false
	}
	return Date{Year: y, Month: m, Day: d}, true
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
