package main

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/extract/tagger"
	"github.com/copydesk/copydesk/internal/text"
)

// counts of names by class, 0 for all.
type counts struct{ hit, got, want [4]int }

// measure prints the F1 of exact spans and classes on each test set, of the tagger alone and of the whole of Extract, which from then on
// uses the given model.
func measure(file string, tests []testSet, showErrors bool) error {
	m, err := tagger.Open(file)
	if err != nil {
		return err
	}
	g := tagger.New(m, tagger.ShippedLexicon())
	fmt.Println("the tagger:")
	found, err := measureBy(tests, showErrors, func(s string) ([]span, []int32, error) {
		names, margins := tag(g, s)
		return names, margins, nil
	})
	if err != nil {
		return err
	}
	calibrate(found)
	fmt.Println("Extract:")
	tagger.Shipped = func() *tagger.Model { return m }
	if found, err = measureBy(tests, showErrors, extracted); err != nil {
		return err
	}
	printCalibration(found)
	return nil
}

// extracted returns the names that Extract finds in s, and the probability of each in hundredths.
func extracted(s string) (names []span, sure []int32, err error) {
	d := &text.Document{Source: s, Clean: s, Provenance: text.Identity(len(s)), MediaType: "text/plain"}
	for _, p := range text.Paragraphs(s) {
		d.Blocks = append(d.Blocks, text.Block{Kind: text.Paragraph, Span: p})
	}
	f, err := extract.Run(context.Background(), d, extract.Options{Features: extract.Entities})
	if err != nil {
		return nil, nil, err
	}
	for _, e := range f.Entities {
		for _, m := range e.Mentions {
			if e.Type <= extract.Location {
				names = append(names, span{m.Place.Clean.Start, m.Place.Clean.End, tagger.Class(e.Type)}) //nolint:gosec // a class
				sure = append(sure, int32(math.Round(float64(100*m.Confidence))))
			}
		}
	}
	return names, sure, nil
}

// measureBy prints the F1 on each test set of names that find returns with a measure of how sure each is, and returns which of them are right.
func measureBy(tests []testSet, showErrors bool, find func(s string) (names []span, sure []int32, err error)) (found []judged, err error) {
	sum := 0.
	for _, set := range tests {
		var c counts
		for _, d := range set.docs {
			gold := map[span]bool{}
			for _, n := range d.names {
				gold[n] = true
				c.want[n.class]++
			}
			names, margins, err := find(strings.ToValidUTF8(d.text, "?"))
			if err != nil {
				return nil, err
			}
			for i, n := range names {
				c.got[n.class]++
				if gold[n] {
					c.hit[n.class]++
				}
				found = append(found, judged{float64(margins[i]), gold[n]})
			}
			if showErrors {
				show(set.name, d, names)
			}
		}
		fmt.Printf("%-14s", set.name)
		for class := range 4 {
			h, g, w := c.hit[class], c.got[class], c.want[class]
			if class == 0 {
				h, g, w = c.hit[1]+c.hit[2]+c.hit[3], c.got[1]+c.got[2]+c.got[3], c.want[1]+c.want[2]+c.want[3]
				sum += 200 * float64(h) / float64(max(g+w, 1)) / float64(len(tests))
			}
			fmt.Printf("  %5.1f %5.1f %5.1f", 100*float64(h)/float64(max(g, 1)), 100*float64(h)/float64(max(w, 1)), 200*float64(h)/float64(max(g+w, 1)))
		}
		fmt.Println()
	}
	fmt.Printf("mean F1 %.2f\n", sum)
	return found, nil
}

var classNames = map[tagger.Class]string{tagger.Person: "PER", tagger.Organization: "ORG", tagger.Location: "LOC"}

// show prints the errors of one document, each with its kind and the text around it.
func show(set string, d document, names []span) {
	around := func(n span) string {
		return strings.ReplaceAll(d.text[max(0, n.start-40):n.start]+"[["+d.text[n.start:n.end]+"]]"+d.text[n.end:min(len(d.text), n.end+40)], "\n", " ")
	}
	for _, w := range d.names {
		kind := "missed"
		for _, n := range names {
			switch {
			case n == w:
				kind = ""
			case kind == "":
			case n.start == w.start && n.end == w.end:
				kind = "class-" + classNames[n.class]
			case n.overlaps(w):
				kind = fmt.Sprintf("span %q %s", d.text[n.start:n.end], classNames[n.class])
			}
		}
		if kind != "" {
			fmt.Printf("ERR\t%s\t%s\t%s\t%s\n", set, classNames[w.class], kind, around(w))
		}
	}
	for _, n := range names {
		alone := true
		for _, w := range d.names {
			alone = alone && !n.overlaps(w)
		}
		if alone {
			fmt.Printf("ERR\t%s\t%s\tspurious\t%s\n", set, classNames[n.class], around(n))
		}
	}
}

// tag returns the names of s, and the least margin of the words of each.
func tag(g *tagger.Tagger, s string) (names []span, margins []int32) {
	g.Reset()
	eachSentence(s, g.Read)
	eachSentence(s, func(x *tagger.Sentence) {
		for i, l := range g.Next(len(x.Words)) {
			switch n := len(names); {
			case l == tagger.Outside:
			case l.Opens():
				names = append(names, span{int(tagger.NameStart(s, x.Words[i])), int(tagger.NameEnd(s, x.Words[i])), l.Class()})
				margins = append(margins, g.Margin(i))
			default:
				names[n-1].end = int(tagger.NameEnd(s, x.Words[i]))
				margins[n-1] = min(margins[n-1], g.Margin(i))
			}
		}
	})
	return names, margins
}
