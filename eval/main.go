// Command eval prints figures of Copydesk beside those of its peers, on the development data in ../shared/data.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/clipperhouse/uax29/v2/sentences"

	"github.com/copydesk/copydesk/internal/text"
)

// dataDir is where the data lies, seen from this folder.
const dataDir = "../../shared/data/sentences/"

// document is one line of the data; offsets are code points.
type document struct {
	Text      string
	Sentences [][2]int
}

// score counts sentence ends found, given and expected.
type score struct{ hit, got, want int }

func main() {
	fmt.Println("Sentence ends, F1 (../shared/data/sentences)")
	fmt.Printf("%-10s %10s %10s\n", "", "copydesk", "UAX 29")
	for _, set := range []string{"ewt-dev", "gum-dev"} {
		ours, base, err := evaluate(dataDir + set + ".jsonl")
		if err != nil {
			fmt.Println("skipped, the data is absent:", set)
			continue
		}
		fmt.Printf("%-10s %10.4f %10.4f\n", set, ours.f1(), base.f1())
	}
}

func evaluate(file string) (ours, base score, err error) {
	f, err := os.Open(file)
	if err != nil {
		return ours, base, err
	}
	defer f.Close() //nolint:errcheck // only read
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return ours, base, err
		}
		ours.add(d, splitOurs(d.Text))
		base.add(d, splitBase(d.Text))
	}
	return ours, base, lines.Err()
}

func splitOurs(s string) []text.Span {
	var out []text.Span
	for _, p := range text.Paragraphs(s) {
		out = text.AppendSentences(out, s, p)
	}
	return out
}

func splitBase(s string) []text.Span {
	var out []text.Span
	for it := sentences.FromString(s); it.Next(); {
		if g := text.Trim(s, text.Span{Start: it.Start(), End: it.End()}); !g.Empty() {
			out = append(out, g)
		}
	}
	return out
}

func (c *score) add(d document, got []text.Span) {
	index := text.NewIndex(d.Text, text.UTF32)
	want := map[int]bool{}
	for _, s := range d.Sentences {
		want[s[1]] = true
	}
	c.want += len(want)
	c.got += len(got)
	for _, s := range got {
		if want[index.Offset(s.End)] {
			c.hit++
		}
	}
}

func (c score) f1() float64 { return 2 * float64(c.hit) / float64(max(c.got+c.want, 1)) }
