package score

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/score/fluency"
	languages "github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/train/corpus"
	"github.com/copydesk/copydesk/train/spin"
)

const (
	articleWords = 350 // of an article that is spun
	mostArticles = 600
)

// Spun prints how many texts of each genre are taken for spun, how many that are spun with words that training has not seen, and what is
// found in the article that the project began with.
func Spun() error {
	docs, err := heldOut()
	if err != nil {
		return err
	}
	m, language := spun.English(), fluency.English()
	falseAlarms(m, language, docs)
	articles := articlesOf(docs)
	var plain []float64
	for _, d := range articles {
		if p, ok := probability(m, language, d); ok {
			plain = append(plain, p)
		}
	}
	sets, err := unseen(language)
	if err != nil {
		return err
	}
	fmt.Printf("\n%-34s %6s %7s %9s %10s\n", "news of about 350 words, spun", "rate", "AUC", "at 1 FPR", "flagged")
	for _, s := range sets {
		for _, rate := range s.rates {
			found(m, language, s, rate, articles, plain)
		}
	}
	spunSpeed(m, language, docs)
	return startingArticle(m, language)
}

func probability(m *spun.Model, language *fluency.Model, d *english) (float64, bool) {
	r, _ := m.Report(context.Background(), d.text, tokensOf(language, d)) // the context never ends
	return r.Probability, r.Judged
}

// falseAlarms prints the share of texts of each genre that are taken for spun. None is.
func falseAlarms(m *spun.Model, language *fluency.Model, docs []*english) {
	fmt.Printf("%-22s %6s %7s %9s %9s\n", "genre", "texts", "judged", "flagged", "mean p")
	worst := 0.
	for _, genre := range genresOf(docs) {
		texts := 0
		var list []float64
		for _, d := range docs {
			if d.genre != genre {
				continue
			}
			texts++
			if p, ok := probability(m, language, d); ok {
				list = append(list, p)
				if p >= spun.Flagged && os.Getenv("EVAL_SHOW") != "" {
					fmt.Printf("  %.3f %s\n", p, d.id)
				}
			}
		}
		share, sum := float64(count(list, spun.Flagged))/float64(max(texts, 1)), 0.
		for _, p := range list {
			sum += p
		}
		fmt.Printf("%-22s %6d %7d %s %9.3f\n", genre, texts, len(list), percent(share), sum/float64(max(len(list), 1)))
		if texts >= 100 {
			worst = max(worst, share)
		}
	}
	fmt.Printf("worst genre of 100 texts or more: %s\n", percent(worst))
	floor.AtMost("spun/worst-genre", worst)
}

func count(list []float64, least float64) (n int) {
	for _, v := range list {
		n += data.OneIf(v >= least)
	}
	return n
}

// articlesOf returns the beginnings of news articles.
func articlesOf(docs []*english) []*english {
	var list []*english
	for _, d := range docs {
		if d.genre == "news" && len(d.words) >= articleWords*2/3 && len(list) < mostArticles {
			list = append(list, newEnglish(d.id, d.genre, corpus.Cut(d.text, articleWords)))
		}
	}
	return list
}

// spinner is a way of spinning.
type spinner struct {
	name  string
	words spin.Thesaurus
	rates []float64
}

// unseen returns the substitutions that are kept from training and from the model's neighbours: one of five of those in "tortured phrases"
// and in Moby's thesaurus.
func unseen(language *fluency.Model) ([]spinner, error) {
	tortured, err := spin.Tortured(strings.TrimSuffix(data.Dir, "/"), language, true)
	if err != nil {
		return nil, err
	}
	sets := []spinner{{"tortured phrases", tortured, []float64{.02, .04, .06}}}
	moby, err := spin.Moby(filepath.Join(peers.Dir, "moby", "words.txt"), language, true)
	if err != nil {
		fmt.Println("skipped: Moby's thesaurus is not installed (words.txt of the npm package moby):", err)
		return sets, nil
	}
	return append(sets, spinner{"Moby's thesaurus", moby, []float64{.04, .06, .11}}), nil
}

// found prints how well spun articles are distinguished from those that are not.
func found(m *spun.Model, language *fluency.Model, s spinner, rate float64, articles []*english, plain []float64) {
	var list []float64
	swaps, words := 0, 0
	for _, d := range articles {
		out, made := spin.Spin(language, d.text, tokensOf(language, d), s.words, rate, d.id)
		if float64(len(made)) < .7*rate*float64(len(d.words)) {
			continue // the thesaurus has too few of its words
		}
		if p, ok := probability(m, language, newEnglish(d.id, d.genre, out)); ok {
			list = append(list, p)
			swaps, words = swaps+len(made), words+len(d.words)
		}
	}
	sorted := slices.Sorted(slices.Values(plain))
	limit := sorted[len(sorted)*99/100]
	auc, at := areaUnderCurve(list, plain), shareAbove(list, limit)
	fmt.Printf("%-34s %s %7.4f %9.3f %10.3f   %d texts\n", s.name, percent(float64(swaps)/float64(words)), auc, at,
		float64(count(list, spun.Flagged))/float64(len(list)), len(list))
	if s.words != nil && strings.HasPrefix(s.name, "tortured") {
		floor.AtLeast(fmt.Sprintf("spun/tortured-%.0f-auc", 100*rate), auc)
	}
}

// spunSpeed prints the speed by processor time: of the model alone, and of all that is judged by models with the words that they share.
func spunSpeed(m *spun.Model, language *fluency.Model, all []*english) {
	var docs []*english
	var tokens [][]fluency.Token
	size := 0
	for i := 0; i < len(all); i += 8 {
		docs, tokens, size = append(docs, all[i]), append(tokens, tokensOf(language, all[i])), size+len(all[i].text)
	}
	ctx := context.Background() // it never ends, so there are no errors
	alone := timing.Quickest(10*time.Second, func() {
		for i, d := range docs {
			_, _ = m.Report(ctx, d.text, tokens[i])
		}
	})
	together := timing.Quickest(10*time.Second, func() {
		for _, d := range docs {
			_, _ = languages.Default().Detect(ctx, d.text)
			one := newEnglish(d.id, d.genre, d.text)
			_, _ = m.Report(ctx, d.text, tokensOf(language, one))
		}
	})
	rate := func(t time.Duration) float64 { return float64(size) / 1e6 / t.Seconds() }
	fmt.Printf("\n%.1f MB/s beyond words and the language model; languages, words, language model and this together %.1f MB/s\n", rate(alone), rate(together))
}

// wantedFindings are phrases of the article that the project began with, and what they were.
var wantedFindings = []struct{ phrase, original string }{
	{"Wall Avenue Journal", "Wall Street Journal"}, {"State Office", "State Department"}, {"Point out Section", "State Department"},
	{"electricity-sharing", "power-sharing"},
}

// startingArticle prints what is found in the article that the project began with, by rank.
func startingArticle(m *spun.Model, language *fluency.Model) error {
	b, err := os.ReadFile(filepath.Join(data.Dir, "..", "seeds", "article.txt"))
	if err != nil {
		return err
	}
	d := newEnglish("article", "news", string(b))
	r, _ := m.Report(context.Background(), d.text, tokensOf(language, d)) // the context never ends
	fmt.Printf("\nthe article that the project began with: %.3f, %d findings\n", r.Probability, len(r.Findings))
	slices.SortStableFunc(r.Findings, func(a, b spun.Finding) int { return cmp.Compare(b.Strength, a.Strength) })
	for _, w := range wantedFindings {
		rank := slices.IndexFunc(r.Findings, func(f spun.Finding) bool {
			at := strings.Index(d.text, w.phrase)
			return f.Span.Start < at+len(w.phrase) && at < f.Span.End
		})
		if rank < 0 {
			fmt.Printf("  %-22s not among them\n", w.phrase)
			continue
		}
		f := r.Findings[rank]
		fmt.Printf("  %-22s rank %d, strength %.2f: %q for %q\n", w.phrase, rank+1, f.Strength, f.Expected, f.Span.Of(d.text))
	}
	floor.AtLeast("spun/article", r.Probability)
	return nil
}
