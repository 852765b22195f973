package text

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/text"
)

// The rule sets: the default, and the one that does what ftfy does by default.
var (
	defaultRepair = text.NewRuleSet(repair.Rules, nil, nil)
	ftfyRepair    = text.NewRuleSet(repair.Rules,
		[]text.Rule{repair.Quotes, repair.Width, repair.Digraphs},
		[]text.Rule{
			repair.LostBytes, repair.SoftHyphens, repair.Invisible, repair.Bidi, repair.StrayWidth, repair.SpaceDebris, repair.BlankRuns,
		})
)

// ftfyPlain are the options of ftfy that leave a text's quotation marks and East Asian punctuation as they are.
var ftfyPlain = map[string]any{"uncurl_quotes": false, "fix_latin_ligatures": false, "fix_character_width": false}

// repaired is the damaged or untouched text of a record, and what is expected of it.
type repaired struct {
	group    string
	in, want string
}

// mend repairs s by Copydesk. The error is one of provenance.
func mend(s string, rules text.RuleSet) (string, error) {
	c := text.NewChain(s)
	if err := repair.Run(context.Background(), c, rules); err != nil {
		return "", err
	}
	out, p := c.Done()
	if p.Replay(s, func(g text.Segment) string { return g.Clean.Of(out) }) != out {
		return "", fmt.Errorf("provenance does not replay: %q", s)
	}
	return out, nil
}

// peerMend repairs texts by ftfy, and says how long that took.
func peerMend(texts []string, options map[string]any) ([]string, time.Duration, error) {
	var answer struct {
		Texts   []string
		Seconds float64
	}
	if options == nil {
		options = map[string]any{}
	}
	err := peers.Call("ftfy_fix.py", map[string]any{"texts": texts, "options": options}, &answer)
	return answer.Texts, time.Duration(answer.Seconds * float64(time.Second)), err
}

func Repair() error {
	steps := []func() error{ftfyCases, damagedDev, untouchedDev, madeSets, repairSpeed}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// ftfyCase is one of ftfy's own test cases.
type ftfyCase struct{ Original, Fixed, Expect string }

// ftfyCases prints how many of ftfy's own test cases come out as they should, as they are and damaged once more.
func ftfyCases() error {
	var all []ftfyCase
	for _, file := range []string{"in-the-wild", "synthetic", "language-names", "negative", "known-failures"} {
		cases, err := data.ReadJSON[[]ftfyCase]("repair/ftfy-" + file + ".json")
		if err != nil {
			return err
		}
		all = append(all, cases...)
	}
	fmt.Printf("%-32s %10s %10s %10s\n", "ftfy's cases", "of", "copydesk", "ftfy")
	for _, expect := range []string{"pass", "fail"} {
		for _, layer := range []string{"", ", + latin-1"} {
			if err := printCases(all, expect, layer); err != nil {
				return err
			}
		}
	}
	return nil
}

// printCases prints how many of the cases with one expectation come out, with a layer of damage if there is one.
func printCases(all []ftfyCase, expect, layer string) error {
	var inputs, wants, ours []string
	for _, c := range all {
		if c.Expect != expect {
			continue
		}
		in := c.Original
		if layer != "" {
			in = damage(in, damages[1].tables)
		}
		got, err := mend(in, ftfyRepair)
		if err != nil {
			return err
		}
		inputs, wants, ours = append(inputs, in), append(wants, c.Fixed), append(ours, got)
	}
	peer := "-"
	theirs, _, err := peerMend(inputs, nil)
	if err == nil {
		peer = strconv.Itoa(equals(theirs, wants))
	} else if !errors.Is(err, peers.ErrNotInstalled) {
		return err
	}
	floor.AtLeast("repair/ftfy, expect: "+expect+layer, float64(equals(ours, wants)))
	fmt.Printf("%-32s %10d %10d %10s\n", "expect: "+expect+layer, len(wants), equals(ours, wants), peer)
	return nil
}

// equals counts the places at which a and b are equal.
func equals(a, b []string) int {
	n := 0
	for i := range a {
		n += data.OneIf(a[i] == b[i])
	}
	return n
}

// damagedDev prints the rates of exact repair on the development set.
func damagedDev() error {
	records, err := data.ReadJSONL[struct{ Original, Damaged, Chain string }]("repair/mojibake-dev.jsonl.xz")
	if err != nil {
		return err
	}
	set := make([]repaired, len(records))
	for i, r := range records {
		set[i] = repaired{r.Chain, r.Damaged, r.Original}
	}
	return printExact("mojibake-dev, exact", set)
}

// untouchedDev prints how many of the texts that need no repair are left alone.
func untouchedDev() error {
	records, err := data.ReadJSONL[struct{ Kind, Text string }]("repair/negatives-dev.jsonl.xz")
	if err != nil {
		return err
	}
	set := make([]repaired, len(records))
	for i, r := range records {
		set[i] = repaired{"negatives", r.Text, r.Text}
	}
	return printExact("negatives-dev, unchanged", set)
}

// printExact prints for each group of set how many come out exactly as wanted, beside ftfy with its defaults and
// with ftfyPlain.
func printExact(title string, set []repaired) error {
	in := make([]string, len(set))
	columns := make([][]string, 3)
	for i, r := range set {
		in[i] = r.in
		got, err := mend(r.in, defaultRepair)
		if err != nil {
			return err
		}
		columns[0] = append(columns[0], got)
	}
	for i, options := range []map[string]any{nil, ftfyPlain} {
		var err error
		if columns[i+1], _, err = peerMend(in, options); err != nil && !errors.Is(err, peers.ErrNotInstalled) {
			return err
		}
	}
	fmt.Printf("\n%-44s %6s %10s %10s %10s\n", title, "n", "copydesk", "ftfy", "ftfy plain")
	var groups []string
	for _, r := range set {
		if !slices.Contains(groups, r.group) {
			groups = append(groups, r.group)
		}
	}
	if len(groups) > 1 {
		groups = append(groups, "")
	}
	for _, g := range groups {
		printGroup(title, g, set, columns)
	}
	return nil
}

// printGroup prints the rates of one group, or of all for "".
func printGroup(title, group string, set []repaired, columns [][]string) {
	n, hits := 0, make([]int, len(columns))
	for i, r := range set {
		if group != "" && r.group != group {
			continue
		}
		n++
		for k, c := range columns {
			if c != nil && c[i] == r.want {
				hits[k]++
			}
		}
	}
	name := group
	if name == "" {
		name = "all"
	}
	floor.AtLeast("repair/"+title+"/"+name, float64(hits[0])/float64(n))
	fmt.Printf("%-44s %6d", name, n)
	for k, h := range hits {
		if columns[k] == nil {
			fmt.Printf(" %10s", "-")
		} else {
			fmt.Printf(" %10.4f", float64(h)/float64(n))
		}
	}
	fmt.Println()
}
