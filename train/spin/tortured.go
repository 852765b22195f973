package spin

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

// Tortured reads the substitutions of words in "tortured phrases" of papers, those of phrases and usual terms with equally many words:
// those for measuring, or the others.
func Tortured(data string, m *fluency.Model, measuring bool) (Thesaurus, error) {
	f, err := os.Open(filepath.Join(data, "spun", "tortured-dev.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	t := Thesaurus{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var pair struct{ Tortured, Correct string }
		if err := json.Unmarshal(lines.Bytes(), &pair); err != nil {
			return nil, err
		}
		to, from := strings.Fields(strings.ToLower(pair.Tortured)), strings.Fields(strings.ToLower(pair.Correct))
		if len(to) == len(from) {
			for i := range from {
				t.Add(m, from[i], to[i], measuring)
			}
		}
	}
	t.order()
	return t, lines.Err()
}
