package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"html"
	"strings"
	"sync"
	"unicode"

	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/clean/html/content"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/linked"
	"github.com/copydesk/copydesk/internal/clean/html/meta"
	"github.com/copydesk/copydesk/train/labelled"
	"github.com/copydesk/copydesk/train/parallel"
)

// sample is a page to learn from or to measure with.
type sample struct {
	labelled.Page

	kind   int // a content.Kind; -1 where it is not known
	parsed *content.Page
	gold   []int32   // the words of its main content, as numbers of a dictionary
	words  [][]int32 // by block
	texts  []string  // by block, of pages with pieces of text
	size   int       // words of the page
	labels []float32 // by block: how much of it is content, 0 to 1, or unknown

	third int // which third of the sites its site belongs to: it is left out when sites are measured
	part  int // which of the parts of cross-fitting, drawn anew: what is left out must not be one of them

	learn     []int32   // the blocks that are learnt from
	weight    []float32 // of each of those
	slots     [][]uint32
	kindSlots [3][]uint32
}

// unknown is the label of a block of which nothing is known.
const unknown = -1

// parts is how many parts the sites are cut into for cross-fitting.
const parts = 3

// dictionary numbers words. The numbers depend on the order in which pages are read; only whether two are equal means something.
type dictionary struct {
	lock    sync.Mutex
	numbers map[string]int32
}

func newDictionary() *dictionary { return &dictionary{numbers: map[string]int32{}} }

// words returns the \w+ of a text in lower case, as numbers: the tokens of WCXB's metric.
func (d *dictionary) words(s string) []int32 {
	fields := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	list := make([]int32, len(fields))
	d.lock.Lock()
	defer d.lock.Unlock()
	for i, f := range fields {
		n, ok := d.numbers[f]
		if !ok {
			n = int32(len(d.numbers)) //nolint:gosec // fewer than 2^31 words
			d.numbers[strings.Clone(f)] = n
		}
		list[i] = n
	}
	return list
}

// readSamples reads and labels the pages of the sets that want returns true for.
func readSamples(ctx context.Context, data string, want func(*labelled.Set) bool) ([]*sample, error) {
	list, err := labelled.Read(data, want)
	if err != nil {
		return nil, err
	}
	d := newDictionary()
	samples, errs := make([]*sample, len(list)), make([]error, len(list))
	parallel.Each(len(list), func(i int) {
		samples[i], errs[i] = newSample(ctx, &list[i], d)
	})
	return samples, errors.Join(errs...)
}

func newSample(ctx context.Context, p *labelled.Page, d *dictionary) (*sample, error) {
	page := p.HTML
	if !p.UTF8 {
		decoded, err := charset.Decode(ctx, page, "text/html")
		if err != nil {
			return nil, err
		}
		page = decoded.Text
	}
	tree, err := dom.Parse(ctx, page)
	if err != nil {
		return nil, err
	}
	data, err := linked.Read(ctx, tree)
	if err != nil {
		return nil, err
	}
	said, err := meta.Read(ctx, tree, data, p.URL)
	if err != nil {
		return nil, err
	}
	parsed, err := content.Read(ctx, tree, content.SaidBy(said, page))
	if err != nil {
		return nil, err
	}
	s := &sample{Page: *p, parsed: parsed, gold: d.words(p.Gold), kind: kindNamed(p.Kind)}
	s.HTML = ""
	sum := sha256.Sum256([]byte(p.Site))
	s.third, s.part = labelled.Part(p.Site), int(sum[2])%parts
	for i := range s.parsed.Blocks {
		text := blockText(tree, &s.parsed.Blocks[i])
		s.words = append(s.words, d.words(text))
		s.size += len(s.words[i])
		if p.Set.Pieces {
			s.texts = append(s.texts, folded(text))
		}
	}
	if p.Set.Pieces {
		s.labelPieces()
	} else {
		s.labels = newAligner(s.gold).label(s.words)
		s.doubt()
	}
	return s, nil
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

// kindNamed is the kind of page that a set calls so, -1 for none.
func kindNamed(name string) int {
	for k := range content.Kind(content.KindCount) {
		if k.String() == name {
			return int(k)
		}
	}
	return -1
}

func folded(s string) string { return strings.Join(strings.Fields(s), " ") }
