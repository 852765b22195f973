package parity

import (
	"crypto/sha1" //nolint:gosec // as the golden file has it
	"encoding/hex"
	"encoding/json"
	"math"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/dolma"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// Dolma compares with dolma's gopher and c4 taggers.
func Dolma() error {
	return parity{
		name:   "dolma",
		golden: "golden-dev-dolma.jsonl.xz",
		script: "golden_dolma.py",
		ours:   dolmaValues,
	}.run()
}

func dolmaValues(s string) map[goldenKey]any {
	t := pytext.New(s)
	defer t.Release()
	values := map[goldenKey]any{}
	for _, g := range dolma.Groups {
		v := slices.Repeat([]float64{math.NaN()}, len(g.Signals))
		g.Measure(t, v)
		for i, signal := range g.Signals {
			tagger, name, _ := strings.Cut(signal.Name, ".")
			switch {
			case math.IsNaN(v[i]):
			case strings.HasPrefix(name, "lines_with_"):
				values[goldenKey{tagger, name}] = dolmaSpans(t, g.Places(t, i, math.MaxInt).Spans, tagger)
			default:
				values[goldenKey{tagger, name}] = v[i]
			}
		}
	}
	for _, p := range dolma.Profiles {
		rejected := []string{}
		for _, r := range p.Rules {
			_, name, _ := strings.Cut(r.Signal, ".")
			if v, ok := values[goldenKey{p.Name, name}].(float64); ok && r.Fails(v) {
				rejected = append(rejected, name)
			}
		}
		values[goldenKey{p.Name, "decision"}] = rejected
	}
	return values
}

// dolmaSpans returns the spans of lines as the golden file has them. There a last line that is empty has a span too, and the
// second c4 tagger counts in the text in lower case, where İ is two characters.
func dolmaSpans(t *pytext.Text, lines []text.Span, tagger string) any {
	spans := make([][2]int, 0, len(lines))
	byteAt, at := 0, 0
	offset := func(to int) int {
		piece := t.S[byteAt:to]
		at += len([]rune(piece))
		if tagger == "dolma-c4-v2" {
			at += strings.Count(piece, "\u0130")
		}
		byteAt = to
		return at
	}
	for _, l := range lines {
		start := offset(l.Start)
		spans = append(spans, [2]int{start, offset(l.End)})
	}
	if len(spans) <= 400 {
		return spans
	}
	b, _ := json.Marshal(spans)                                       //nolint:errcheck,errchkjson // numbers
	sum := sha1.Sum([]byte(strings.ReplaceAll(string(b), ",", ", "))) //nolint:gosec // the golden files' own digest
	return map[string]any{"n": len(spans), "sha1": hex.EncodeToString(sum[:])}
}
