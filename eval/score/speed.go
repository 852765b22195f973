package score

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/internal/hostile"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
)

// Speed prints how fast Score is on one core, beside the references' own code on the same articles, and what it makes
// of texts that are made to be slow.
func Speed() error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	articles, err := data.ReadJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	var docs []data.Document
	for _, a := range articles {
		if data.Hash(a.ID)%16 == 1 {
			docs = append(docs, data.Document{DocID: a.ID, Text: a.Text})
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
func scoreRate(what string, docs []data.Document, o score.Options) float64 {
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
	for _, h := range hostile.Documents() {
		if h.Form != hostile.Text {
			continue
		}
		content := h.Build(1 << 20)
		start := time.Now()
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if _, err := score.Run(context.Background(), &text.Document{Source: content, Clean: content}, o); err != nil {
			return fmt.Errorf("%s: %w", h.Name, err)
		}
		spent := time.Since(start).Seconds()
		runtime.ReadMemStats(&after)
		fmt.Printf("  %-40s %5.2f times news a byte, %5.1f bytes allocated a byte\n", h.Name, spent*news*1e6/float64(len(content)),
			float64(after.TotalAlloc-before.TotalAlloc)/float64(len(content)))
	}
	return nil
}

// scorePeers runs the references' own filters on some of docs, and prints how many times as fast the same rules are here.
func scorePeers(docs []data.Document) error {
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
	switch err := peers.Call("score_speed.py", docs, &answer); {
	case errors.Is(err, peers.ErrNotInstalled):
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
