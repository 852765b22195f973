package service

import (
	"math"

	"github.com/copydesk/copydesk/internal/text"
)

// Sizes in JSON, as protojson writes it on one line: a random space can follow every comma, so each is counted as two
// bytes. Numbers with a fraction are counted at their longest. A size is never less than what is written; a test compares
// the two.

const (
	objectBytes = 4  // braces, a comma, a space
	numberBytes = 24 // the longest float64
	enumBytes   = 42 // the longest name of an enum's value, in quotes
	boolBytes   = 5
)

// fieldBytes is the size of a field: its name in quotes, a colon, its value, a comma and a space.
func fieldBytes(name string, value int) int { return len(name) + value + 5 }

// stringBytes is the size of a string: in quotes, with escapes.
func stringBytes(s string) int {
	n := len(s) + 2
	for i := range len(s) {
		if c := s[i]; c < 0x20 || c == '"' || c == '\\' {
			n++
			if c < 0x20 && c != '\n' && c != '\t' && c != '\r' && c != '\b' && c != '\f' {
				n += 4
			}
		}
	}
	return n
}

// stringField is the size of a field that holds s; none if s is empty and so not written.
func stringField(name, s string) int {
	if s == "" {
		return 0
	}
	return fieldBytes(name, stringBytes(s))
}

// listBytes is the size of the frame of a list field.
func listBytes(name string) int { return fieldBytes(name, 2) }

// intBytes is the number of digits of n, which is not negative.
func intBytes(n int) int {
	d := 1
	for ; n >= 10; n /= 10 {
		d++
	}
	return d
}

// spanBytes is the size of a Span.
func spanBytes(s text.Span) int {
	return objectBytes + len(`"start":,"end":`) + 2 + intBytes(s.Start) + intBytes(s.End)
}

// asInt32 is n, which counts bytes or items of a document or a batch in memory, or the largest int32 if it is more.
func asInt32(n int) int32 { return int32(min(max(n, math.MinInt32), math.MaxInt32)) }
