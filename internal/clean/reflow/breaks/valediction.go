package breaks

import "strings"

// valedictions are the last words of the line before the name at the end of a letter.
var valedictions = set(`sincerely regards wishes truly faithfully yours cheers love thanks respectfully cordially best
	grüßen grüße gruß cordialement salutations saludos cumprimentos saluti groeten`)

// continuations are words that, in small letters, begin neither a paragraph nor an item of a list.
var continuations = set(`since because although whereas who whose whom was were has had than`)

// articles are indefinite articles, which the name of a thing in a list may begin with.
var articles = set(`a an A An ein eine Ein Eine un une Un Une una uno Una Uno um uma Um Uma een Een en ett et`)

// maxValediction is the greatest number of words in such a line.
const maxValediction = 4

// isValediction reports whether line, of so many words, is the closing phrase of a letter.
func isValediction(line string, words int) bool {
	if words > maxValediction || !strings.HasSuffix(line, ",") {
		return false
	}
	return valedictions[strings.ToLower(lastWordOf(line))]
}
