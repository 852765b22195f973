// Package parity compares the values that Score gives with those of each reference's own code.
package parity

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
)

// golden is a value that a reference's own code gave for a document.
type golden struct {
	DocID   string          `json:"doc_id"`
	Profile string          `json:"profile"`
	Signal  string          `json:"signal"`
	Value   json.RawMessage `json:"value"`
	Keep    *int            `json:"keep"`
	Error   string          `json:"error"`
	Tie     int             `json:"tie"`
	Lo      *float64        `json:"lo"`
	Hi      *float64        `json:"hi"`
	SHA1    string          `json:"sha1"`
	Length  *int            `json:"length"`
}

// goldenKey names a value as the golden files do.
type goldenKey struct{ profile, signal string }

// parityAnswer is what a peer script answers: golden rows, and how long the reference's own code took over them.
type parityAnswer struct {
	Rows    []golden `json:"rows"`
	Seconds float64  `json:"seconds"`
}

// parity is one reference's comparison.
type parity struct {
	name, golden string // the file of golden values
	script       string // of peers/, which runs the reference's own code on further documents

	// ours gives our values of a text, by the golden files' names: float64, string, or what JSON makes of a list. A
	// missing one is undefined.
	ours func(text string) map[goldenKey]any

	// same compares a row of a kind of its own; nil, or a false second result, leaves it to the usual comparison.
	same func(g golden, v any) (agree, handled bool)

	// known are cases in which the reference is wrong or depends on chance, by signal: why. They are counted apart.
	known map[string]string
}

// goldenFile names the documents that come with a reference's answers.
const goldenFile = "golden file"

// run compares with the golden file, and with the reference itself where it is installed.
func (p parity) run() error {
	docs, err := data.ReadJSONL[data.Document]("quality-parity/docs-dev.jsonl.xz")
	if err != nil {
		return err
	}
	rows, err := data.ReadJSONL[golden]("quality-parity/" + p.golden)
	if err != nil {
		return err
	}
	p.compare(goldenFile, docs, rows)
	if !peers.Installed() {
		fmt.Printf("further documents: %v\n", peers.ErrNotInstalled)
		return nil
	}
	further, err := data.Further()
	if err != nil {
		return err
	}
	var answer parityAnswer
	if err := peers.Call(p.script, further, &answer); err != nil {
		return err
	}
	spent := p.compare(fmt.Sprintf("%d further documents", len(further)), further, answer.Rows)
	fmt.Printf("its own code took %.1f s, ours %.2f s: %.0f times as long\n", answer.Seconds, spent.Seconds(),
		answer.Seconds/spent.Seconds())
	return nil
}

// agreement counts the agreement of a signal.
type agreement struct {
	rows, exact, near, decisions, decided int
	differ                                []string
}

// compare prints the agreement on docs, and returns how long our values took.
func (p parity) compare(what string, docs []data.Document, rows []golden) time.Duration {
	byDoc := map[string][]golden{}
	for _, g := range rows {
		byDoc[g.DocID] = append(byDoc[g.DocID], g)
	}
	tallies := map[goldenKey]*agreement{}
	var spent time.Duration
	for _, d := range docs {
		start := time.Now()
		ours := p.ours(d.Text)
		spent += time.Since(start)
		for _, g := range byDoc[d.DocID] {
			k := goldenKey{g.Profile, g.Signal}
			if tallies[k] == nil {
				tallies[k] = &agreement{}
			}
			p.count(tallies[k], g, ours[k], ours[goldenKey{g.Profile, "keep:" + g.Signal}])
		}
	}
	p.report(what, tallies)
	return spent
}

// count compares one row. Our decision on a signal, where the reference has one, is under its name with "keep:" before it.
func (p parity) count(t *agreement, g golden, v, keep any) {
	t.rows++
	exact, near := sameValue(g, v)
	if p.same != nil {
		if agree, handled := p.same(g, v); handled {
			exact, near = agree, agree
		}
	}
	if exact {
		t.exact++
	}
	if near {
		t.near++
	}
	decided := g.Keep != nil && keep != nil
	if decided {
		t.decided++
		if keep == float64(*g.Keep) {
			t.decisions++
		} else {
			near = false
		}
	}
	if !near {
		t.differ = append(t.differ, fmt.Sprintf("%s (theirs %.60s, ours %.60v)", g.DocID, g.Value, v))
	}
}

// sameValue reports whether v is what the reference gave: exactly, and within 1e-6. Where its code stopped with an error, or
// gave nothing, anything is; where it chose between equals, whatever it might have chosen.
func sameValue(g golden, v any) (exact, near bool) {
	if g.Lo != nil && g.Hi != nil {
		f, ok := v.(float64)
		ok = ok && f >= *g.Lo-1e-9 && f <= *g.Hi+1e-9
		return ok, ok
	}
	if g.Error != "" || len(g.Value) == 0 {
		return true, true
	}
	var want any
	if err := json.Unmarshal(g.Value, &want); err != nil {
		return false, false
	}
	if b, ok := want.(bool); ok {
		want = map[bool]float64{true: 1}[b]
	}
	if f, ok := want.(float64); ok {
		got, ok := v.(float64)
		return ok && got == f, ok && math.Abs(got-f) <= 1e-6
	}
	got, err := json.Marshal(v)
	if err != nil {
		return false, false
	}
	theirs, _ := json.Marshal(want) //nolint:errcheck // it was JSON a moment ago
	same := bytes.Equal(got, theirs)
	return same, same
}

// report prints a line for each signal that differs anywhere, and the sums of each profile.
func (p parity) report(what string, tallies map[goldenKey]*agreement) {
	profiles := map[string]*agreement{}
	keys := make([]goldenKey, 0, len(tallies))
	for k, t := range tallies {
		keys = append(keys, k)
		if profiles[k.profile] == nil {
			profiles[k.profile] = &agreement{}
		}
		sum := profiles[k.profile]
		if p.known[k.signal] == "" {
			sum.rows, sum.exact, sum.near = sum.rows+t.rows, sum.exact+t.exact, sum.near+t.near
			sum.decided, sum.decisions = sum.decided+t.decided, sum.decisions+t.decisions
		}
	}
	names := make([]string, 0, len(profiles))
	for name := range profiles {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		t := profiles[name]
		if what == goldenFile { // further documents need the peers
			floor.AtLeast("parity-"+p.name+"/"+name+"/exact", part(t.exact, t.rows))
			floor.AtLeast("parity-"+p.name+"/"+name+"/within 1e-6", part(t.near, t.rows))
			if t.decided > 0 {
				floor.AtLeast("parity-"+p.name+"/"+name+"/decisions", part(t.decisions, t.decided))
			}
		}
		fmt.Printf("%-28s %s: %d values, exact %.6f, within 1e-6 %.6f", name, what, t.rows, part(t.exact, t.rows), part(t.near, t.rows))
		if t.decided > 0 {
			fmt.Printf("; %d decisions, the same %.6f", t.decided, part(t.decisions, t.decided))
		}
		fmt.Println()
	}
	slices.SortFunc(keys, func(a, b goldenKey) int {
		return strings.Compare(a.profile+"\x00"+a.signal, b.profile+"\x00"+b.signal)
	})
	for _, k := range keys {
		if t := tallies[k]; len(t.differ) > 0 {
			fmt.Printf("  %s %s: %d of %d differ%s: %s\n", k.profile, k.signal, len(t.differ), t.rows, because(p.known[k.signal]),
				strings.Join(t.differ[:min(3, len(t.differ))], "; "))
		}
	}
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return " (" + why + ")"
}

func part(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
