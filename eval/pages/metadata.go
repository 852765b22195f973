package pages

import (
	"context"
	"crypto/sha1"
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
)

// told is what a page says of itself, by our reading, a peer's or the gold standard.
type told struct {
	Title, Author, Date string
}

// toldPage is a page of a set.
type toldPage struct {
	url, file string
	utf8      bool
	gold      told
}

// toldSet is a set of pages.
type toldSet struct {
	name  string
	files map[string]string
	pages []toldPage
}

// Metadata prints how often title, authors and date are right, beside the peers, and what reading them costs.
func Metadata() error {
	trafilatura, err := trafilaturaTold()
	if err != nil {
		return err
	}
	dates, err := datesTold(trafilatura.files)
	if err != nil {
		return err
	}
	wcxb, err := wcxbTold()
	if err != nil {
		return err
	}
	for _, set := range []*toldSet{trafilatura, dates, wcxb} {
		if err := set.measure(); err != nil {
			return err
		}
	}
	return trafilatura.speed()
}

// measure prints the figures of one set, whole and by halves of its sites.
func (s *toldSet) measure() error {
	ours := make([]told, len(s.pages))
	for i := range s.pages {
		ours[i] = s.read(i)
	}
	s.print("copydesk", ours)
	for _, peer := range []string{"trafilatura", "htmldate"} {
		answers, err := s.askPeer(peer)
		if errors.Is(err, peers.ErrNotInstalled) {
			fmt.Printf("%-14s %s: %v\n", s.name, peer, err)
			return nil
		}
		if err != nil {
			return err
		}
		s.print(peer, answers)
	}
	return nil
}

// readMetadata returns what a page says of itself.
func readMetadata(t *dom.Tree, address string) (meta.Result, error) {
	data, err := linked.Read(context.Background(), t)
	if err != nil {
		return meta.Result{}, err
	}
	return meta.Read(context.Background(), t, data, address)
}

// read returns what we read of page i.
func (s *toldSet) read(i int) told {
	p := s.pages[i]
	tree, err := dom.Parse(context.Background(), s.text(i))
	if err != nil {
		return told{}
	}
	said, err := readMetadata(tree, p.url)
	if err != nil {
		return told{}
	}
	var t told
	var authors []string
	for _, f := range said.Facts {
		switch f.Name {
		case "title":
			t.Title = f.Value
		case "authors":
			authors = append(authors, f.Value)
		case "publish_date":
			t.Date = f.Value
		}
	}
	t.Author = strings.Join(authors, "; ")
	return t
}

// text returns page i as UTF-8.
func (s *toldSet) text(i int) string {
	raw := s.files[s.pages[i].file]
	if !s.pages[i].utf8 {
		if d, err := charset.Decode(context.Background(), raw, "text/html"); err == nil {
			return d.Text
		}
	}
	return strings.ToValidUTF8(raw, "\uFFFD")
}

// half says which half of its set a page belongs to, by its site: rules were made on half 0 and checked on half 1.
func (p toldPage) half() int {
	site := p.url
	if u, err := url.Parse(p.url); err == nil && u.Host != "" {
		parts := strings.Split(strings.ReplaceAll(strings.ToLower(u.Host), "www.", ""), ".")
		site = strings.Join(parts[max(0, len(parts)-2):], ".")
	}
	return int(sha1.Sum([]byte(site))[0]) & 1
}

// tally counts answers.
type tally struct{ gold, answers, exact, contained int }

func (t tally) f() float64 {
	return 2 * float64(t.exact) / float64(max(1, 2*t.exact+(t.answers-t.exact)+(t.gold-t.answers)))
}

// print prints the figures of one system.
func (s *toldSet) print(system string, answers []told) {
	for _, f := range []struct {
		name string
		of   func(told) string
	}{{"title", func(t told) string { return t.Title }}, {"author", func(t told) string { return t.Author }}, {"date", func(t told) string { return t.Date }}} {
		var sum [3]tally // the halves, and all
		for i, p := range s.pages {
			gold, got := f.of(p.gold), fold(f.of(answers[i]))
			for _, k := range []int{p.half(), 2} {
				sum[k].add(fold(gold), got)
			}
		}
		if sum[2].gold == 0 || sum[2].answers == 0 {
			continue
		}
		share := func(k int) float64 { return float64(sum[k].exact) / float64(max(1, sum[k].gold)) }
		if system == "copydesk" {
			floor.AtLeast("metadata/"+s.name+"/"+f.name+", held out", share(1))
			floor.AtLeast("metadata/"+s.name+"/"+f.name+", F", sum[2].f())
		}
		fmt.Printf("%-16s %-12s %-6s of %4d: exact %.3f (tuned on %.3f, held out %.3f), contained %.3f, F %.4f\n", s.name, system, f.name, sum[2].gold,
			share(2), share(0), share(1), float64(sum[2].contained)/float64(sum[2].gold), sum[2].f())
	}
}

func (t *tally) add(gold, got string) {
	if gold == "" {
		return
	}
	t.gold++
	if got == "" {
		return
	}
	t.answers++
	a, b := strings.ToLower(gold), strings.ToLower(got)
	if strings.Contains(a, b) || strings.Contains(b, a) {
		t.contained++
	}
	if gold == got {
		t.exact++
	}
}

func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// askPeer has a peer read all pages.
func (s *toldSet) askPeer(system string) ([]told, error) {
	if !peers.Installed() {
		return nil, peers.ErrNotInstalled
	}
	dir, err := os.MkdirTemp("", "metadata-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // a folder for temporary files
	type file struct {
		Path, URL string
		UTF8      bool
	}
	files := make([]file, len(s.pages))
	for i, p := range s.pages {
		files[i] = file{fmt.Sprintf("%s/%d.html", dir, i), p.url, p.utf8}
		if err := os.WriteFile(files[i].Path, []byte(s.files[p.file]), 0o600); err != nil {
			return nil, err
		}
	}
	var answer []told
	return answer, peers.Call("metadata_read.py", map[string]any{"system": system, "files": files}, &answer)
}

// speed prints the cost of reading metadata beside that of parsing by x/net/html, and what is allocated.
func (s *toldSet) speed() error {
	var parse, read time.Duration
	var size int
	var before, after runtime.MemStats
	trees := make([]*dom.Tree, len(s.pages))
	for i := range s.pages {
		page := s.text(i)
		size += len(page)
		start := time.Now()
		if _, err := html.Parse(strings.NewReader(page)); err != nil {
			return err
		}
		parse += time.Since(start)
		var err error
		if trees[i], err = dom.Parse(context.Background(), page); err != nil {
			return err
		}
	}
	runtime.ReadMemStats(&before)
	start := time.Now()
	for i, t := range trees {
		if _, err := readMetadata(t, s.pages[i].url); err != nil {
			return err
		}
	}
	read = time.Since(start)
	runtime.ReadMemStats(&after)
	fmt.Printf("%s: %.1f MB read in %d ms, %.3f of the time of html.Parse; %.0f kB allocated a page\n", s.name, float64(size)/1e6, read.Milliseconds(),
		float64(read)/float64(parse), float64(after.TotalAlloc-before.TotalAlloc)/float64(len(s.pages))/1e3)
	return nil
}
