package extract

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// TestMeasureQuotations logs how many quotations of the development data are found word for word.
func TestMeasureQuotations(t *testing.T) {
	t.Parallel()
	file, err := os.Open("../../../shared/data/quotes/news-dev.jsonl")
	if err != nil {
		t.Skip("the development data are absent")
	}
	defer file.Close() //nolint:errcheck // only read
	var gold, found, hit, speaker int
	lines := bufio.NewScanner(file)
	for lines.Buffer(nil, 1<<20); lines.Scan(); {
		var a struct {
			Text   string
			Quotes []struct {
				Text string
				Full string `json:"speaker_full"`
			}
		}
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		for _, q := range run(t, document(a.Text)).Quotations {
			found++
			got[strings.TrimSpace(q.Text)] = ""
			if q.Speaker != nil {
				got[strings.TrimSpace(q.Text)] = q.Speaker.Name
			}
		}
		for _, q := range a.Quotes {
			gold++
			if name, ok := got[strings.TrimSpace(q.Text)]; ok {
				hit++
				if name == q.Full {
					speaker++
				}
			}
		}
	}
	t.Logf("gold %d, found %d, exact %d, speaker right %d", gold, found, hit, speaker)
	if hit < 228 || found > 240 || speaker < 99 {
		t.Error("below the level reached before")
	}
}
