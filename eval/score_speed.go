package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
)

// scoreSpeed prints how fast Score is on one core, beside the references' own code on the same articles, and what it makes
// of texts that are made to be slow.
func scoreSpeed() error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	articles, err := readJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	var docs []parityDoc
	for _, a := range articles {
		if hashed(a.ID)%16 == 1 {
			docs = append(docs, parityDoc{a.ID, a.Text})
		}
	}
	everything := score.Options{Features: score.SignalsFeature | score.ProfilesFeature, Language: "en"}
	whole := scoreRate("all signals, all profiles", docs, everything)
	with := everything
	with.Features |= score.FingerprintsFeature
	scoreRate("the same with fingerprints", docs, with)
	for _, p := range score.Profiles() {
		scoreRate("profile "+p.Name, docs, score.Options{Features: score.ProfilesFeature, Profiles: []string{p.Name}, Language: "en"})
	}
	if err := slowTexts(everything, whole); err != nil {
		return err
	}
	return scorePeers(docs)
}

// scoreRate prints how many megabytes a second docs are judged at, the best of three times, and returns it.
func scoreRate(what string, docs []parityDoc, o score.Options) float64 {
	best, size := 0.0, 0
	for range 3 {
		start := time.Now()
		size = 0
		for _, d := range docs {
			size += len(d.Text)
			if _, err := score.Run(context.Background(), &text.Document{Source: d.Text, Clean: d.Text}, o); err != nil {
				return 0
			}
		}
		best = max(best, float64(size)/1e6/time.Since(start).Seconds())
	}
	fmt.Printf("%-44s %6.1f MB/s\n", what, best)
	return best
}

// slowTexts prints what a byte of a hostile text costs, as a multiple of a byte of news.
func slowTexts(o score.Options, news float64) error {
	texts := append(hostileTexts(), hostile{"1,000,000 lines", strings.Repeat("a line of it\n", 1_000_000)},
		hostile{"10 MB of one word", strings.Repeat("word ", 2<<20)}, hostile{"1 MB of one word", strings.Repeat("word ", 200<<10)})
	for _, h := range texts {
		start := time.Now()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := score.Run(context.Background(), &text.Document{Source: h.text, Clean: h.text}, o); err != nil {
			return fmt.Errorf("%s: %w", h.name, err)
		}
		spent := time.Since(start).Seconds()
		runtime.ReadMemStats(&after)
		fmt.Printf("  %-40s %5.2f times news a byte, %5.1f bytes allocated a byte\n", h.name, spent*news*1e6/float64(len(h.text)),
			float64(after.TotalAlloc-before.TotalAlloc)/float64(len(h.text)))
	}
	return nil
}

// scorePeers runs the references' own filters on some of docs, and prints how many times as fast the same rules are here.
func scorePeers(docs []parityDoc) error {
	docs = docs[:min(len(docs), 300)]
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	var answer []struct {
		Name     string   `json:"name"`
		Profiles []string `json:"profiles"`
		Seconds  float64  `json:"seconds"`
	}
	switch err := callPeer("score_speed.py", docs, &answer); {
	case errors.Is(err, errNoPeer):
		fmt.Println("peers:", err)
		return nil
	case err != nil:
		return err
	}
	for _, a := range answer {
		theirs := float64(size) / 1e6 / a.Seconds
		ours := scoreRate("  ours, as "+a.Name, docs, score.Options{Features: score.ProfilesFeature, Profiles: a.Profiles, Language: "en"})
		fmt.Printf("%-44s %6.2f MB/s: ours is %.0f times as fast\n", a.Name, theirs, ours/theirs)
	}
	return nil
}
