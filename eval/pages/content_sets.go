package pages

import (
	"errors"
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/train/labelled"
)

// MaxPages is how many pages of each set are measured at most, drawn by their names; 0 for all.
var MaxPages int

// setPages writes the pages of all sets with a known main content below dir, for peers that read files, and returns them by set.
func setPages(dir string) ([]pageSet, error) {
	all, err := labelled.Read(strings.TrimSuffix(data.Dir, "/"), func(s *labelled.Set) bool { return !s.Part })
	if err != nil {
		return nil, err
	}
	var sets []pageSet
	for i := range all {
		p := &all[i]
		if !p.Complete && !p.Set.Pieces {
			continue
		}
		if n := len(sets); n == 0 || sets[n-1].name != p.Set.Name {
			sets = append(sets, pageSet{name: p.Set.Name})
		}
		set := &sets[len(sets)-1]
		set.pages = append(set.pages, page{
			url: p.URL, utf8: p.UTF8, kind: p.Kind, gold: p.Gold, with: p.With, without: p.Without, site: p.Site, id: p.ID,
			path: filepath.Join(dir, fmt.Sprintf("%s-%d.html", p.Set.Name, len(set.pages))), content: p.HTML,
		})
	}
	for i := range sets {
		sets[i].draw()
		for _, p := range sets[i].pages {
			sets[i].size += int64(len(p.content))
			if err := os.WriteFile(p.path, []byte(p.content), 0o600); err != nil {
				return nil, err
			}
		}
	}
	return sets, nil
}

// draw leaves at most MaxPages pages in the set, those whose names have the lowest hashes.
func (s *pageSet) draw() {
	if MaxPages <= 0 || len(s.pages) <= MaxPages {
		return
	}
	slices.SortFunc(s.pages, func(a, b page) int { return compareHashes(a.id, b.id) })
	s.pages = s.pages[:MaxPages]
}

func compareHashes(a, b string) int {
	x, y := nameHash(a), nameHash(b)
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	default:
		return 0
	}
}

func nameHash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s)) //nolint:errcheck // never fails
	return h.Sum64()
}

// withSets unpacks the pages of all sets into a folder that is gone when use has returned.
func withSets(use func([]pageSet) error) (err error) {
	dir, err := os.MkdirTemp("", "sets-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	sets, err := setPages(dir)
	if err != nil {
		return err
	}
	return use(sets)
}
