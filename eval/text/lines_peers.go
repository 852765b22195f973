package text

import (
	"regexp"
	"strings"
)

// c4Lines is the line filter of C4, as datatrove has it, less the rule that a line must end in a mark, which no
// headline passes.
func c4Lines(line string) string {
	lower := strings.ToLower(line)
	for _, s := range []string{"javascript", "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies"} {
		if strings.Contains(lower, s) {
			return ""
		}
	}
	return line
}

var dclmCounter = regexp.MustCompile(`^\W*\d(?:,|\.|\d)*(?:K|k|M|m|B|b)?\s+(?:likes|shares|comments|retweets|reposts|quotes|bookmarks|upvotes|downvotes|downloads|views|followers)\W*$`)

// dclmLines is the line modifiers of DCLM's baseline.
func dclmLines(line string) string {
	words, upper, digits := strings.Fields(line), 0, 0
	for _, c := range line {
		switch {
		case 'A' <= c && c <= 'Z':
			upper++
		case '0' <= c && c <= '9':
			digits++
		}
	}
	short := len(words) <= 10
	switch lower := strings.ToLower(line); {
	case len(words) < 2, 2*upper > len(line), digits == len(line), dclmCounter.MatchString(line),
		short && strings.Contains(lower, "items in cart"), short && strings.HasSuffix(lower, "read more..."),
		short && strings.HasPrefix(lower, "sign-in"):
		return ""
	}
	return line
}
