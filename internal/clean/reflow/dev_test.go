package reflow_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"
	"unicode"

	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/text"
)

const dataDir = "../../../../shared/data/reflow/"

type record struct {
	ID, Kind, Broken string
	Severity         int
	Gold             []string
}

// breaks returns the offsets of breaks in s, white space not counted.
func breaks(s string) map[int]bool {
	at, pending, out := 0, false, map[int]bool{}
	for _, r := range s {
		switch {
		case r == '\n':
			pending = true
		case unicode.IsSpace(r):
		default:
			if pending && at > 0 {
				out[at] = true
			}
			pending = false
			at++
		}
	}
	return out
}

// tally sums the metric of ../shared/data/reflow/README.md.
type tally struct{ joined, wrong, broken, gold, untouched, records int }

func (c *tally) add(t *testing.T, r record) {
	t.Helper()
	gold := strings.Join(r.Gold, "\n")
	in, g, o := breaks(r.Broken), breaks(gold), breaks(run(t, r.Broken))
	for b := range in {
		if !g[b] {
			c.broken++
			if !o[b] {
				c.joined++
			}
		}
	}
	for b := range g {
		c.gold++
		if in[b] && !o[b] {
			c.wrong++
		}
	}
	c.records++
	whole := strings.Join(r.Gold, "\n\n")
	if run(t, whole) == whole {
		c.untouched++
	}
}

func (c *tally) scores() (p, r, lost, untouched float64) {
	n := float64(max(c.joined, 1))
	return n / float64(c.joined+c.wrong), n / float64(max(c.broken, 1)),
		float64(c.wrong) / float64(max(c.gold, 1)), float64(c.untouched) / float64(max(c.records, 1))
}

func run(t testing.TB, in string) string {
	t.Helper()
	c := text.NewChain(in)
	if err := reflow.Run(t.Context(), c, text.NewRuleSet(reflow.Rules, nil, nil)); err != nil {
		t.Fatal(err)
	}
	out, p := c.Done()
	if p.Replay(in, func(s text.Segment) string { return s.Clean.Of(out) }) != out {
		t.Fatal("replay differs")
	}
	return out
}

// TestDevelopmentData holds the level reached on the development set; it is about regressions, the figures are
// printed with -v.
func TestDevelopmentData(t *testing.T) {
	t.Parallel()
	raw, err := exec.CommandContext(t.Context(), "xz", "-dc", dataDir+"dev.jsonl.xz").Output()
	if err != nil {
		t.Skip("needs xz and ", dataDir, ": ", err)
	}
	sums := map[string]*tally{"link": {}, "wrap": {}}
	lines := bufio.NewScanner(bytes.NewReader(raw))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		sums[r.Kind].add(t, r)
	}
	floors := map[string][2]float64{"link": {.87, .73}, "wrap": {.98, .91}}
	for kind, c := range sums {
		p, r, lost, untouched := c.scores()
		t.Logf("%s: P %.4f R %.4f F1 %.4f, breaks lost %.4f, gold untouched %.4f", kind, p, r, 2*p*r/(p+r), lost, untouched)
		if p < floors[kind][0] || r < floors[kind][1] {
			t.Errorf("%s is below the level reached before", kind)
		}
	}
}

func TestTraps(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile(dataDir + "traps.jsonl")
	if err != nil {
		t.Skip("needs ", dataDir, ": ", err)
	}
	right, all := 0, 0
	for l := range bytes.SplitSeq(bytes.TrimSpace(b), []byte("\n")) {
		var r struct {
			ID, Why, Broken string
			Gold            []string
		}
		if err := json.Unmarshal(l, &r); err != nil {
			t.Fatal(err)
		}
		all++
		out := run(t, r.Broken)
		if strings.Join(strings.FieldsFunc(out, func(c rune) bool { return c == '\n' }), "\n") == strings.Join(r.Gold, "\n") {
			right++
		} else {
			t.Logf("%s (%s):\n%q", r.ID, r.Why, out)
		}
	}
	t.Logf("%d of %d traps right", right, all)
	if right < 26 {
		t.Error("below the level reached before")
	}
}
