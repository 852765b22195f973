package score

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

const (
	// c4MaxWord is the longest word of a line that stays, in characters.
	c4MaxWord = 1000

	// c4MinWords is how many words a line needs to stay.
	c4MinWords = 3
)

// policies are phrases of legal notices whose lines C4 drops.
var policies = []string{"terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies"}

// c4Signals decides which lines C4 takes out and measures what is left. The order is datatrove's: a line that is
// dropped early can no longer reject the document.
func (m *measures) c4Signals() {
	clean := m.d.Clean
	lorem, brackets, sentences := 0, 0, 0
	for _, s := range m.d.Lines() {
		lower := strings.ToLower(s.Of(clean))
		rule := dropsByWords(lower)
		if rule == "" && strings.Contains(lower, "lorem ipsum") {
			lorem++
			m.place("c4.lorem_ipsum", s)
		}
		if rule == "" && strings.Contains(lower, "javascript") {
			rule = "c4.javascript"
		}
		if rule == "" && strings.Contains(lower, "{") {
			brackets++
			m.place("c4.curly_brackets", s)
		}
		if rule == "" && hasPolicy(lower) {
			rule = "c4.policy"
		}
		if rule != "" {
			m.removals = append(m.removals, Removal{rule, s})
			continue
		}
		sentences += len(text.AppendSentences(nil, clean, s))
	}
	m.values["c4.lorem_ipsum"] = float64(lorem)
	m.values["c4.curly_brackets"] = float64(brackets)
	m.values["c4.sentence_count"] = float64(sentences)
}

// dropsByWords returns the rule by which C4 drops a line for its words, or "".
func dropsByWords(lower string) string {
	words := strings.Fields(lower)
	for _, w := range words {
		if len(w) > c4MaxWord && utf8.RuneCountInString(w) > c4MaxWord {
			return "c4.long_word"
		}
	}
	if len(words) < c4MinWords {
		return "c4.few_words"
	}
	return ""
}

func hasPolicy(lower string) bool {
	for _, p := range policies {
		if strings.Contains(lower, p) {
			return true
		}
	}
	return false
}
