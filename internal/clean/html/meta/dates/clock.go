package dates

import (
	"fmt"
	"strings"
)

// clock reads the time of day that follows a date at i. It returns it as ISO 8601 writes it, and where it ends; without
// one, the empty string and i.
func clock(s string, i int) (string, int) {
	at := i
	for at < len(s) && at-i < 3 && (s[at] == ' ' || s[at] == ',' || s[at] == 'T' || s[at] == 't') {
		at++
	}
	if at == i {
		return "", i
	}
	hour, at, ok := twoDigits(s, at)
	if !ok || at >= len(s) || s[at] != ':' {
		return "", i
	}
	minute, at, ok := twoDigits(s, at+1)
	if !ok || minute > 59 {
		return "", i
	}
	second := 0
	if at < len(s) && s[at] == ':' {
		if second, at, ok = twoDigits(s, at+1); !ok || second > 59 {
			return "", i
		}
	}
	if at < len(s) && s[at] == '.' && at+1 < len(s) && isDigit(s[at+1]) {
		for at++; at < len(s) && isDigit(s[at]); {
			at++
		}
	}
	hour, at = halfDay(s, hour, at)
	if hour > 23 {
		return "", i
	}
	zone, end := offset(s, at)
	return fmt.Sprintf("T%02d:%02d:%02d%s", hour, minute, second, zone), end
}

func twoDigits(s string, i int) (v, next int, ok bool) {
	for next = i; next < len(s) && next < i+2 && isDigit(s[next]); next++ {
		v = v*10 + int(s[next]-'0')
	}
	return v, next, next > i
}

// halfDay reads "am" or "pm".
func halfDay(s string, hour, at int) (int, int) {
	i := at
	if i < len(s) && s[i] == ' ' {
		i++
	}
	if len(s) < i+2 || s[i+1]|0x20 != 'm' || hour > 12 {
		return hour, at
	}
	switch s[i] | 0x20 {
	case 'a':
		return hour % 12, i + 2
	case 'p':
		return hour%12 + 12, i + 2
	}
	return hour, at
}

// offset reads "Z", "+02:00", "+0200" or " UTC".
func offset(s string, at int) (string, int) {
	rest := strings.TrimLeft(s[at:min(len(s), at+8)], " ")
	i := min(len(s), at+8) - len(rest)
	switch {
	case strings.HasPrefix(rest, "Z") || strings.HasPrefix(rest, "z"):
		return "Z", i + 1
	case strings.HasPrefix(rest, "UTC") || strings.HasPrefix(rest, "GMT"):
		return "Z", i + 3
	case rest == "" || rest[0] != '+' && rest[0] != '-':
		return "", at
	}
	h, next, ok := twoDigits(s, i+1)
	if !ok || next != i+3 || h > 14 {
		return "", at
	}
	if next < len(s) && s[next] == ':' {
		next++
	}
	m, next, ok := twoDigits(s, next)
	if !ok || m > 59 {
		return "", at
	}
	return fmt.Sprintf("%c%02d:%02d", rest[0], h, m), next
}
