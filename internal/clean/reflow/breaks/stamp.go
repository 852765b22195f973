package breaks

import "strings"

// isEntry reports whether line begins as an entry does that is a line whatever surrounds it: of a log or a chat, by its time;
// of a shell session, by its prompt; of a stack trace, by its frame.
func isEntry(line string) bool {
	return isStamped(line) || isPrompt(line) || isFrame(line)
}

// isStamped reports whether line begins with a date and a time, with a time to the second, or with a time in brackets.
// A time to the minute alone may begin a wrapped line of prose.
func isStamped(line string) bool {
	s, bracketed := strings.CutPrefix(line, "[")
	rest, dated := cutDate(s)
	rest, parts := cutTime(rest)
	switch {
	case parts == 0:
		return false
	case bracketed:
		return strings.IndexByte(rest[:min(len(rest), maxZone)], ']') >= 0
	default:
		return (dated || parts == 3) && rest != ""
	}
}

// maxZone is how many bytes of fractions and time zone may follow a time.
const maxZone = 20

// cutDate returns s without the date and the mark after it that it begins with: "2024-05-10T", "10/05/2024 ", "May 10 ".
func cutDate(s string) (rest string, found bool) {
	if rest, ok := cutMonthDay(s); ok {
		return rest, true
	}
	i, groups := 0, 0
	for groups < 3 {
		start := i
		for i < len(s) && isDigit(s[i]) && i-start < 4 {
			i++
		}
		if i == start {
			return s, false
		}
		if groups++; groups < 3 {
			if i == len(s) || strings.IndexByte("-/.", s[i]) < 0 {
				return s, false
			}
			i++
		}
	}
	if i < len(s) && strings.IndexByte(" T,", s[i]) >= 0 {
		return strings.TrimLeft(s[i+1:], " "), true
	}
	return s, false
}

// cutMonthDay is cutDate for the dates of system logs: "May 10 09:00:01".
func cutMonthDay(s string) (rest string, found bool) {
	const months = "JanFebMarAprMayJunJulAugSepOctNovDec"
	if len(s) < 7 || s[3] != ' ' || strings.Index(months, s[:3])%3 != 0 {
		return s, false
	}
	rest = strings.TrimLeft(s[4:], " ")
	i := 0
	for i < len(rest) && isDigit(rest[i]) {
		i++
	}
	if i == 0 || i > 2 || !strings.HasPrefix(rest[i:], " ") {
		return s, false
	}
	return rest[i+1:], true
}

// cutTime returns s without the time that it begins with, and how many parts that has: 2 for "09:00", 3 for "09:00:01", 0 if
// there is none.
func cutTime(s string) (rest string, parts int) {
	i := 0
	for {
		start := i
		for i < len(s) && isDigit(s[i]) && i-start < 2 {
			i++
		}
		if i == start || parts > 0 && i-start != 2 {
			return s, 0
		}
		if parts++; parts == 3 || i == len(s) || s[i] != ':' {
			break
		}
		i++
	}
	if parts < 2 {
		return s, 0
	}
	return s[i:], parts
}

// isPrompt reports whether line begins with the prompt of a shell or an interpreter.
func isPrompt(line string) bool {
	return strings.HasPrefix(line, "$ ") || strings.HasPrefix(line, ">>> ") || strings.HasPrefix(line, "PS C:\\") || strings.HasPrefix(line, "C:\\>")
}

// isFrame reports whether line is a frame of a stack trace: "at main (main.js:3)", `File "main.py", line 3`.
func isFrame(line string) bool {
	switch {
	case strings.HasPrefix(line, "at "):
		return len(line) <= edge && strings.HasSuffix(line, ")") && strings.IndexByte(line, '(') > 0 && strings.IndexByte(line, ' ') == 2 &&
			strings.Count(line, " ") <= 3
	case strings.HasPrefix(line, "File \""):
		return strings.Contains(line[:min(len(line), edge)], "\", line ")
	default:
		return strings.HasPrefix(line, "Traceback (most recent call last)") || strings.HasPrefix(line, "Caused by: ")
	}
}
