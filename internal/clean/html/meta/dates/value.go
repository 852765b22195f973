package dates

import (
	"strings"
	"time"
)

// Parse reads a value that is meant to be a date: as Find does, and a count of seconds or milliseconds since 1970.
func Parse(v string, y Style) (Date, bool) {
	v = strings.TrimSpace(v)
	if n := len(v); (n == 10 || n == 13) && strings.Trim(v, "0123456789") == "" {
		secs := numberAt(v[:10], 0).value
		t := time.Unix(int64(secs), 0).UTC()
		d, ok := valid(t.Year(), int(t.Month()), t.Day())
		d.Clock = t.Format("T15:04:05Z")
		return d, ok
	}
	if len(v) == 14 && strings.Trim(v, "0123456789") == "" {
		v = v[:8]
	}
	if len(v) > 100 {
		return Date{}, false
	}
	d, _, ok := Find(v, y)
	return d, ok
}

// InPath returns the day that the path of an address names: "/2020/03/12/", "/2020-03-12-", "/12-03-2020" (ordered as pages of style s write it) or
// "/20200312/".
func InPath(path string, s Style) (Date, bool) {
	for i := 0; i < len(path); i++ {
		if !isDigit(path[i]) || i > 0 && isDigit(path[i-1]) {
			continue
		}
		y := numberAt(path, i)
		switch y.digits() {
		case 8:
			if d, ok := valid(y.value/10000, y.value/100%100, y.value%100); ok {
				return d, true
			}
		case 4:
			if d, ok := parts(path, y); ok {
				return d, true
			}
		case 2:
			if d, n, ok := Find(path[i:min(len(path), i+12)], s); ok && n.Start == 0 && n.End == 10 && isSlash(path[i+2]) {
				return d, true
			}
		}
		i = y.end - 1
	}
	return Date{}, false
}

// parts reads month and day after a year.
func parts(path string, y token) (Date, bool) {
	if y.end+1 >= len(path) || !isSlash(path[y.end]) {
		return Date{}, false
	}
	m, at, ok := twoDigits(path, y.end+1)
	if !ok || at+1 >= len(path) || !isSlash(path[at]) {
		return Date{}, false
	}
	d, at, ok := twoDigits(path, at+1)
	if !ok || at < len(path) && isDigit(path[at]) {
		return Date{}, false
	}
	return valid(y.value, m, d)
}

func isSlash(c byte) bool { return c == '/' || c == '-' || c == '_' || c == '.' }
