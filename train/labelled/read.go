package labelled

import (
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
)

// Read returns the pages of the sets that want returns true for, set by set, in the order of their IDs. data is the data folder.
func Read(data string, want func(*Set) bool) ([]Page, error) {
	var archives []string
	for i := range Sets {
		if want(&Sets[i]) && !slices.Contains(archives, Sets[i].Archive) {
			archives = append(archives, Sets[i].Archive)
		}
	}
	var all []Page
	for _, a := range archives {
		files, err := load(data + "/" + a)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a, err)
		}
		pages, err := readers(a)(files)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a, err)
		}
		all = append(all, pages...)
	}
	all = slices.DeleteFunc(all, func(p Page) bool { return !want(p.Set) })
	slices.SortStableFunc(all, func(a, b Page) int { return rank(a.Set) - rank(b.Set) })
	return all, nil
}

func rank(s *Set) int { return slices.IndexFunc(Sets, func(o Set) bool { return o.Name == s.Name }) }

// files are the files of an archive by their folder's last name and their own: html/ID.html, truth/ID.json.
type files map[string][]byte

func load(archive string) (files, error) {
	all := files{}
	err := eachFile(archive, func(name string, b []byte) error {
		all[path.Join(path.Base(path.Dir(name)), path.Base(name))] = b
		return nil
	})
	return all, err
}

// in returns the names of the files of a folder, sorted.
func (f files) in(folder string) []string {
	var names []string
	for name := range f {
		if path.Dir(name) == folder {
			names = append(names, path.Base(name))
		}
	}
	slices.Sort(names)
	return names
}

func readers(archive string) func(files) ([]Page, error) {
	switch archive {
	case SetNamed("wcxb").Archive:
		return readWCXB
	case SetNamed("trafilatura").Archive:
		return readTrafilatura
	default:
		return readMore
	}
}

// utf8 is the page in a file that is UTF-8 whatever it says.
func utf8(b []byte) string { return strings.ToValidUTF8(string(b), "\uFFFD") }

func readWCXB(all files) ([]Page, error) {
	var pages []Page
	for _, name := range all.in("truth") {
		var t struct {
			URL         string
			GroundTruth struct {
				MainContent   string `json:"main_content"`
				With, Without []string
			} `json:"ground_truth"`
			Internal struct {
				PageType struct{ Primary string } `json:"page_type"`
			} `json:"_internal"`
		}
		if err := json.Unmarshal(all["truth/"+name], &t); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		id := strings.TrimSuffix(name, ".json")
		p := Page{
			Set: SetNamed("wcxb"), ID: id, URL: t.URL, Site: site(t.URL, "", id), Kind: t.Internal.PageType.Primary,
			HTML: utf8(all["html/"+id+".html"]), UTF8: true, Gold: t.GroundTruth.MainContent, Complete: true,
			With: t.GroundTruth.With, Without: t.GroundTruth.Without,
		}
		if p.Kind == "category" {
			p.Kind = "collection"
		}
		pages = append(pages, p)
	}
	return pages, nil
}

func readTrafilatura(all files) ([]Page, error) {
	var entries map[string]struct {
		File          string
		With, Without []string
	}
	for name, b := range all {
		if path.Base(name) == "evaldata.json" {
			if err := json.Unmarshal(b, &entries); err != nil {
				return nil, err
			}
		}
	}
	var pages []Page
	for u, e := range entries {
		pages = append(pages, Page{
			Set: SetNamed("trafilatura"), ID: u, URL: u, Site: site(u, "", u), HTML: string(all[path.Join("html", e.File)]),
			With: e.With, Without: e.Without,
		})
	}
	slices.SortFunc(pages, func(a, b Page) int { return strings.Compare(a.ID, b.ID) })
	return pages, nil
}

func readMore(all files) ([]Page, error) {
	var pages []Page
	for _, name := range all.in("gold") {
		var g struct {
			Set, Kind, Text, Title, URL, Host string
			Complete                          bool
		}
		if err := json.Unmarshal(all["gold/"+name], &g); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		id := strings.TrimSuffix(name, ".json")
		set := SetNamed(g.Set)
		if set == nil {
			return nil, fmt.Errorf("%s: no set is called %q", name, g.Set)
		}
		if slices.ContainsFunc(damaged, func(d string) bool { return strings.HasPrefix(id, d) }) {
			continue
		}
		p := Page{
			Set: set, ID: id, URL: g.URL, Site: site(g.URL, g.Host, id), HTML: utf8(all["html/"+id+".html"]), UTF8: true,
			Gold: g.Text, Complete: g.Complete,
		}
		switch g.Kind {
		case "article", "forum":
			p.Kind = g.Kind
		}
		if set.Head {
			p.Gold = withoutHead(p.Gold, headlines(p.HTML, g.Title))
		}
		pages = append(pages, p)
	}
	return pages, nil
}
