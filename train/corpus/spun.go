package corpus

import (
	"encoding/json"
	"path/filepath"
	"strings"
)

// SpunArticles returns the ids of the news articles of which the data have spun versions. Models that are measured on these
// must not have counted the articles.
func SpunArticles(data string) (map[string]bool, error) {
	ids := map[string]bool{}
	err := Lines(filepath.Join(data, "spun", "spun-dev.jsonl.xz"), func(line []byte) error {
		var row struct{ ID string }
		if err := json.Unmarshal(line, &row); err != nil {
			return err
		}
		id, _, _ := strings.Cut(row.ID, "@")
		ids[id] = true
		return nil
	})
	return ids, err
}
