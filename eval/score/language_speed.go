package score

import (
	"context"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/score/language"
)

// speedTexts returns sentences, one document of 3 KB of every language, and one of 100 KB.
func speedTexts(texts []languageText) (list []string) {
	by := map[string]string{}
	for _, t := range texts {
		if textKinds[t.kind] == "sentences" {
			if len(list) < 2000 {
				list = append(list, t.text)
			}
			by[t.code] += t.text + " "
		}
	}
	var all strings.Builder
	for _, t := range texts {
		if len(by[t.code]) > 3000 {
			list = append(list, strings.ToValidUTF8(by[t.code][:3000], ""))
			delete(by, t.code)
		}
		if all.Len() < 100_000 && textKinds[t.kind] == "sentences" && t.code == "en" {
			all.WriteString(t.text + " ")
		}
	}
	return append(list, all.String())
}

// languageSpeed prints how many megabytes a second are judged, beside the peers on the same texts, and how long 3 KB take.
func languageSpeed(texts []string, answers map[string]peerLanguages) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	m, ctx := language.Default(), context.Background()
	took := timing.Quickest(4*time.Second, func() {
		for _, t := range texts {
			_, _ = m.Detect(ctx, t) // it does not end
		}
	})
	fmt.Printf("%-24s %8.1f MB/s\n", "Copydesk", float64(size)/1e6/took.Seconds())
	names := make([]string, 0, len(answers))
	for name := range answers {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		fmt.Printf("%-24s %8.1f MB/s\n", name, float64(size)/1e6/answers[name].Seconds)
	}
	var pages []string
	for _, t := range texts {
		if len(t) > 2900 && len(t) < 3100 {
			pages = append(pages, t)
		}
	}
	took = timing.Quickest(2*time.Second, func() {
		for range 20 {
			for _, t := range pages {
				_, _ = m.Detect(ctx, t)
			}
		}
	})
	fmt.Printf("3 KB: %.1f µs (mean over %d languages)\n", float64(took.Microseconds())/float64(max(1, 20*len(pages))), len(pages))
}
