// Command quality makes internal/score/quality/quality.model, which says how likely an English text is worth keeping, from
// ../shared/data/english, news, calibration, html, html-more and spun. Run it in train; it takes some minutes of one core:
//
//	go run ./quality
package main

import (
	"context"
	"flag"
	"log"
	"math"
	"os"

	"github.com/copydesk/copydesk/internal/fnv"
	"github.com/copydesk/copydesk/internal/score"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/quality/texts"
)

func main() {
	data := flag.String("data", "../../shared/data", "where the data are")
	out := flag.String("out", "../internal/score/quality/quality.model", "the file to be written")
	flag.Parse()
	log.SetFlags(log.Ltime)
	if err := run(*data, *out); err != nil {
		log.Fatal(err)
	}
}

func run(data, out string) error {
	list, err := texts.Read(data, texts.Learn)
	if err != nil {
		return err
	}
	log.Printf("%d texts", len(list))
	rows, err := measure(list)
	if err != nil {
		return err
	}
	var learn, calibrate []row
	for _, r := range rows {
		if r.calibrates {
			calibrate = append(calibrate, r)
		} else {
			learn = append(learn, r)
		}
	}
	weigh(learn)
	weigh(calibrate)
	log.Printf("%d texts to learn from, %d to calibrate with", len(learn), len(calibrate))
	l := newLearner(learn)
	l.learn()
	parts := l.parts()
	calibrated(&parts, calibrate)
	file := parts.Bytes()
	log.Printf("%d bytes", len(file))
	return os.WriteFile(out, file, 0o644) //nolint:gosec // it is public
}

// row is a text as the model sees it.
type row struct {
	kind, set  string
	values     []float64 // of quality.Inputs
	weight     float64   // the weights of good texts add up to 1, those of bad ones, too
	calibrates bool
}

// calibrateShare is the part of documents, of a hundred, that probabilities are calibrated with.
const calibrateShare = 25

// measure returns the rows of the texts that the model judges.
func measure(list []texts.Text) (rows []row, err error) {
	for _, t := range list {
		values, err := score.QualitySignals(context.Background(), &text.Document{Source: t.Text, Clean: t.Text}, "")
		if err != nil {
			return nil, err
		}
		if values != nil {
			rows = append(rows, row{
				kind: t.Kind, set: t.Set, values: values,
				calibrates: fnv.String64(fnv.Start64, t.Key)>>5%100 < calibrateShare,
			})
		}
	}
	return rows, nil
}

// weigh gives the same weight to good and to bad texts, among the bad to each kind, and in a kind to each set, the square root of its size.
func weigh(rows []row) {
	size := map[[2]string]float64{}
	for _, r := range rows {
		size[[2]string{r.kind, r.set}]++
	}
	kinds := map[string]float64{}
	for i := range rows {
		r := &rows[i]
		r.weight = 1 / math.Sqrt(size[[2]string{r.kind, r.set}])
		kinds[r.kind] += r.weight
	}
	for i := range rows {
		r := &rows[i]
		r.weight /= kinds[r.kind]
		if r.kind != texts.Good {
			r.weight /= float64(len(kinds) - 1)
		}
	}
}
