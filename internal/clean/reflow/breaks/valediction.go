package breaks

import "strings"

// valedictions are the last words of the line that ends a letter, before the name.
var valedictions = set(`sincerely regards wishes truly faithfully yours cheers love thanks respectfully cordially best
	grüßen grüße gruß cordialement salutations saludos cumprimentos saluti groeten`)

// continuations are words that begin no paragraph and no item of a list in small letters.
var continuations = set(`since because although whereas who whose whom was were has had than`)

// maxValediction is how many words such a line has at most.
const maxValediction = 4

// isValediction reports whether a letter ends with line, which has the given count of words.
func isValediction(line string, words int) bool {
	if words > maxValediction || !strings.HasSuffix(line, ",") {
		return false
	}
	return valedictions[strings.ToLower(lastWordOf(line))]
}
