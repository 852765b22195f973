package pages

import (
	"archive/tar"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/eval/data"
)

// page is one page of a set, and what is known of it.
type page struct {
	url, path string

	// utf8 says that the file is UTF-8, whatever it says of itself; else its encoding has to be found.
	utf8 bool

	kind          string // WCXB's page type
	gold          string // the main content, of WCXB
	with, without []string

	site, id string // of the sets of package pages
	content  string
}

// read returns the page's bytes.
func (p page) read() (string, error) {
	b, err := os.ReadFile(p.path)
	if p.utf8 {
		return strings.ToValidUTF8(string(b), "\uFFFD"), err
	}
	return string(b), err
}

// address returns the page's URL, nil if it has none that can be read.
func (p page) address() *url.URL {
	u, err := url.Parse(p.url)
	if err != nil || u.Host == "" {
		return nil
	}
	return u
}

// pageSet is a set of pages, unpacked.
type pageSet struct {
	name  string
	size  int64 // of the archive in bytes, by which answers that were kept are known to be for it
	pages []page
}

// withPages unpacks an archive of ../shared/data/html into a folder that is gone when use has returned.
func withPages(name string, use func(pageSet) error) (err error) {
	dir, err := os.MkdirTemp("", "pages-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	set := pageSet{name: name}
	archive := data.Dir + "html/" + name + ".tar.xz"
	info, err := os.Stat(archive)
	if err != nil {
		return err
	}
	set.size = info.Size()
	if err := unpack(archive, dir); err != nil {
		return fmt.Errorf("%s: %w", archive, err)
	}
	if set.pages, err = pageReaders[name](dir); err != nil {
		return err
	}
	return use(set)
}

var pageReaders = map[string]func(dir string) ([]page, error){
	"wcxb-dev":         wcxbPages,
	"trafilatura-eval": trafilaturaPages,
}

// unpack writes the files of a .tar.xz below dir.
func unpack(archive, dir string) error {
	f, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	x, err := xz.NewReader(f)
	if err != nil {
		return err
	}
	for t := tar.NewReader(x); ; {
		h, err := t.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if h.Typeflag != tar.TypeReg || !filepath.IsLocal(h.Name) {
			continue
		}
		if err := writeFile(filepath.Join(dir, h.Name), t); err != nil {
			return err
		}
	}
}

func writeFile(name string, r io.Reader) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

// findFile returns the one file of this name below dir: archives differ in whether they have a top folder.
func findFile(dir, name string) (string, error) {
	for _, pattern := range []string{name, "*/" + name} {
		if found, _ := filepath.Glob(filepath.Join(dir, pattern)); len(found) == 1 {
			return found[0], nil
		}
	}
	return "", fmt.Errorf("there is no %s", name)
}

// wcxbPages reads WCXB's pages in the order of their names.
func wcxbPages(dir string) ([]page, error) {
	truths, err := findFile(dir, "truth")
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(truths, "*.json"))
	if err != nil {
		return nil, err
	}
	var pages []page
	for _, f := range files {
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
		b, err := os.ReadFile(f)
		if err != nil {
			return nil, err
		}
		if err := json.Unmarshal(b, &t); err != nil {
			return nil, fmt.Errorf("%s: %w", f, err)
		}
		p := page{url: t.URL, utf8: true, kind: t.Internal.PageType.Primary, gold: t.GroundTruth.MainContent, with: t.GroundTruth.With, without: t.GroundTruth.Without}
		if p.kind == "category" {
			p.kind = "collection"
		}
		p.path = filepath.Join(filepath.Dir(truths), "html", strings.TrimSuffix(filepath.Base(f), ".json")+".html")
		pages = append(pages, p)
	}
	return pages, nil
}

// trafilaturaPages reads the pages of trafilatura's evaluation in the order of their addresses.
func trafilaturaPages(dir string) ([]page, error) {
	f, err := findFile(dir, "evaldata.json")
	if err != nil {
		return nil, err
	}
	b, err := os.ReadFile(f)
	if err != nil {
		return nil, err
	}
	var entries map[string]struct {
		File          string
		With, Without []string
	}
	if err := json.Unmarshal(b, &entries); err != nil {
		return nil, err
	}
	var pages []page
	for u, e := range entries {
		pages = append(pages, page{url: u, path: filepath.Join(filepath.Dir(f), "html", e.File), with: e.With, without: e.Without})
	}
	slices.SortFunc(pages, func(a, b page) int { return strings.Compare(a.url, b.url) })
	return pages, nil
}
