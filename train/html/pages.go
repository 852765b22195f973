package main

import (
	"archive/tar"
	"bufio"
	"context"
	"crypto/sha1" //nolint:gosec // a checksum that parts sites evenly, no secret
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"io"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// truth is what the data says of a page.
type truth struct {
	URL         string `json:"url"`
	GroundTruth struct {
		MainContent string `json:"main_content"`
	} `json:"ground_truth"`
	Internal struct {
		PageType struct {
			Primary string `json:"primary"`
		} `json:"page_type"`
	} `json:"_internal"`
}

// sample is a page to learn from.
type sample struct {
	id     string
	fold   int
	kind   int      // a content.Kind; -1 if not known
	gold   []string // the words of its content
	page   *content.Page
	words  [][]string // by block
	labels []float64  // by block: how much of it is content

	kindSlots [3][]uint32

	known *known   // of a page of which only pieces are known; else nil
	texts []string // by block, of such a page

}

// folds is how many parts the sites are cut into: what is said of a page comes from models that have seen none of its site.
const folds = 5

// readSamples reads WCXB's pages from its archive.
func readSamples(ctx context.Context, file string) ([]*sample, error) {
	pages, truths := map[string]string{}, map[string]truth{}
	err := readTar(file, func(name string, b []byte) error {
		id := strings.TrimSuffix(path.Base(name), path.Ext(name))
		switch path.Ext(name) {
		case ".html":
			pages[id] = strings.ToValidUTF8(string(b), "\uFFFD")
		case ".json":
			var t truth
			if err := json.Unmarshal(b, &t); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			truths[id] = t
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	ids := make([]string, 0, len(pages))
	for id := range pages {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	samples := make([]*sample, len(ids))
	for i, id := range ids {
		if samples[i], err = newSample(ctx, id, pages[id], truths[id]); err != nil {
			return nil, err
		}
	}
	return samples, nil
}

func newSample(ctx context.Context, id, page string, t truth) (*sample, error) {
	tree, err := dom.Parse(ctx, page)
	if err != nil {
		return nil, err
	}
	s := &sample{id: id, page: content.Read(tree), gold: words(t.GroundTruth.MainContent), kind: kindNamed(t.Internal.PageType.Primary)}
	s.fold = foldOf(t.URL, id)
	for i := range s.page.Blocks {
		s.words = append(s.words, words(blockText(tree, &s.page.Blocks[i])))
	}
	s.labels = newAligner(t.GroundTruth.MainContent).label(s.words)
	return s, nil
}

// foldOf is the part that a page's site belongs to; other stands for the site of a page without an address.
func foldOf(address, other string) int {
	host := other
	if u, err := url.Parse(address); err == nil && u.Hostname() != "" {
		host = site(u.Hostname())
	}
	sum := sha1.Sum([]byte(host)) //nolint:gosec // as above
	return int(sum[0]) % folds
}

// blockText is the text of a block.
func blockText(t *dom.Tree, b *content.Block) string {
	var text strings.Builder
	for i := b.FirstText; i < b.EndText; i++ {
		if t.Texts[i].Space || t.Texts[i].Breaks > 0 {
			text.WriteByte(' ')
		}
		text.WriteString(t.Span(i).Of(t.Page))
	}
	return html.UnescapeString(text.String())
}

// kindNamed is the kind of page that the data calls so.
func kindNamed(name string) int {
	if name == "category" {
		return int(content.Collection)
	}
	for k := range content.Kind(content.KindCount) {
		if k.String() == name {
			return int(k)
		}
	}
	return int(content.Article)
}

// site is the part of a host's name that one owner has, nearly.
func site(host string) string {
	parts := strings.Split(host, ".")
	n := len(parts)
	if n >= 3 && len(parts[n-1]) == 2 && slices.Contains([]string{"co", "com", "org", "net", "gov", "ac", "edu"}, parts[n-2]) {
		return strings.Join(parts[n-3:], ".")
	}
	return strings.Join(parts[max(n-2, 0):], ".")
}

// readTar calls do with each file of an archive.
func readTar(file string, do func(name string, b []byte) error) error {
	f, err := os.Open(file) //nolint:gosec // the user names it
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	x, err := xz.NewReader(bufio.NewReaderSize(f, 1<<20))
	if err != nil {
		return err
	}
	for r := tar.NewReader(x); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if err := do(h.Name, b); err != nil {
			return err
		}
	}
}
