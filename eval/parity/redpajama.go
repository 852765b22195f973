package parity

import (
	"bytes"
	"crypto/sha1" //nolint:gosec // the golden file has SHA-1 sums of long lists
	"encoding/hex"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/redpajama"
)

func RedPajama() error {
	return parity{
		name: "redpajama", golden: "golden-dev-rpv2.jsonl.xz", script: "golden_redpajama.py",
		ours: redpajamaOurs, same: redpajamaSame,
	}.run()
}

// redpajamaOurs gives the signals of the text, those of lines as lists, as the golden file has them.
func redpajamaOurs(s string) map[goldenKey]any {
	t := pytext.New(s)
	defer t.Release()
	ours := map[goldenKey]any{}
	for _, g := range redpajama.Groups {
		v := make([]float64, len(g.Signals))
		for i := range v {
			v[i] = math.NaN()
		}
		g.Measure(t, v)
		for i, signal := range g.Signals {
			if !math.IsNaN(v[i]) {
				ours[goldenKey{"rpv2", strings.TrimPrefix(signal.Name, "rpv2.")}] = v[i]
			}
		}
	}
	for name, list := range redpajamaLines(t) {
		ours[goldenKey{"rpv2", name}] = list
	}
	return ours
}

// redpajamaLines gives the signals of the lines, with offsets in code points.
func redpajamaLines(t *pytext.Text) map[string][]any {
	lists := map[string][]any{}
	at := 0
	redpajama.EachLine(t, func(l redpajama.LineValues) {
		end := at + utf8.RuneCountInString(l.Span.Of(t.S))
		for name, value := range map[string]any{
			"rps_lines_num_words":                            []int{at, end, l.Words},
			"rps_lines_javascript_counts":                    float64(l.JavaScript),
			"rps_lines_ending_with_terminal_punctution_mark": one(l.Terminal),
			"rps_lines_start_with_bulletpoint":               one(l.Bullet),
			"rps_lines_uppercase_letter_fraction":            l.Uppercase,
			"rps_lines_numerical_chars_fraction":             l.Numerical,
		} {
			lists[name] = append(lists[name], value)
		}
		at = end
	})
	return lists
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// redpajamaSame compares what is undefined, and lists, of which long ones are stored as their length and the SHA-1 sum of
// their JSON.
func redpajamaSame(g golden, v any) (agree, handled bool) {
	theirs := strings.TrimSpace(string(g.Value))
	if theirs == "null" || theirs == "" {
		return v == nil, true
	}
	list, ok := v.([]any)
	if !ok && v != nil {
		return false, false
	}
	if theirs == "[]" || theirs == "[null]" { // the lines of an empty text
		return len(list) == 0, true
	}
	var sum struct {
		N    int    `json:"n"`
		SHA1 string `json:"sha1"`
	}
	if err := json.Unmarshal(g.Value, &sum); err != nil {
		return sameList(g.Value, list), true
	}
	digest := sha1.Sum([]byte(pythonJSON(list))) //nolint:gosec // the golden file has SHA-1 sums of long lists
	return sum.N == len(list) && sum.SHA1 == hex.EncodeToString(digest[:]), true
}

func sameList(theirs json.RawMessage, ours []any) bool {
	var want []any
	if err := json.Unmarshal(theirs, &want); err != nil {
		return false
	}
	a, err := json.Marshal(want)
	if err != nil {
		return false
	}
	b, err := json.Marshal(ours)
	return err == nil && bytes.Equal(a, b)
}

// pythonJSON writes a list as Python's json.dumps does.
func pythonJSON(list []any) string {
	parts := make([]string, len(list))
	for i, v := range list {
		switch v := v.(type) {
		case []int:
			numbers := make([]string, len(v))
			for j, n := range v {
				numbers[j] = strconv.Itoa(n)
			}
			parts[i] = "[" + strings.Join(numbers, ", ") + "]"
		case float64:
			parts[i] = strconv.FormatFloat(v, 'g', -1, 64)
			if !strings.ContainsAny(parts[i], ".e") {
				parts[i] += ".0"
			}
		}
	}
	return "[" + strings.Join(parts, ", ") + "]"
}
