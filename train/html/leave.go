package main

import (
	"fmt"
	"io"
	"slices"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/train/labelled"
)

// groups are the sets that are left out together, so that few models have to be made. What is left out is more than one set at a time, and
// with it every page of a site that is in one of them.
var groups = [][]string{
	{"news4k", "n4ktest", "artext", "chinese", "dragnet", "l3s"},
	{"fundus", "mercury", "magic-article", "magic-forum", "trafilatura"},
	{"wcxb"},
}

// leaveOut prints how models do on sets that they have not seen, and on sites that they have not seen. It keeps the models in dir, if that is
// not empty.
func leaveOut(w io.Writer, samples []*sample, dir string) error {
	sum, n := 0.0, 0
	for _, g := range groups {
		f, err := made(dir, g[0], func() *fitted {
			return shipped.fit(learntWithout(samples, func(s *sample) bool { return slices.Contains(g, s.Set.Name) }))
		})
		if err != nil {
			return err
		}
		for _, name := range g {
			m := f.measure(samples, func(s *sample) bool { return s.Set.Name == name })
			m.print(w, labelled.SetNamed(name), "unseen")
			sum += m.headline()
			n++
			if err := f.keep(dir, name); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(w, "macro over %d unseen sets %.4f\n", n, sum/float64(n))
	return leaveSites(w, samples, dir)
}

// leaveSites prints how models do on the sites of each third by models that have not seen it, by set, and how far their confidence can be relied
// on.
func leaveSites(w io.Writer, samples []*sample, dir string) error {
	unseen, seen := map[string]*score{}, map[string]*score{}
	for third := range labelled.Parts {
		name := fmt.Sprintf("sites-%d", third)
		f, err := made(dir, name, func() *fitted {
			return shipped.fit(learntWithout(samples, func(s *sample) bool { return s.third == third }))
		})
		if err != nil {
			return err
		}
		for i := range labelled.Sets {
			name := labelled.Sets[i].Name
			if unseen[name] == nil {
				unseen[name], seen[name] = &score{}, &score{}
			}
			f.add(unseen[name], samples, func(s *sample) bool { return s.Set.Name == name && s.third == third })
			f.add(seen[name], samples, func(s *sample) bool { return s.Set.Name == name && s.third != third })
		}
		if err := f.keep(dir, name); err != nil {
			return err
		}
	}
	var all reliability
	for i := range labelled.Sets {
		set := &labelled.Sets[i]
		if set.Test || set.Part {
			continue
		}
		unseen[set.Name].print(w, set, "unseen sites")
		seen[set.Name].print(w, set, "seen sites")
		all.join(&unseen[set.Name].reliability)
	}
	all.print(w)
	return nil
}

// learntWithout returns the samples to learn from if those that out returns true for are left out: no others of their sites either.
func learntWithout(samples []*sample, out func(*sample) bool) []*sample {
	sites := map[string]bool{}
	for _, s := range samples {
		if out(s) {
			sites[s.Site] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(samples), func(s *sample) bool { return sites[s.Site] || s.Set.Test })
}

// measure scores a model on the samples that want returns true for.
func (f *fitted) measure(samples []*sample, want func(*sample) bool) *score {
	m := &score{}
	f.add(m, samples, want)
	return m
}

func (f *fitted) add(m *score, samples []*sample, want func(*sample) bool) {
	for _, s := range samples {
		if want(s) && (s.Complete || s.Set.Pieces) {
			c := s.parsed.AsWhole(f.chances(s))
			keep, _ := s.parsed.Choose(c, content.Balanced)
			s.parsed.DropCopies(keep)
			m.add(s, keep, s.parsed.Confidence(c, keep))
		}
	}
}

// chances asks a model about a page.
func (f *fitted) chances(s *sample) []int32 {
	c, err := f.Chances(s.parsed)
	if err != nil {
		panic(err) // the context of training never ends
	}
	return c
}

// file returns the model file.
func (f *fitted) file() []byte {
	if f.kept != nil {
		return f.kept
	}
	return model.Make(
		model.Section{Name: content.LexiconSection, Data: []byte(f.Lexicon)},
		model.Section{Name: content.KindsSection, Data: []byte(f.Kinds)},
		model.Section{Name: content.FirstSection, Data: f.first},
		model.Section{Name: content.SecondSection, Data: f.second},
	)
}
