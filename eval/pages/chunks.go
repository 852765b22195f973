package pages

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/clean/chunk"
	"github.com/copydesk/copydesk/internal/clean/structure"
	"github.com/copydesk/copydesk/internal/text"
)

const (
	// chunkSize is the largest size of the chunks that are compared, in code points.
	chunkSize = 1000

	// chunkPages is how many pages with a table, and how many with a code block, are cut.
	chunkPages = 150
)

// chunkSplitters are the peers, as peers/chunk_split.py names them.
var chunkSplitters = []string{"langchain", "langchain-sentences", "semantic", "semantic-markdown"}

// chunkSelf is the name under which our own chunks are printed.
const chunkSelf = "copydesk"

// chunkKinds name what should not be cut, and chunkParts return it.
var (
	chunkKinds = []string{"sentences", "tables", "code blocks"}
	chunkParts = []func(*chunkText) []text.Span{
		func(t *chunkText) []text.Span { return t.sentences },
		func(t *chunkText) []text.Span { return t.tables },
		func(t *chunkText) []text.Span { return t.listings },
	}
)

// chunkText is a text with what should not be cut.
type chunkText struct {
	document         *text.Document
	sentences        []text.Span // by hand
	tables, listings []text.Span
}

// Chunks prints how often sentences, tables and code blocks that fit into a chunk are cut, and the speed, beside other
// splitters on the same texts.
func Chunks() error {
	texts, err := chunkTexts()
	if err != nil {
		return err
	}
	size, plain := 0, make([]string, len(texts))
	for i, t := range texts {
		plain[i] = t.document.Clean
		size += len(plain[i])
	}
	fmt.Printf("%d texts, chunks of up to %d code points; cut in two, of those that fit\n%-22s %14s %14s %14s %8s\n", len(texts), chunkSize, "",
		"sentences", "tables", "code blocks", "MB/s")
	var ours [][]text.Span
	took := timing.Quickest(5*time.Second, func() {
		ours = make([][]text.Span, len(texts))
		for i, t := range texts {
			d := *t.document // without the words and sentences found before
			ours[i], err = cutText(&d)
		}
	})
	if err != nil {
		return err
	}
	printCuts(chunkSelf, texts, ours, float64(size)/1e6/took.Seconds())
	for _, name := range chunkSplitters {
		var answer struct {
			Spans   [][][2]int
			Seconds float64
		}
		err := peers.Call("chunk_split.py", map[string]any{"texts": plain, "max": chunkSize, "splitter": name}, &answer)
		if errors.Is(err, peers.ErrNotInstalled) {
			return nil
		}
		if err != nil {
			return err
		}
		theirs := make([][]text.Span, len(texts))
		for i, spans := range answer.Spans {
			theirs[i] = inBytes(plain[i], spans)
		}
		printCuts(name, texts, theirs, float64(size)/1e6/answer.Seconds)
	}
	return nil
}

func cutText(d *text.Document) ([]text.Span, error) {
	chunks, err := chunk.Cut(context.Background(), &text.Document{Source: d.Source, Clean: d.Clean, Provenance: d.Provenance, Blocks: d.Blocks},
		chunk.Options{Unit: chunk.Characters, MaxSize: chunkSize})
	spans := make([]text.Span, len(chunks))
	for i, c := range chunks {
		spans[i] = c.Span
	}
	return spans, err
}

// chunkTexts returns texts whose sentences were marked by hand, and pages with their tables and code blocks.
func chunkTexts() (texts []chunkText, err error) {
	for _, set := range []string{"ewt-dev", "gum-dev"} {
		documents, err := data.ReadJSONL[struct {
			Text      string
			Sentences [][2]int
		}]("sentences/" + set + ".jsonl")
		if err != nil {
			return nil, err
		}
		for _, d := range documents {
			blocks, err := structure.Blocks(context.Background(), d.Text)
			if err != nil {
				return nil, err
			}
			texts = append(texts, chunkText{
				document:  &text.Document{Source: d.Text, Clean: d.Text, Provenance: text.Identity(len(d.Text)), Blocks: blocks},
				sentences: inBytes(d.Text, d.Sentences),
			})
		}
	}
	tables, listings := 0, 0
	return texts, withPages("wcxb-dev", func(set pageSet) error {
		for _, p := range set.pages {
			content, err := p.read()
			if err != nil {
				return err
			}
			switch {
			case strings.Contains(content, "<pre") && listings < chunkPages:
				listings++
			case strings.Contains(content, "<table") && tables < chunkPages:
				tables++
			default:
				continue
			}
			d, err := cleanPage(p, content)
			if err != nil {
				return err
			}
			t := chunkText{document: d}
			for _, b := range d.Blocks {
				switch b.Kind {
				case text.Table:
					t.tables = append(t.tables, b.Span)
				case text.Code:
					t.listings = append(t.listings, b.Span)
				default:
				}
			}
			texts = append(texts, t)
		}
		return nil
	})
}

// inBytes turns ranges of code points of s, which are in order, into ranges of bytes.
func inBytes(s string, spans [][2]int) []text.Span {
	offsets := make([]int, 0, len(s)+1)
	for i := range s {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(s))
	list := make([]text.Span, len(spans))
	for i, x := range spans {
		list[i] = text.Span{Start: offsets[x[0]], End: offsets[x[1]]}
	}
	return list
}

func printCuts(name string, texts []chunkText, chunks [][]text.Span, speed float64) {
	fmt.Printf("%-22s", name)
	for kind, of := range chunkParts {
		cuts, all := 0, 0
		for i := range texts {
			for _, s := range of(&texts[i]) {
				if s = text.Trim(texts[i].document.Clean, s); utf8.RuneCountInString(s.Of(texts[i].document.Clean)) > chunkSize {
					continue
				}
				all++
				if !slices.ContainsFunc(chunks[i], func(c text.Span) bool { return c.Start <= s.Start && s.End <= c.End }) {
					cuts++
				}
			}
		}
		fmt.Printf(" %14s", fmt.Sprintf("%d of %d", cuts, all))
		if name == chunkSelf {
			floor.AtMost("chunks/"+chunkKinds[kind]+" cut", float64(cuts))
		}
	}
	fmt.Printf(" %8.1f\n", speed)
}
