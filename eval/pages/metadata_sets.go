package pages

import (
	"archive/tar"
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/eval/data"
)

// toldArchive reads the files of an archive of ../shared/data/html, by the last part of their names and of their folders.
func toldArchive(name string) (map[string]string, error) {
	f, err := os.Open(data.Dir + "html/" + name + ".tar.xz")
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	x, err := xz.NewReader(bufio.NewReaderSize(f, 1<<20))
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for t := tar.NewReader(x); ; {
		h, err := t.Next()
		if err == io.EOF {
			return files, nil
		}
		if err != nil {
			return nil, err
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		b, err := io.ReadAll(t)
		if err != nil {
			return nil, err
		}
		files[path.Base(path.Dir(h.Name))+"/"+path.Base(h.Name)] = string(b)
	}
}

// named decodes the one JSON file of that name.
func named[T any](files map[string]string, name string) (T, error) {
	var v T
	for k, b := range files {
		if path.Base(k) == name {
			return v, json.Unmarshal([]byte(strings.ReplaceAll(b, ": NaN", `: "none"`)), &v) // a date that no answer equals
		}
	}
	return v, fmt.Errorf("there is no %s", name)
}

// oneOrMore is a string, or a list of them.
type oneOrMore string

func (o *oneOrMore) UnmarshalJSON(b []byte) error {
	var list []string
	var one string
	if json.Unmarshal(b, &list) == nil {
		one = strings.Join(list, "; ")
	} else if json.Unmarshal(b, &one) != nil {
		one = ""
	}
	*o = oneOrMore(one)
	return nil
}

// goldRecord is one entry of an evaluation by adbar.
type goldRecord struct {
	File                string
	Title, Author, Date oneOrMore
}

func (s *toldSet) take(records map[string]goldRecord, same map[string]string) {
	for u, g := range records {
		file := g.File
		if other := same[file]; other != "" {
			file = other
		}
		s.pages = append(s.pages, toldPage{url: u, file: "html/" + file, gold: told{string(g.Title), string(g.Author), string(g.Date)}})
	}
	slices.SortFunc(s.pages, func(a, b toldPage) int { return strings.Compare(a.url, b.url) })
}

func trafilaturaTold() (*toldSet, error) {
	files, err := toldArchive("trafilatura-eval")
	if err != nil {
		return nil, err
	}
	records, err := named[map[string]goldRecord](files, "evaldata.json")
	if err != nil {
		return nil, err
	}
	s := &toldSet{name: "trafilatura-eval", files: files}
	s.take(records, nil)
	return s, nil
}

// datesTold are the pages of htmldate's evaluation; some are files of trafilatura's.
func datesTold(others map[string]string) (*toldSet, error) {
	files, err := toldArchive("htmldate-eval")
	if err != nil {
		return nil, err
	}
	same, err := named[map[string]string](files, "same-as-trafilatura.json")
	if err != nil {
		return nil, err
	}
	s := &toldSet{name: "htmldate-eval", files: files}
	for _, name := range []string{"eval_default.json", "eval_mediacloud_2020.json"} {
		records, err := named[map[string]goldRecord](files, name)
		if err != nil {
			return nil, err
		}
		s.take(records, same)
	}
	for _, p := range s.pages {
		if _, ok := files[p.file]; !ok {
			files[p.file] = others[p.file]
		}
	}
	return s, nil
}

func wcxbTold() (*toldSet, error) {
	files, err := toldArchive("wcxb-dev")
	if err != nil {
		return nil, err
	}
	s := &toldSet{name: "wcxb-dev", files: files}
	for name, b := range files {
		if !strings.HasPrefix(name, "truth/") {
			continue
		}
		var t struct {
			URL         string
			GroundTruth struct {
				Title, Author oneOrMore
				Date          oneOrMore `json:"publish_date"`
			} `json:"ground_truth"`
		}
		if err := json.Unmarshal([]byte(b), &t); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		g := t.GroundTruth
		s.pages = append(s.pages, toldPage{
			url: t.URL, file: "html/" + strings.TrimSuffix(path.Base(name), ".json") + ".html", utf8: true,
			gold: told{string(g.Title), string(g.Author), string(g.Date)},
		})
	}
	slices.SortFunc(s.pages, func(a, b toldPage) int { return strings.Compare(a.file, b.file) })
	return s, nil
}
