package parity

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/readability"
)

// readability compares our readability with textstat's on news. The formulas are the same; words, sentences and syllables
// are counted by rules of their own, so that the values are close and not equal.
func Readability() error {
	articles, err := data.ReadJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	var docs []data.Document
	for _, a := range articles {
		if data.Hash(a.ID)%150 == 1 {
			docs = append(docs, data.Document{DocID: a.ID, Text: a.Text})
		}
	}
	var theirs struct {
		Values    []map[string]float64
		Seconds   float64
		Syllables map[string][]int
	}
	if err := peers.Call("readability_scores.py", docs, &theirs); err != nil {
		fmt.Println(err)
		return nil
	}
	start := time.Now()
	ours := make([]map[string]float64, len(docs))
	for i, d := range docs {
		ours[i] = readabilityOf(d.Text)
	}
	spent := time.Since(start).Seconds()
	for _, g := range readability.Groups {
		for _, s := range g.Signals {
			name := s.Name[len("text."):]
			if _, ok := theirs.Values[0][name]; ok {
				r, apart := correlation(name, theirs.Values, ours)
				fmt.Printf("%-30s correlation %.3f, mean difference %.2f\n", name, r, apart)
			}
		}
	}
	known, same := syllablesAgree(docs, theirs.Syllables)
	fmt.Printf("syllables: of %d words that the CMU dictionary has, %.4f as there\n", known, part(same, known))
	fmt.Printf("%d articles: textstat took %.1f s, all of our general signals %.2f s\n", len(docs), theirs.Seconds, spent)
	return nil
}

// syllablesAgree counts the words that have a number of syllables in want, and those to which we give one of these.
func syllablesAgree(docs []data.Document, want map[string][]int) (known, same int) {
	counts := map[string]int{}
	for _, d := range docs {
		for _, w := range strings.Fields(d.Text) {
			if len(want[w]) == 0 {
				continue
			}
			if counts[w] == 0 { // a text of one word has one sentence, and the formula tells its syllables
				counts[w] = int(math.Round((206.835 - 1.015 - readabilityOf(w)["flesch_reading_ease"]) / 84.6))
			}
			known++
			if slices.Contains(want[w], counts[w]) {
				same++
			}
		}
	}
	return known, same
}

// readabilityOf returns our values of an English text, by textstat's names.
func readabilityOf(s string) map[string]float64 {
	t := pytext.New(s)
	defer t.Release()
	t.Language = "en"
	values := map[string]float64{}
	for _, g := range readability.Groups {
		v := make([]float64, len(g.Signals))
		for i := range v {
			v[i] = profile.Undefined
		}
		g.Measure(t, v)
		for i, signal := range g.Signals {
			values[signal.Name[len("text."):]] = v[i]
		}
	}
	return values
}

// correlation returns Pearson's correlation of one value, and the mean absolute difference.
func correlation(name string, a, b []map[string]float64) (r, apart float64) {
	var n, sa, sb, saa, sbb, sab float64
	for i := range a {
		x, y := a[i][name], b[i][name]
		if math.IsNaN(y) {
			continue
		}
		n++
		sa, sb, saa, sbb, sab = sa+x, sb+y, saa+x*x, sbb+y*y, sab+x*y
		apart += math.Abs(x - y)
	}
	return (n*sab - sa*sb) / math.Sqrt((n*saa-sa*sa)*(n*sbb-sb*sb)), apart / n
}
