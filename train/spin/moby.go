package spin

import (
	"os"
	"strings"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

// Moby reads the pairs of single words of Moby's thesaurus (words.txt of the npm package moby: lines of a word and others of like meaning,
// with commas between), and their forms with the same ending: those for measuring, or the others.
func Moby(file string, m *fluency.Model, measuring bool) (Thesaurus, error) {
	b, err := os.ReadFile(file) //nolint:gosec // the caller's choice
	if err != nil {
		return nil, err
	}
	t := Thesaurus{}
	for line := range strings.SplitSeq(strings.ReplaceAll(string(b), "\r", "\n"), "\n") {
		words := strings.Split(strings.ToLower(strings.TrimSpace(line)), ",")
		for _, w := range words[1:] {
			if isSingle(words[0]) && isSingle(w) {
				t.inflected(m, words[0], w, measuring)
			}
		}
	}
	t.order()
	return t, nil
}

func isSingle(w string) bool { return len(w) > 2 && !strings.ContainsAny(w, " -.'") }

// inflected adds a pair, and its forms with the same ending.
func (t Thesaurus) inflected(m *fluency.Model, from, to string, measuring bool) {
	t.Add(m, from, to, measuring)
	for _, ending := range []string{"s", "ed", "ing"} {
		t.Add(m, withEnding(from, ending), withEnding(to, ending), measuring)
	}
}

// withEnding adds an ending by the commonest rules of spelling.
func withEnding(w, ending string) string {
	last := w[len(w)-1]
	switch {
	case ending == "s" && last == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ies"
	case ending == "s" && (strings.ContainsRune("sxz", rune(last)) || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh")):
		return w + "es"
	case ending == "ed" && last == 'y' && !strings.ContainsRune("aeiou", rune(w[len(w)-2])):
		return w[:len(w)-1] + "ied"
	case ending != "s" && last == 'e':
		return w[:len(w)-1] + ending
	}
	return w + ending
}
