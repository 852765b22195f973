package main

import (
	"context"
	"encoding/binary"
	"log/slog"
	"math"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/extract/speech"
	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/model/forest"
	"github.com/copydesk/copydesk/internal/text"
	"github.com/copydesk/copydesk/train/boost"
)

// lowest is below all log-odds, and maxMargin the largest difference that counts, as in package speech.
const (
	lowest    = -20.0
	maxMargin = 6
)

// What one quotation counts for: news are what is met most, and novels differ from them.
const (
	newsWeight    = 4
	litbankWeight = .3
)

// folds is how many parts the documents are cut into, so that what is learnt from the ranks of references is learnt from the ranks
// of models that have not seen the document.
const folds = 5

var (
	speakerParams = boost.Params{Trees: 300, Depth: 4, Rate: .07, Lambda: 2, MinWeight: 4, Rows: .7, Columns: .35, Seed: 1}
	meaningParams = boost.Params{Trees: 200, Depth: 4, Rate: .1, Lambda: 2, MinWeight: 4, Rows: .35, Columns: .5, Seed: 3}
	acceptParams  = boost.Params{Trees: 60, Depth: 3, Rate: .1, Lambda: 3, MinWeight: 4, Rows: .8, Columns: .6, Seed: 2}
)

// example is the features of one choice.
type example struct {
	row    []int16
	right  bool
	weight float32
	fold   int
}

// teacher hears the features of the references near each quotation and answers as the annotation does.
type teacher struct {
	d        *document
	gold     map[int32]*goldQuote // by stretch
	ignored  map[int32]bool
	rows     map[int32][]int16 // by reference, of the stretch
	speakers []example
	accepts  []example
	last     []int16 // of the stretch

	// tally of the ranks of the model.
	ranked []ranked
}

// ranked is how well a model did on one quotation.
type ranked struct {
	odds, second float64
	right        bool // of a quotation of the news: as written
}

func newTeacher(d *document) *teacher {
	t := &teacher{d: d, gold: map[int32]*goldQuote{}, ignored: map[int32]bool{}, rows: map[int32][]int16{}}
	for k, s := range d.scene.Stretches {
		for i := range d.quotes {
			q := &d.quotes[i]
			if core(d.text, q.span) == core(d.text, s.Inner) || d.set == "litbank" && near(q.span, s.Inner) {
				t.gold[int32(k)] = q
			}
		}
		for _, i := range d.ignored {
			if i.Overlaps(s.Inner) {
				t.ignored[int32(k)] = true
			}
		}
	}
	return t
}

// near reports whether two spans are the same but for marks.
func near(a, b text.Span) bool {
	return max(a.Start-b.Start, b.Start-a.Start) <= 3 && max(a.End-b.End, b.End-a.End) <= 3
}

// speaks reports whether reference r speaks q.
func (t *teacher) speaks(q *goldQuote, r *speech.Ref) bool {
	s := text.Span{Start: int(r.Start), End: int(r.End)}
	if q.cluster == "" {
		return !q.speaker.Empty() && s.Overlaps(q.speaker) && (r.Kind != speech.Named || !r.Inner) && (s.Contains(q.speaker) || q.speaker.Contains(s))
	}
	for _, m := range t.d.mentions {
		if m.cluster == q.cluster && (m.span == s || m.span.Contains(s) && m.span.End == s.End || s.Contains(m.span) && m.span.End == s.End) {
			return true
		}
	}
	return false
}

func (t *teacher) Reference(_, ref int32, x []int16) { t.rows[ref] = slices.Clone(x) }

func (t *teacher) Stretch(_ int32, x []int16) { t.last = slices.Clone(x) }

func (t *teacher) Speaker(s *speech.Scene, k int32, near []int32, ranks []float64) (int32, bool) {
	defer clear(t.rows)
	q := t.gold[k]
	if t.last != nil && !t.ignored[k] {
		t.accepts = append(t.accepts, example{t.last, q != nil, t.d.weight, t.d.fold})
	}
	if q == nil {
		return speech.None, false
	}
	answer, best := speech.None, math.Inf(-1)
	for i, ref := range near {
		right := t.speaks(q, &s.Refs[ref])
		t.speakers = append(t.speakers, example{t.rows[ref], right, t.d.weight, t.d.fold})
		if len(ranks) > 0 && ranks[i] > best {
			best = ranks[i]
		}
		if right && (answer == speech.None || closer(s, k, ref, answer)) {
			answer = ref
		}
	}
	if len(ranks) > 0 {
		i := slices.Index(ranks, best)
		second := lowest
		for k, r := range ranks {
			if k != i {
				second = max(second, r)
			}
		}
		r := &s.Refs[near[i]]
		written := strings.EqualFold(s.Clean[r.Start:r.End], q.speaker.Of(s.Clean))
		t.ranked = append(t.ranked, ranked{best, second, written || q.cluster != "" && t.speaks(q, r)})
	}
	return answer, true
}

// closer reports whether reference a is closer to stretch k than b.
func closer(s *speech.Scene, k, a, b int32) bool {
	at := s.Stretches[k]
	far := func(r int32) int { return max(at.Start-int(s.Refs[r].End), int(s.Refs[r].Start)-at.End) }
	return far(a) < far(b)
}

// makeSpeech learns the model of internal/extract/speech.
func makeSpeech(ctx context.Context, in string) ([]byte, error) {
	news, err := readNewsDev(in)
	if err != nil {
		return nil, err
	}
	fiction, err := readLitbank(in)
	if err != nil {
		return nil, err
	}
	own, err := readAnnotations(in, "speakers/annotations.jsonl")
	if err != nil {
		return nil, err
	}
	all := slices.Concat(news, own, fiction)
	for _, d := range all {
		if err := d.prepare(ctx); err != nil {
			return nil, err
		}
	}
	examples, _, _, err := teach(ctx, all, func(int) *speech.Model { return nil })
	if err != nil {
		return nil, err
	}
	// Ranks for each fold by a model of the others.
	models := make([]*speech.Model, folds)
	for f := range folds {
		rest := slices.DeleteFunc(slices.Clone(examples), func(e example) bool { return e.fold%folds == f })
		if models[f], err = speech.OpenModel(string(parts{speaker: trees(rest, speakerParams), sure: plain}.file())); err != nil {
			return nil, err
		}
	}
	_, accepts, ranks, err := teach(ctx, all, func(fold int) *speech.Model { return models[fold%folds] })
	if err != nil {
		return nil, err
	}
	for _, set := range []string{"news", "own", "litbank"} {
		report(set, ranks[set])
	}
	quotations, err := quotationsOf(ctx, all, models)
	if err != nil {
		return nil, err
	}
	meaning, meanings, err := learnMeanings(ctx, all, quotations)
	if err != nil {
		return nil, err
	}
	p := parts{speaker: trees(examples, speakerParams), accept: trees(accepts, acceptParams), meaning: meaning}
	speaker, meant := calibrate(slices.Concat(ranks["news"], ranks["own"])), calibrate(meanings)
	p.sure = [6]int32{speaker[0], speaker[1], speaker[2], meant[0], meant[1], meant[2]}
	slog.Info("speech", "rows", len(examples), "stretches", len(accepts), "sure", p.sure)
	return p.file(), nil
}

func report(set string, all []ranked) {
	right := 0
	for _, r := range all {
		if r.right {
			right++
		}
	}
	slog.Info("speakers by models that have not seen the document", "set", set, "quotations", len(all),
		"right", float64(right)/float64(max(len(all), 1)), "calibration error", halfError(all))
}

// halfError is the calibration error of each half of all with what is fitted on the other, in ten parts.
func halfError(all []ranked) float64 {
	var halves [2][]ranked
	for i, r := range all {
		halves[i/block%2] = append(halves[i/block%2], r)
	}
	var sums, rights [10]float64
	for k, half := range halves {
		w := calibrate(halves[1-k])
		for _, r := range half {
			p := 1 / (1 + math.Exp(-(float64(w[0])*r.odds+float64(w[1])*min(r.odds-r.second, maxMargin)+float64(w[2]))/1000))
			b := min(int(p*10), 9)
			sums[b] += p
			if r.right {
				rights[b]++
			}
		}
	}
	e := 0.0
	for b := range sums {
		e += math.Abs(sums[b] - rights[b])
	}
	return e / float64(max(len(all), 1))
}

// block is how many quotations in a row go into one half: about those of one article.
const block = 10

// teach goes through all documents with the model for the fold of each.
func teach(ctx context.Context, all []*document, of func(fold int) *speech.Model) (speakers, accepts []example, ranks map[string][]ranked, err error) {
	ranks = map[string][]ranked{}
	for _, d := range all {
		t := newTeacher(d)
		if _, err := d.scene.Attribute(nil, of(d.fold), t, text.NewPace(ctx)); err != nil {
			return nil, nil, nil, err
		}
		speakers = append(speakers, t.speakers...)
		if d.set != "litbank" {
			accepts = append(accepts, t.accepts...)
		}
		ranks[d.set] = append(ranks[d.set], t.ranked...)
	}
	return speakers, accepts, ranks, nil
}

func trees(all []example, p boost.Params) forestOf {
	var d boost.Data
	for _, e := range all {
		d.Rows, d.Labels, d.Weight = append(d.Rows, e.row), append(d.Labels, e.right), append(d.Weight, e.weight)
	}
	return forestOf{p.Depth, len(all[0].row), boost.Train(d, p)}
}

// forestOf is what forest.Make takes.
type forestOf struct {
	depth, features int
	trees           []forest.Tree
}

// parts are the parts of a model; what is left out is an empty forest.
type parts struct {
	speaker, accept, meaning forestOf
	sure                     [6]int32
}

// plain takes log-odds as they are.
var plain = [6]int32{1000, 0, 0, 1000, 0, 0}

// file returns the model file.
func (p parts) file() []byte {
	section := func(f forestOf, features int) []byte {
		if f.trees == nil {
			return forest.Make(1, features, nil)
		}
		return forest.Make(f.depth, f.features, f.trees)
	}
	var sure []byte
	for _, v := range p.sure {
		sure = binary.LittleEndian.AppendUint32(sure, uint32(v)) //nolint:gosec // two's complement
	}
	return model.Make(
		model.Section{Name: "speaker", Data: section(p.speaker, speech.Features)},
		model.Section{Name: "accept", Data: section(p.accept, speech.AcceptFeatures)},
		model.Section{Name: "meaning", Data: section(p.meaning, speech.MeaningFeatures)},
		model.Section{Name: "sure", Data: sure},
	)
}

// calibrate fits the logistic function that turns the log-odds of the best choice, and their distance to the second, into its
// probability, in thousandths.
func calibrate(all []ranked) [3]int32 {
	w := [3]float64{1, 0, 0}
	for range 6000 {
		var grad [3]float64
		for _, r := range all {
			x := [3]float64{r.odds, min(r.odds-r.second, maxMargin), 1}
			p, y := 1/(1+math.Exp(-(w[0]*x[0]+w[1]*x[1]+w[2]))), 0.0
			if r.right {
				y = 1
			}
			for i := range w {
				grad[i] += (y - p) * x[i]
			}
		}
		for i := range w {
			w[i] += .03 * grad[i] / float64(len(all))
		}
	}
	return [3]int32{int32(math.Round(1000 * w[0])), int32(math.Round(1000 * w[1])), int32(math.Round(1000 * w[2]))}
}
