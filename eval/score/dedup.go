package score

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
)

// changed is which percentage of sentences copies differ in: of six articles one has no copy, one has the first, and one all five.
var changed = []int{0, 1, 3, 5, 10}

// Long says that dedup takes all articles, which are more than 100,000 documents with their copies.
var Long bool

// dedupAnswer is what dedup_datatrove.py answers.
type dedupAnswer struct {
	Version string         `json:"version"`
	Groups  map[string]int `json:"groups"` // by id, of documents in groups of two or more
	CPU     float64        `json:"cpu"`    // seconds
}

// Dedup compares the groups that copydesk dedup finds with those of datatrove's four stages, on articles and copies of them in which a
// part of the sentences were changed, and what each costs.
func Dedup() error {
	if !peers.Installed() {
		fmt.Println("datatrove's stages:", peers.ErrNotInstalled)
		return nil
	}
	dir, err := os.MkdirTemp("", "copydesk-dedup-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the end of a measurement
	n, err := writeCopies(filepath.Join(dir, "in.jsonl"))
	if err != nil {
		return err
	}
	var theirs dedupAnswer
	if err := peers.Call("dedup_datatrove.py", map[string]string{"lines": filepath.Join(dir, "in.jsonl"), "work": dir}, &theirs); err != nil {
		return err
	}
	ours, cpu, err := dedupByCommand(dir)
	if err != nil {
		return err
	}
	left, right := membersOf(ours), membersOf(theirs.Groups)
	differ := 0
	for id, members := range left {
		differ += data.OneIf(!slices.Equal(members, right[id]))
	}
	for id := range right {
		differ += data.OneIf(left[id] == nil)
	}
	fmt.Printf("%d documents: %d in groups of two or more by copydesk dedup, %d by datatrove %s; in another group: %d\n",
		n, len(left), len(right), theirs.Version, differ)
	fmt.Printf("processor, s: copydesk process --score and dedup %.1f, datatrove's four stages %.1f, which know no other score: %.1fx\n",
		cpu.Seconds(), theirs.CPU, theirs.CPU/cpu.Seconds())
	floor.AtMost("dedup/documents in another group", float64(differ))
	return nil
}

// writeCopies writes articles and their copies in an order by chance, and returns how many.
func writeCopies(name string) (int, error) {
	articles, err := data.ReadJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return 0, err
	}
	var lines []string
	for i, a := range articles {
		if !Long && data.Hash(a.ID)%20 != 0 {
			continue
		}
		other := articles[(i+len(articles)/2)%len(articles)].Text
		texts := []string{a.Text}
		for salt, percent := range changed[:i%(len(changed)+1)] {
			texts = append(texts, replaceSentences(a.Text, other, percent, i+salt))
		}
		for k, s := range texts {
			line, err := json.Marshal(map[string]string{"id": fmt.Sprintf("%d-%d", i, k), "text": s})
			if err != nil {
				return 0, err
			}
			lines = append(lines, string(line))
		}
	}
	slices.SortFunc(lines, func(a, b string) int { return int(data.Hash(a)%1000) - int(data.Hash(b)%1000) }) //nolint:gosec // under 1000
	return len(lines), os.WriteFile(name, []byte(strings.Join(lines, "\n")+"\n"), 0o600)
}

// dedupByCommand returns the group of each document that is in one of two or more, by the command line.
func dedupByCommand(dir string) (map[string]int, time.Duration, error) {
	c, err := buildCommand(dir)
	if err != nil {
		return nil, 0, err
	}
	rows, unique := filepath.Join(dir, "rows"), filepath.Join(dir, "unique")
	if _, err := c.run("process", filepath.Join(dir, "in.jsonl"), rows, "--score", "--no-cleaning", "--profile", "fineweb"); err != nil {
		return nil, 0, err
	}
	if _, err := c.run("dedup", rows, unique); err != nil {
		return nil, 0, err
	}
	took := c.cpu
	out, err := c.run("cat", filepath.Join(unique, "rejected"))
	if err != nil {
		return nil, 0, err
	}
	groups, number := map[string]int{}, map[string]int{}
	for line := range bytes.Lines(out) {
		var row struct {
			ID          string `json:"id"`
			DuplicateOf string `json:"duplicate_of"`
		}
		if err := json.Unmarshal(line, &row); err != nil {
			return nil, 0, err
		}
		if _, seen := number[row.DuplicateOf]; !seen {
			number[row.DuplicateOf] = len(number)
		}
		groups[row.ID], groups[row.DuplicateOf] = number[row.DuplicateOf], number[row.DuplicateOf]
	}
	return groups, took, nil
}

// membersOf returns for each document the sorted members of its group.
func membersOf(groups map[string]int) map[string][]string {
	members := map[int][]string{}
	for id, g := range groups {
		members[g] = append(members[g], id)
	}
	out := make(map[string][]string, len(groups))
	for _, m := range members {
		slices.Sort(m)
		for _, id := range m {
			out[id] = m
		}
	}
	return out
}
