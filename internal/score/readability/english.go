package readability

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// isEnglish reports whether t is English: by its language, or, if that is unknown, by the share of its words that are common in
// English and rare elsewhere.
func isEnglish(t *pytext.Text) bool {
	if t.Language != "" {
		primary, _, _ := strings.Cut(strings.ToLower(t.Language), "-")
		return primary == "en"
	}
	w := t.Words()
	common := 0
	for id, n := range w.Counts {
		t.Tick(4)
		if length := w.Lengths[id]; length <= 5 && isFunctionWord(w.Type(uint32(id))) {
			common += int(n)
		}
	}
	return float64(common) >= minFunctionWords*float64(w.Len()) && common > 0
}

// minFunctionWords is the least share of function words in English.
const minFunctionWords = 0.065

// isFunctionWord reports whether word is frequent in English and not in related languages, unlike is and was.
func isFunctionWord(word string) bool {
	switch word {
	case "the", "The", "of", "and", "to", "that", "with", "this", "are", "from", "which", "by":
		return true
	default:
		return false
	}
}
