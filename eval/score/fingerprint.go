// Package score measures Score: its speed, its fingerprints and where the profiles disagree.
package score

import (
	"fmt"
	"slices"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/text"
	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// Fingerprints measures how well fingerprints find copies in which some of the sentences were changed.
func Fingerprints() error {
	articles, err := data.ReadJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	var texts, all []string
	for _, a := range articles {
		all = append(all, a.Text)
		if data.Hash(a.ID)%12 == 0 {
			texts = append(texts, a.Text)
		}
	}
	printFingerprintSpeed(texts)
	printNearDuplicates(texts)
	printFalseDuplicates(all)
	return nil
}

func withUnits(s string, do func(t *pytext.Text)) {
	t := pytext.New(s)
	defer t.Release()
	do(t)
}

// printFingerprintSpeed prints the speeds on news, words and all.
func printFingerprintSpeed(texts []string) {
	size := 0
	for _, s := range texts {
		size += len(s)
	}
	speed := func(do func(t *pytext.Text)) float64 {
		return timing.Rate(size, func() {
			for _, s := range texts {
				withUnits(s, do)
			}
		})
	}
	words := speed(func(t *pytext.Text) { t.Words() })
	brief := speed(func(t *pytext.Text) { fingerprint.Brief(t) })
	all := speed(func(t *pytext.Text) { fingerprint.Of(t) })
	fmt.Printf("%d news articles, one core, MB/s: words alone %.0f; with exact and SimHash %.0f (%.0f on top of words); "+
		"with MinHash too %.0f (%.0f on top of words)\n", len(texts), words, brief, onTop(brief, words), all, onTop(all, words))
}

// onTop is the speed of what comes on top of a base, from the speeds with it and of the base alone.
func onTop(with, base float64) float64 { return 1 / (1/with - 1/base) }

// nearBits is the distance of SimHashes below which one of a thousand pairs of different articles lies, about.
const nearBits = 17

// printNearDuplicates makes copies with a part of the sentences changed, and prints in how many the fingerprints see one.
func printNearDuplicates(texts []string) {
	var long []string
	for _, s := range texts {
		if len(text.Sentences(s)) >= 10 {
			long = append(long, s)
		}
	}
	var originals []fingerprint.Fingerprints
	var shingles []map[string]bool
	for _, s := range long {
		originals = append(originals, fingerprintsOf(s))
		shingles = append(shingles, shinglesOf(s))
	}
	fmt.Printf("%d articles of ten sentences or more, and copies with sentences from other articles:\n", len(long))
	fmt.Printf("%8s %9s %9s %9s %22s %10s\n", "changed", "overlap", "found", "theory", "SimHash bits mean/p95", fmt.Sprintf("<= %d bits", nearBits))
	for _, percent := range []int{0, 1, 2, 3, 5, 7, 10, 15, 20, 25, 30} {
		var overlap, theory float64
		var bits []int
		found, near := 0, 0
		for i, s := range long {
			copied := replaceSentences(s, long[(i+len(long)/2)%len(long)], percent, i)
			f := fingerprintsOf(copied)
			similarity := jaccard(shingles[i], shinglesOf(copied))
			overlap += similarity
			theory += bandProbability(similarity)
			found += data.OneIf(fingerprint.Duplicates([]fingerprint.Fingerprints{originals[i], f})[1] == 0)
			distance := fingerprint.Distance(originals[i].SimHash, f.SimHash)
			bits = append(bits, distance)
			near += data.OneIf(distance <= nearBits)
		}
		slices.Sort(bits)
		n := float64(len(long))
		fmt.Printf("%7d%% %9.3f %9.3f %9.3f %15.1f / %4d %10.3f\n", percent, overlap/n, float64(found)/n, theory/n,
			mean(bits), bits[len(bits)*95/100], float64(near)/n)
	}
}

// printFalseDuplicates prints how alike those articles are that are called near-duplicates, and how far apart the SimHashes of
// others.
func printFalseDuplicates(articles []string) {
	docs := make([]fingerprint.Fingerprints, 0, len(articles))
	for _, s := range articles {
		docs = append(docs, fingerprintsOf(s))
	}
	start := time.Now()
	first := fingerprint.Duplicates(docs)
	took := time.Since(start)
	var overlaps []float64
	for i, f := range first {
		if f != i {
			overlaps = append(overlaps, jaccard(shinglesOf(articles[i]), shinglesOf(articles[f])))
		}
	}
	slices.Sort(overlaps)
	fmt.Printf("among all %d articles (%.2f s): %d named with an earlier one; of their shingles are the same", len(docs), took.Seconds(),
		len(overlaps))
	for _, least := range []float64{0.9, 0.7, 0.5, 0.3} {
		at, _ := slices.BinarySearch(overlaps, least)
		fmt.Printf(" %.1f or more in %d;", least, len(overlaps)-at)
	}
	fmt.Println()
	var bits []int
	for i := range docs {
		bits = append(bits, fingerprint.Distance(docs[i].SimHash, docs[(i+len(docs)/2)%len(docs)].SimHash))
	}
	slices.Sort(bits)
	fmt.Printf("SimHash of %d pairs of different articles: mean %.1f bits apart; nearest of 1,000 %d, of 100 %d\n", len(bits), mean(bits),
		bits[len(bits)/1000], bits[len(bits)/100])
}
