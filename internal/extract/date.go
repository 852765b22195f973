package extract

import (
	"cmp"
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/text"
)

// Date is one expression of time.
type Date struct {
	// Text is the expression as written, with a weekday that precedes it.
	Text string

	// Value is its meaning in ISO 8601, as precise as Text; two values separated by "/" for a range. It is empty if it needs
	// an anchor and none is known.
	Value string

	// Relative says that Value depends on the anchor.
	Relative bool
	Place    Place
}

// dateScanner walks the words of a text from left to right. What it reads from one word on is bounded by maxDate.
type dateScanner struct {
	s      string
	words  []text.Word
	anchor time.Time

	language string // a BCP 47 tag, or empty
}

// dateReading is what the text from some word on says.
type dateReading struct {
	end      int // the offset after the expression; 0 if there is none
	value    string
	relative bool
	invalid  bool // the expression is complete, but there is no such day, or it is a name
}

// maxDate is how many bytes the longest date may have.
const maxDate = 96

// findDates lists the dates of the clean text, none overlapping.
func (x *extraction) findDates() error {
	sc := dateScanner{x.d.Clean, x.words, x.anchor(), cmp.Or(x.o.Language, x.facts.Metadata.Language)}
	for i := 0; i < len(sc.words); {
		if err := x.pace.Step(wordWork); err != nil {
			return err
		}
		r := sc.read(i)
		start := int(sc.words[i].Start)
		if r.end > 0 && !r.invalid {
			s := text.Span{Start: start, End: r.end}
			x.facts.Dates = keep(x.facts.Dates, Date{s.Of(x.d.Clean), r.value, r.relative, placeOf(x.d, s)}, MaxDates, &x.facts.Omitted.Dates)
			if !r.relative {
				r.end = max(r.end, sc.weekdayAfter(r.end))
			}
		}
		for i++; i < len(sc.words) && int(sc.words[i].Start) < r.end; {
			i++
		}
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

// word returns word i; empty before the first and after the last, and for one that is too long for a date.
func (c *dateScanner) word(i int) string {
	if i >= len(c.words) || i < 0 || c.words[i].End-c.words[i].Start > maxDateWord {
		return ""
	}
	return c.words[i].Of(c.s)
}

// joined reports whether only blanks separate word i from the one before.
func (c *dateScanner) joined(i int) bool {
	if i < 1 || i >= len(c.words) {
		return false
	}
	gap := c.s[c.words[i-1].End:c.words[i].Start]
	return gap != "" && len(gap) <= 3 && strings.Trim(gap, " \n\u00a0") == "" && !strings.Contains(gap, "\n\n")
}

// read returns the date that begins with word i.
func (c *dateScanner) read(i int) dateReading {
	w := c.word(i)
	if w == "" {
		return dateReading{}
	}
	start := int(c.words[i].Start)
	switch b := w[0]; {
	case b >= '0' && b <= '9':
		if r := c.calendar(start); r.end > 0 {
			return r
		}
		return c.year(i)
	case smallMonths[w] > 0:
		if r := c.calendar(start); r.end > 0 {
			return r
		}
	case b >= 'A' && b <= 'Z' && len(w) >= 3:
		name := strings.TrimSuffix(w, ".")
		if month, ok := months[name]; ok {
			if r := c.calendar(start); r.end > 0 {
				return r
			}
			return c.month(i, month)
		}
		if r := c.afterWeekday(start, name); r.end > 0 {
			return r
		}
		if day, ok := weekdays[w]; ok {
			return c.weekday(i, day)
		}
	}
	return c.relative(i, strings.ToLower(w))
}

// year reads a year after a word that makes it one ("in 2021").
func (c *dateScanner) year(i int) dateReading {
	w := c.word(i)
	if !isYear(w) || !yearCue[strings.ToLower(c.word(i-1))] || !c.joined(i) {
		return dateReading{}
	}
	return dateReading{end: int(c.words[i].End), value: w}
}

var yearCue = set("in since of until by from during before after early late mid")

func isYear(w string) bool {
	n := number(w)
	return len(w) == 4 && n >= minYear && n <= maxYear
}
