package pages

import (
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
)

// printKinds prints how many pages there are of each type, and refuses a type that is none of WCXB's.
func printKinds(pages []page) error {
	pagesOf, emptyOf, empty := map[string]int{}, map[string]int{}, 0
	for _, p := range pages {
		pagesOf[p.kind]++
		empty += data.OneIf(isEmpty(p.gold))
		if isEmpty(p.gold) {
			emptyOf[p.kind]++
		}
	}
	known := 0
	parts := make([]string, 0, len(pageKinds))
	for _, kind := range pageKinds {
		known += pagesOf[kind]
		parts = append(parts, fmt.Sprintf("%s %d (%d)", kind, pagesOf[kind], emptyOf[kind]))
	}
	if known != len(pages) {
		return fmt.Errorf("%d pages are of no known type", len(pages)-known)
	}
	fmt.Printf("WCXB dev, %d pages (%d without main content): %s\n", len(pages), empty, strings.Join(parts, ", "))
	return nil
}

// printWCXB prints the figures on all pages; the last but one column is how many of the pages without main content
// were answered by nothing.
func printWCXB(scores []*wcxbScore) {
	fmt.Printf("\n%-17s %7s %7s %7s %7s %7s %9s %7s %7s %7s\n", "all types", "words", "P", "R", "with", "without", "shingles", "exact", "empty", "failed")
	for _, s := range scores {
		fmt.Printf("%-17s %7.3f %7.3f %7.3f %7.3f %7.3f %9.3f %7.3f %7d %7d\n", s.name, s.words.F1(), s.words.Precision(), s.words.Recall(),
			s.snippets.With(), s.snippets.Without(), s.shingles.F1(), s.shingles.Exact(), s.leftEmpty, s.failed)
	}
}

func printByKind(scores []*wcxbScore) {
	fmt.Printf("\n%-17s", "words F1 by type")
	for _, kind := range pageKinds {
		fmt.Printf(" %13s", kind)
	}
	fmt.Println()
	for _, s := range scores {
		fmt.Printf("%-17s", s.name)
		for _, kind := range pageKinds {
			fmt.Printf(" %13.3f", s.byKind[kind].F1())
		}
		fmt.Println()
	}
}

// printArticles prints the figures on articles only.
func printArticles(scores []*wcxbScore) {
	fmt.Printf("\n%-17s %8s %7s %7s %7s %8s %7s %7s %9s %7s\n", "articles", "shingles", "P", "R", "exact", "breaks", "P", "R", "spurious", "pages")
	for _, s := range scores {
		spurious, pages := s.breaks.Spurious()
		fmt.Printf("%-17s %8.3f %7.3f %7.3f %7.3f %8.3f %7.3f %7.3f %9d %7d\n", s.name, s.articles.F1(), s.articles.Precision(), s.articles.Recall(),
			s.articles.Exact(), s.breaks.F1(), s.breaks.Precision(), s.breaks.Recall(), spurious, pages)
	}
}
