package samebytes_test

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/hostile"
	"github.com/copydesk/copydesk/internal/samebytes"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

var (
	hashFile = flag.String("hashes", "", "write the hashes of all results to this file")
	examples = flag.String("examples", "../../docs/examples", "folder of the example documents")
)

// document is a document with its name.
type document struct {
	name string
	in   clean.Input
}

// documents returns the documentation's examples, texts written for this test and small hostile documents.
func documents(t *testing.T) []document {
	t.Helper()
	var all []document
	for _, pattern := range []string{filepath.Join(*examples, "*.[thj]*"), "testdata/*.txt"} { // text, pages and JSON lines, no archives
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("no file is named %s (%v)", pattern, err)
		}
		for _, f := range files {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			form := clean.Text
			if filepath.Ext(f) == ".html" {
				form = clean.HTML
			}
			all = append(all, document{filepath.Base(f), clean.Input{Form: form, Content: string(b)}})
		}
	}
	forms := map[hostile.Form]clean.Form{hostile.Text: clean.Text, hostile.Page: clean.HTML, hostile.RawPage: clean.Raw}
	for _, d := range hostile.Documents() {
		all = append(all, document{d.Name, clean.Input{Form: forms[d.Form], Content: d.Build(1500), MediaType: "text/html"}})
	}
	return all
}

// TestSameBytes hashes all results in order, then in the reverse order on several goroutines, and compares.
func TestSameBytes(t *testing.T) {
	docs := documents(t)
	first := make([]string, len(docs))
	for i, d := range docs {
		first[i] = hashes(t, d)
	}
	again := make([]string, len(docs))
	work := make(chan int)
	var workers sync.WaitGroup
	for range max(4, runtime.GOMAXPROCS(0)) {
		workers.Go(func() {
			for i := range work {
				again[i] = hashes(t, docs[i])
			}
		})
	}
	for i := range slices.Backward(docs) {
		work <- i
	}
	close(work)
	workers.Wait()
	for i := range docs {
		if first[i] != again[i] {
			t.Errorf("results depend on the order:\n%s%s", first[i], again[i])
		}
	}
	if *hashFile != "" {
		if err := os.WriteFile(*hashFile, []byte(strings.Join(first, "")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// hashes returns a line for each part of the results of d: signals and profiles each by themselves, so that a difference
// names what differs.
func hashes(t *testing.T, d document) string {
	t.Helper()
	ctx := context.Background()
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		t.Error(err)
	}
	var b strings.Builder
	add := func(part string, result any, err error) {
		h := sha256.New()
		if err != nil {
			fmt.Fprint(h, err)
		} else if err := json.NewEncoder(h).Encode(result); err != nil {
			t.Errorf("%s, %s: %v", d.name, part, err)
		}
		fmt.Fprintf(&b, "%s\t%s\t%.12x\n", d.name, part, h.Sum(nil))
	}
	doc, err := clean.Run(ctx, d.in, clean.Options{Rules: rules})
	if err != nil {
		add("clean", nil, err)
		return b.String()
	}
	add("clean", map[string]any{
		"text": doc.Clean, "blocks": doc.Blocks, "anchors": doc.Anchors, "inlines": doc.Inlines, "dropped": doc.Dropped,
		"facts": doc.Facts, "page": doc.Page, "confidence": doc.Confidence,
	}, nil)
	facts, err := extract.Run(ctx, doc, extract.Options{Features: extract.All, RetrieveTime: time.Unix(1_700_000_000, 0).UTC(), URL: "https://example.org/a"})
	add("extract", facts, err)
	report, err := score.Run(ctx, doc, score.Options{
		Features: score.Everything, Spans: true, Language: "en",
		Perplexity: fluency.Wanted{Paragraphs: true, Lines: true, Tokens: true},
	})
	if err != nil {
		add("score", nil, err)
		return b.String()
	}
	for _, s := range report.Signals {
		add(s.Name, s, nil)
	}
	for _, p := range report.Profiles {
		add("profile "+p.Name, p, nil)
	}
	add("fingerprints", report.Fingerprints, nil)
	add("lines", report.Lines, nil)
	add("perplexity", report.Perplexity, nil)
	add("quality", reportOf(report.Quality), nil)
	add("languages", map[string]any{"languages": report.Languages, "candidates": report.LanguageCandidates, "paragraphs": report.Paragraphs}, nil)
	add("spun", report.Spun, nil)
	return b.String()
}

// reportOf is an estimate in a form that JSON has: a signal without a value has none in JSON.
func reportOf(q *score.Quality) any {
	if q == nil {
		return nil
	}
	adds := map[string]float64{}
	for _, c := range q.Contributions {
		adds[c.Signal] = c.Adds
	}
	return map[string]any{"score": q.Score, "intercept": q.Intercept, "adds": adds}
}

// Fused has to be in the binary that is searched for fused instructions.
func TestFused(t *testing.T) {
	if got := samebytes.Fused(2, 3, 4); got != 10 {
		t.Errorf("Fused(2, 3, 4) is %v, want 10", got)
	}
}
