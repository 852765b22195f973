package score

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os/exec"
	"strings"
	"time"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
)

// Fluency prints the perplexity of texts that the language model was not made from, beside KenLM's, how well it tells sentences from the
// same words in another order, and its speed.
func Fluency() error {
	docs, err := heldOut()
	if err != nil {
		return err
	}
	m := fluency.English()
	perplexities(m, docs)
	shuffled(m, docs)
	fluencySpeed(m, docs)
	if peers.Alone {
		return nil
	}
	return kenlm(m, docs)
}

func tokensOf(m *fluency.Model, d *english) []fluency.Token {
	tokens, _ := m.Tokens(context.Background(), d.text, d.words) // the context never ends
	return tokens
}

// costs counts tokens and their cost, that of a word which is not in the vocabulary as that of any of them.
type costs struct{ tokens, cost, unknown int }

func (c *costs) add(tokens []fluency.Token) {
	for _, t := range tokens {
		c.tokens++
		c.cost += int(t.Cost)
		if t.ID == fluency.Unknown {
			c.unknown++
			c.cost -= fluency.UnknownCost
		}
	}
}

func (c *costs) perplexity() float64 {
	return math.Exp(float64(c.cost) / fluency.CostsPerNat / float64(c.tokens))
}

// perplexities prints those of each genre. Words that are not in the vocabulary count as one word, as in other tools.
func perplexities(m *fluency.Model, docs []*english) {
	fmt.Printf("%-22s %9s %9s %10s\n", "genre", "tokens", "unknown", "perplexity")
	var all costs
	for _, genre := range genresOf(docs) {
		var c costs
		for _, d := range docs {
			if d.genre == genre {
				tokens := tokensOf(m, d)
				c.add(tokens)
				all.add(tokens)
			}
		}
		fmt.Printf("%-22s %9d %s %10.1f\n", genre, c.tokens, percent(float64(c.unknown)/float64(c.tokens)), c.perplexity())
	}
	fmt.Printf("%-22s %9d %s %10.1f\n", "all", all.tokens, percent(float64(all.unknown)/float64(all.tokens)), all.perplexity())
	floor.AtMost("fluency/perplexity", all.perplexity())
}

const leastSentence = 6 // words of a sentence that is shuffled

// shuffled prints how often a sentence scores better than another one with its words in a random order.
func shuffled(m *fluency.Model, docs []*english) {
	random := rand.New(rand.NewPCG(1, 1))
	var gains, gainsShuffled, nats, natsShuffled []float64
	for i, d := range docs {
		if i%8 != 0 {
			continue
		}
		spans, _ := text.AppendSentences(context.Background(), nil, d.text, d.words, text.Span{End: len(d.text)})
		for _, s := range spans {
			words := strings.Fields(s.Of(d.text))
			if len(words) < leastSentence {
				continue
			}
			gain, nat := sentenceScores(m, strings.Join(words, " "))
			gains, nats = append(gains, gain), append(nats, -nat)
			random.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
			gain, nat = sentenceScores(m, strings.Join(words, " "))
			gainsShuffled, natsShuffled = append(gainsShuffled, gain), append(natsShuffled, -nat)
		}
	}
	byGain, byPerplexity := areaUnderCurve(gains, gainsShuffled), areaUnderCurve(nats, natsShuffled)
	fmt.Printf("\n%d sentences of %d words or more against shuffled ones: AUC %.4f by context gain, %.4f by perplexity\n",
		len(gains), leastSentence, byGain, byPerplexity)
	floor.AtLeast("fluency/shuffled", byGain)
}

func sentenceScores(m *fluency.Model, s string) (gain, nats float64) {
	d := newEnglish("", "", s)
	r, _ := m.Report(context.Background(), s, tokensOf(m, d), fluency.Wanted{}) // the context never ends
	if r == nil {
		return 0, 0
	}
	return r.ContextGain, math.Log(r.Perplexity)
}

// fluencySpeed prints the speed of the model by processor time, with and without finding the words.
func fluencySpeed(m *fluency.Model, docs []*english) {
	words, size := 0, 0
	for _, d := range docs {
		words, size = words+len(d.words), size+len(d.text)
	}
	rate := func(what string, work func()) {
		t := timing.Quickest(10*time.Second, work).Seconds()
		fmt.Printf("%-34s %5.2f million words/s, %6.1f MB/s\n", what, float64(words)/1e6/t, float64(size)/1e6/t)
	}
	rate("words and sentences alone", func() {
		for _, d := range docs {
			newEnglish("", "", d.text)
		}
	})
	rate("tokens and their costs", func() {
		for _, d := range docs {
			tokensOf(m, d)
		}
	})
}

// kenlm prints the perplexity of KenLM's model on the same tokens, if its programs are there.
func kenlm(m *fluency.Model, docs []*english) error {
	var in strings.Builder
	var c costs
	for _, d := range docs {
		tokens := tokensOf(m, d)
		c.add(tokens)
		writeTokens(&in, m, tokens)
	}
	cmd := exec.Command("sh", "peers/kenlm.sh", peers.Dir)
	cmd.Stdin = strings.NewReader(in.String())
	out, err := cmd.Output()
	if err != nil {
		fmt.Println("KenLM:", peers.ErrNotInstalled, "(its programs, see peers/kenlm.sh)")
		return nil
	}
	fmt.Printf("KenLM, a model of trigrams of the same tokens: %s; here %.1f\n", strings.TrimSpace(string(out)), c.perplexity())
	return nil
}

func writeTokens(out *strings.Builder, m *fluency.Model, tokens []fluency.Token) {
	names := [...]string{"_UNKNOWN", "\n", "_MARK", "_NUMBER", "_YEAR"}
	for _, t := range tokens {
		if t.ID < fluency.FirstWord {
			out.WriteString(names[t.ID])
		} else {
			out.WriteString(m.Word(t.ID))
		}
		if t.ID != fluency.End {
			out.WriteByte(' ')
		}
	}
}
