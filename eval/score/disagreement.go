package score

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
)

// realDocuments is how many documents the tools are compared on.
const realDocuments = 10_000

// genres are the files of other text than news and web pages.
var genres = []string{"abc", "masc", "movie_reviews", "state_union", "webtext"}

// genreDoc is a document and what kind of text it is.
type genreDoc struct{ genre, text string }

// Disagreement prints what each profile makes of real documents, and where two of them differ.
func Disagreement() error {
	docs, err := realDocs()
	if err != nil {
		return err
	}
	m := newVerdicts()
	for _, d := range docs {
		if err := m.add(d); err != nil {
			return err
		}
	}
	m.print()
	return nil
}

// realDocs is the main text of web pages, all texts of other genres, and as many articles as are lacking.
func realDocs() ([]genreDoc, error) {
	var docs []genreDoc
	web, err := data.Web()
	if err != nil {
		return nil, err
	}
	for _, d := range web {
		docs = append(docs, genreDoc{"web", d.Text})
	}
	for _, g := range genres {
		texts, err := data.ReadJSONL[struct{ Text string }]("calibration/" + g + ".jsonl.xz")
		if err != nil {
			return nil, err
		}
		for _, t := range texts {
			docs = append(docs, genreDoc{"other", t.Text})
		}
	}
	articles, err := data.ReadJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return nil, err
	}
	for _, a := range articles {
		if len(docs) < realDocuments && data.Hash(a.ID)%5 == 0 {
			docs = append(docs, genreDoc{"news", a.Text})
		}
	}
	return docs, nil
}

// verdicts counts the verdicts of all profiles.
type verdicts struct {
	names   []string
	docs    map[string]int            // by genre
	rejects map[string]map[string]int // by genre and profile
	differ  map[[2]string]int         // the first rejects, the second keeps
	causes  map[[2]string]map[string]int
	rules   map[string]map[string]int // failures by profile and rule
}

func newVerdicts() *verdicts {
	v := &verdicts{
		docs: map[string]int{}, rejects: map[string]map[string]int{}, differ: map[[2]string]int{},
		causes: map[[2]string]map[string]int{}, rules: map[string]map[string]int{},
	}
	for _, p := range score.Profiles() {
		if len(p.Rules)+len(p.Steps) > 0 || p.Edit != nil {
			v.names = append(v.names, p.Name)
		}
	}
	return v
}

func (v *verdicts) add(d genreDoc) error {
	r, err := score.Run(context.Background(), &text.Document{Source: d.text, Clean: d.text}, score.Options{
		Features: score.ProfilesFeature, Profiles: v.names, Language: "en",
	})
	if err != nil {
		return err
	}
	v.docs[d.genre]++
	for _, p := range r.Profiles {
		for _, f := range p.Failures {
			increase(v.rules, p.Name, strings.TrimPrefix(f.ID, p.Name+"."))
		}
		if p.Verdict != score.RejectDocument {
			continue
		}
		increase(v.rejects, d.genre, p.Name)
		for _, q := range r.Profiles {
			if q.Verdict == score.KeepDocument {
				pair := [2]string{p.Name, q.Name}
				v.differ[pair]++
				for _, f := range p.Failures {
					increase(v.causes, pair, strings.TrimPrefix(f.ID, p.Name+"."))
				}
			}
		}
	}
	return nil
}

func increase[K comparable](m map[K]map[string]int, k K, name string) {
	if m[k] == nil {
		m[k] = map[string]int{}
	}
	m[k][name]++
}

func (v *verdicts) print() {
	fmt.Printf("%d documents: web %d, news %d, other genres %d; rejected, per cent:\n", v.docs["web"]+v.docs["news"]+v.docs["other"],
		v.docs["web"], v.docs["news"], v.docs["other"])
	for i, name := range v.names {
		fmt.Printf("%c %-28s web %5.1f  news %5.1f  other %5.1f   most often %s\n", 'A'+i, name, v.percent("web", name),
			v.percent("news", name), v.percent("other", name), most(v.rules[name], 3))
	}
	fmt.Println("documents that the row rejects and the column keeps:")
	fmt.Print("  ")
	for i := range v.names {
		fmt.Printf("%6c", 'A'+i)
	}
	fmt.Println()
	for i, row := range v.names {
		fmt.Printf("%c ", 'A'+i)
		for _, column := range v.names {
			fmt.Printf("%6d", v.differ[[2]string{row, column}])
		}
		fmt.Println()
	}
	fmt.Println("and why, where there are 1000 of them and more:")
	for i, row := range v.names {
		for k, column := range v.names {
			if pair := [2]string{row, column}; v.differ[pair] >= 1000 {
				fmt.Printf("  %c not %c: %d, %s\n", 'A'+i, 'A'+k, v.differ[pair], most(v.causes[pair], 3))
			}
		}
	}
}

func (v *verdicts) percent(genre, name string) float64 {
	return 100 * float64(v.rejects[genre][name]) / float64(max(v.docs[genre], 1))
}

// most names the n most frequent entries.
func most(counts map[string]int, n int) string {
	names := make([]string, 0, len(counts))
	for name := range counts {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(counts[b]-counts[a], strings.Compare(a, b)) })
	var list []string
	for _, name := range names[:min(n, len(names))] {
		list = append(list, fmt.Sprintf("%s %d", name, counts[name]))
	}
	return strings.Join(list, ", ")
}
