package spun

import (
	"github.com/copydesk/copydesk/internal/portable"
	"github.com/copydesk/copydesk/internal/score/fluency"
)

// The features of a text, in the order of the forest.
const (
	fewSwaps     = iota // how much more likely its words are if one in fifty was replaced than if none was, a word, in 1/5000 nat
	someSwaps           // the same if one in sixteen was
	fewInAll            // fewSwaps not for a word but for the whole text, in 1/50 nat
	someInAll           // the same for someSwaps
	likely              // how many of ten thousand words have odds above one to four of having been replaced
	veryLikely          // above one
	certain             // above four
	mostCertain         // above twelve
	meanOdds            // the mean of the logarithms of the odds of the words looked at, in 1/100
	lookedShare         // how many of ten thousand words were judged
	doubtedShare        // how many of ten thousand words may be, these among them
	textSurprise
	textOrder
	unknownShare  // of ten thousand words
	capitalShare  // of ten thousand words
	functionShare // of ten thousand words
	markShare     // of ten thousand tokens
	numberShare   // of ten thousand tokens
	wordCount     // at most 3000
	sentenceWords // per sentence, in tenths

	documentFeatures
)

// The odds above which a word counts for a feature, as logarithms.
var oddsSteps = [...]float64{-1.4, 0, 1.4, 2.5}

// The shares of replaced words that are assumed, and their likelihood.
const few, some = 1. / 50, 1. / 16

// features returns the features of a text with these suspects, some or all of which are judged; those of its style are given.
func (d *document) features(f [documentFeatures]int16, list []suspect) [documentFeatures]int16 {
	var above [len(oddsSteps)]int
	sumFew, sumSome, sum, judged := 0., 0., 0., 0
	for i := range list {
		if !list[i].judged {
			continue
		}
		judged++
		o := list[i].odds
		for k, step := range oddsSteps {
			if o > step {
				above[k]++
			}
		}
		ratio := portable.Exp(o - PriorOdds)
		sumFew += portable.Log(1 - few + float64(few*ratio))
		sumSome += portable.Log(1 - some + float64(some*ratio))
		sum += o
	}
	// A word that is not judged fits its place, as few replaced words do.
	rest := float64(d.words - judged)
	sumFew += float64(rest * portable.Log(1-few+float64(few*fitting)))
	sumSome += float64(rest * portable.Log(1-some+float64(some*fitting)))
	n := float64(max(d.words, 1))
	f[fewSwaps], f[someSwaps] = short(int(sumFew*5000/n)), short(int(sumSome*5000/n))
	f[fewInAll], f[someInAll] = short(int(sumFew*50)), short(int(sumSome*50))
	for i := range above {
		f[likely+i] = d.share(above[i])
	}
	if judged > 0 {
		f[meanOdds] = short(int(sum * 100 / float64(judged)))
	}
	f[lookedShare], f[doubtedShare] = d.share(judged), d.share(len(list))
	return f
}

// fitting is how many times likelier a word that fits its place is in a text with replaced words there than in another.
const fitting = .3

func (d *document) share(n int) int16 { return short(n * 10_000 / max(d.words, 1)) }

// style returns the features that say what kind of text it is, and no others.
func (d *document) style() (f [documentFeatures]int16) {
	capitals, function, marks, numbers, ends := 0, 0, 0, 0, 0
	for i, t := range d.tokens {
		switch {
		case t.ID == fluency.Mark:
			marks++
		case t.ID == fluency.End:
			ends++
		case t.ID == fluency.Number || t.ID == fluency.Year:
			numbers++
		case t.ID != fluency.Unknown && t.ID < fluency.FirstWord+commonWords:
			function++
		}
		if d.capital(i) > 0 {
			capitals++
		}
	}
	f[capitalShare], f[functionShare], f[numberShare] = d.share(capitals), d.share(function), d.share(numbers)
	f[markShare], f[unknownShare] = d.share(marks), d.share(d.unknown)
	f[textSurprise], f[textOrder] = d.surprise, d.order
	f[wordCount], f[sentenceWords] = short(d.words), short(d.words*10/max(ends, 1))
	return f
}
