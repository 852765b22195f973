package pages

import (
	"cmp"
	"fmt"
	"slices"
)

// printContent prints the figures of all systems on a set, and on each type of its pages if there are several.
func printContent(set pageSet, scores []*contentScore) {
	title := fmt.Sprintf("%s (%d)", set.name, len(set.pages))
	if len(scores) > 0 && scores[0].pieces {
		fmt.Printf("\n%-24s %7s %7s %7s %7s %7s\n", title, "F", "P", "R", "acc", "failed")
		for _, s := range scores {
			m := &s.segments
			fmt.Printf("%-24s %7.3f %7.3f %7.3f %7.3f %7d\n", s.name, m.F1(), m.Precision(), m.Recall(), m.Accuracy(), s.failed)
		}
		return
	}
	fmt.Printf("\n%-24s %7s %7s %7s %9s %7s %7s %7s %7s %7s %7s %7s\n", title, "words", "P", "R", "shingles", "P", "R", "exact",
		"breaks", "with", "without", "failed")
	for _, s := range scores {
		s.all.print(s.name)
		fmt.Printf(" %7.3f", s.breaks.F1())
		if set.hasSnippets() {
			fmt.Printf(" %7.3f %7.3f", s.snippets.With(), s.snippets.Without())
		} else {
			fmt.Printf(" %7s %7s", "-", "-")
		}
		fmt.Printf(" %7d\n", s.failed)
	}
	kinds := kindsOf(set)
	if len(kinds) < 2 {
		return
	}
	for _, kind := range kinds {
		for _, s := range scores {
			s.byKind[kind].print(kind + " " + s.name)
			fmt.Println()
		}
	}
}

func (f *figures) print(name string) {
	fmt.Printf("%-24.24s %7.3f %7.3f %7.3f %9.3f %7.3f %7.3f %7.3f", name, f.words.F1(), f.words.Precision(), f.words.Recall(),
		f.shingles.F1(), f.shingles.Precision(), f.shingles.Recall(), f.shingles.Exact())
}

func (s pageSet) hasSnippets() bool {
	return slices.ContainsFunc(s.pages, func(p page) bool { return len(p.with)+len(p.without) > 0 })
}

// kindsOf returns the types of the pages of a set in the order of pageKinds.
func kindsOf(set pageSet) []string {
	var kinds []string
	for _, kind := range pageKinds {
		if slices.ContainsFunc(set.pages, func(p page) bool { return p.kind == kind }) {
			kinds = append(kinds, kind)
		}
	}
	return kinds
}

// lead is how one of our figures compares with the best of a peer.
type lead struct {
	where, figure, peer string
	ours, best          float64
}

// printLead prints, for every set and type of page, our figures beside the best that a peer reaches in each: by models that have not seen
// the set, and by those that have not seen the site.
func printLead(rows []contentRow) {
	for _, name := range []string{"copydesk", "copydesk by sites"} {
		var all []lead
		for _, r := range rows {
			all = append(all, leads(r, name)...)
		}
		if len(all) == 0 {
			continue
		}
		ahead := 0
		fmt.Printf("\n%-28s %-9s %7s %7s %7s %s\n", "where "+name+" leads", "figure", "ours", "best", "lead", "of")
		for _, l := range all {
			ahead += ifAhead(l)
			fmt.Printf("%-28s %-9s %7.3f %7.3f %+7.3f %s\n", l.where, l.figure, l.ours, l.best, l.ours-l.best, l.peer)
		}
		fmt.Printf("ahead in %d of %d figures\n", ahead, len(all))
	}
}

func ifAhead(l lead) int { return max(0, cmp.Compare(l.ours, l.best)) }

// leads compares a system of ours with all peers on a set and on the types of its pages.
func leads(r contentRow, name string) []lead {
	at := slices.IndexFunc(r.scores, func(s *contentScore) bool { return s.name == name })
	if at < 0 {
		return nil
	}
	ours := r.scores[at]
	if ours.pieces {
		return withPeer(nil, r, ours, r.set.name, "segments", (*contentScore).headline)
	}
	list := withFigures(nil, r, ours, r.set.name, func(s *contentScore) *figures { return &s.all })
	if kinds := kindsOf(r.set); len(kinds) > 1 {
		for _, kind := range kinds {
			list = withFigures(list, r, ours, r.set.name+" "+kind, func(s *contentScore) *figures { return s.byKind[kind] })
		}
	}
	return list
}

func withFigures(list []lead, r contentRow, ours *contentScore, where string, of func(*contentScore) *figures) []lead {
	list = withPeer(list, r, ours, where, "words", func(s *contentScore) float64 { return of(s).words.F1() })
	list = withPeer(list, r, ours, where, "shingles", func(s *contentScore) float64 { return of(s).shingles.F1() })
	return withPeer(list, r, ours, where, "exact", func(s *contentScore) float64 { return of(s).shingles.Exact() })
}

// withPeer adds the comparison of one figure, if a peer was measured.
func withPeer(list []lead, r contentRow, ours *contentScore, where, figure string, value func(*contentScore) float64) []lead {
	l := lead{where: where, figure: figure, ours: value(ours)}
	for _, s := range r.scores {
		if v := value(s); isPeer(s.name) && (l.peer == "" || v > l.best) {
			l.peer, l.best = s.name, v
		}
	}
	if l.peer == "" {
		return list
	}
	return append(list, l)
}

func isPeer(name string) bool {
	return slices.ContainsFunc(systems, func(s system) bool { return s.name == name && s.module != "" })
}
