package score

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/quality/texts"
)

// graded is a text with what Score says of it.
type graded struct {
	texts.Text

	score  float64
	judged bool
	why    *score.Quality
	keeps  map[string]bool // by profile; absent where a profile is not applicable
}

// Quality prints how well the overall quality tells good texts from each kind of bad ones, in genres and on pages that nothing was learnt from,
// whether its probabilities are true, how far the verdicts of the profiles agree with it, and its speed.
func Quality() error {
	list, err := texts.Read(strings.TrimSuffix(data.Dir, "/"), texts.Measure)
	if err != nil {
		return err
	}
	grades := make([]graded, len(list))
	for i, t := range list {
		if grades[i], err = grade(t); err != nil {
			return err
		}
	}
	goodTexts(grades)
	badTexts(grades)
	trueProbabilities(grades)
	agreement(grades)
	return qualitySpeed(list)
}

func grade(t texts.Text) (graded, error) {
	r, err := score.Run(context.Background(), &text.Document{Source: t.Text, Clean: t.Text}, score.Options{
		Features: score.QualityFeature | score.ProfilesFeature,
	})
	if err != nil {
		return graded{}, err
	}
	g := graded{Text: t, why: r.Quality, keeps: map[string]bool{}}
	if r.Quality != nil {
		g.score, g.judged = r.Quality.Score, true
	}
	for _, p := range r.Profiles {
		if p.Verdict != score.NotApplicable {
			g.keeps[p.Name] = p.Verdict == score.KeepDocument
		}
	}
	return g, nil
}

// scoresOf returns the scores of the texts that are judged and of which is holds, and how many others there are.
func scoresOf(grades []graded, is func(*graded) bool) (scores []float64, others int) {
	for i := range grades {
		switch g := &grades[i]; {
		case !is(g):
		case g.judged:
			scores = append(scores, g.score)
		default:
			others++
		}
	}
	return scores, others
}

func ofKind(kind string) func(*graded) bool { return func(g *graded) bool { return g.Kind == kind } }

func goodTexts(grades []graded) {
	fmt.Printf("%-20s %6s %8s %8s\n", "good texts", "texts", "median", ".5 or more")
	var sets []string
	for i := range grades {
		if g := &grades[i]; g.Kind == texts.Good && !slices.Contains(sets, g.Set) {
			sets = append(sets, g.Set)
		}
	}
	least := 1.
	for _, set := range sets {
		scores, _ := scoresOf(grades, func(g *graded) bool { return g.Kind == texts.Good && g.Set == set })
		kept := shareAtLeast(scores, .5)
		least = min(least, kept)
		fmt.Printf("%-20s %6d %8.3f %s\n", set, len(scores), median(scores), percent(kept))
	}
	floor.AtLeast("quality/worst genre or set", least)
}

func badTexts(grades []graded) {
	good, _ := scoresOf(grades, ofKind(texts.Good))
	fmt.Printf("\n%-20s %6s %8s %8s %9s %10s  %s\n", "bad texts", "texts", "median", "AUC", ".5 or more", "not judged", "what lowers it most")
	for _, kind := range texts.Bad {
		scores, others := scoresOf(grades, ofKind(kind))
		area := areaUnderCurve(good, scores)
		fmt.Printf("%-20s %6d %8.3f %8.4f %s %10d  %s\n", kind, len(scores), median(scores), area, percent(shareAtLeast(scores, .5)), others, lowering(grades, kind))
		floor.AtLeast("quality/AUC, "+kind, area)
	}
}

// lowering names the signals whose contributions are least in the mean, for texts of a kind.
func lowering(grades []graded, kind string) string {
	sums := map[string]float64{}
	n := 0.
	for i := range grades {
		if g := &grades[i]; g.Kind == kind && g.judged {
			n++
			for _, c := range g.why.Contributions {
				sums[c.Signal] += c.Adds
			}
		}
	}
	names := make([]string, 0, len(sums))
	for name := range sums {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if sums[a] != sums[b] {
			return data.OneIf(sums[a] > sums[b]) - data.OneIf(sums[a] < sums[b])
		}
		return strings.Compare(a, b)
	})
	var list []string
	for _, name := range names[:min(3, len(names))] {
		list = append(list, fmt.Sprintf("%s %.1f", name, sums[name]/n))
	}
	return strings.Join(list, ", ")
}

func median(list []float64) float64 {
	if len(list) == 0 {
		return math.NaN()
	}
	sorted := slices.Sorted(slices.Values(list))
	return sorted[len(sorted)/2]
}

func shareAtLeast(list []float64, limit float64) float64 {
	n := 0
	for _, v := range list {
		n += data.OneIf(v >= limit)
	}
	return float64(n) / float64(max(len(list), 1))
}

// weights gives half of the weight to good texts, and of the other half the same to each kind of bad ones.
func weights(grades []graded) map[string]float64 {
	counts := map[string]float64{}
	for i := range grades {
		if grades[i].judged {
			counts[grades[i].Kind]++
		}
	}
	w := map[string]float64{}
	for kind, n := range counts {
		if w[kind] = .5 / n; kind != texts.Good {
			w[kind] /= float64(len(counts) - 1)
		}
	}
	return w
}

// trueProbabilities prints how often texts are good, by tenths of the score.
func trueProbabilities(grades []graded) {
	weight := weights(grades)
	var all, good, sum [10]float64
	for i := range grades {
		if g := &grades[i]; g.judged {
			k := min(int(10*g.score), 9)
			w := weight[g.Kind]
			all[k] += w
			sum[k] += w * g.score
			if g.Kind == texts.Good {
				good[k] += w
			}
		}
	}
	fmt.Println("\nscore and share of good texts, by tenths")
	off := 0.
	for k := range all {
		if all[k] > 0 {
			fmt.Printf("  %.3f  %.3f  (%s of all)\n", sum[k]/all[k], good[k]/all[k], percent(all[k]))
			off += math.Abs(sum[k] - good[k])
		}
	}
	fmt.Printf("off by %.4f in the mean, where half of all texts are good\n", off)
	floor.AtMost("quality/calibration error", off)
}

// agreement prints what each profile keeps of good and of bad texts beside a score of .5 or more, and how often the two agree.
func agreement(grades []graded) {
	weight := weights(grades)
	fmt.Printf("\n%-28s %10s %10s %10s %8s\n", "kept by", "good", "bad", "agreement", "kappa")
	line := func(name string, keeps func(*graded) (bool, bool)) {
		var n, good, bad, agree, kept, above float64
		for i := range grades {
			g := &grades[i]
			k, ok := keeps(g)
			if !g.judged || !ok {
				continue
			}
			w := weight[g.Kind]
			n += w
			if k {
				kept += w
				if g.Kind == texts.Good {
					good += 2 * w
				} else {
					bad += 2 * w
				}
			}
			if g.score >= .5 {
				above += w
			}
			if k == (g.score >= .5) {
				agree += w
			}
		}
		chance := kept*above + (1-kept)*(1-above)
		fmt.Printf("%-28s %10s %10s %10s %8.2f\n", name, percent(good), percent(bad), percent(agree/n), (agree/n-chance)/(1-chance))
	}
	line("quality of .5 or more", func(g *graded) (bool, bool) { return g.score >= .5, true })
	for _, p := range score.Profiles() {
		if len(p.Rules)+len(p.Steps) > 0 {
			line(p.Name, func(g *graded) (bool, bool) { k, ok := g.keeps[p.Name]; return k, ok })
		}
	}
}

// qualitySpeed prints how many megabytes a second are judged on one core, by processor time.
func qualitySpeed(list []texts.Text) error {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	size := 0
	var sample []texts.Text
	for _, t := range list {
		if t.Kind == texts.Good {
			size += len(t.Text)
			sample = append(sample, t)
		}
	}
	var failed error
	for _, run := range []struct {
		what     string
		features score.Features
	}{
		{"quality", score.QualityFeature},
		{"languages, perplexity and quality", score.LanguagesFeature | score.PerplexityFeature | score.QualityFeature},
	} {
		took := timing.Quickest(6*time.Second, func() {
			for _, t := range sample {
				if _, err := score.Run(context.Background(), &text.Document{Source: t.Text, Clean: t.Text}, score.Options{Features: run.features}); err != nil {
					failed = err
				}
			}
		})
		fmt.Printf("%-40s %6.1f MB/s\n", run.what, float64(size)/1e6/took.Seconds())
	}
	return failed
}
