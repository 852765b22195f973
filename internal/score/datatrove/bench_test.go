package datatrove

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/spacy"
)

// prose makes a text of n bytes or a little more in paragraphs of sentences, with the frequencies of words in English in
// outline: few are common, most are rare.
func prose(r *rand.Rand, n int) string {
	common := strings.Fields("the of and to a in is was for that it on with as his they at be this from have or by one had not but what all were when we there can an your which their said if do will each how them")
	var b strings.Builder
	for b.Len() < n {
		for range 2 + r.IntN(4) {
			for i := range 8 + r.IntN(18) {
				word := common[int(r.ExpFloat64()*8)%len(common)]
				if r.IntN(2) == 0 {
					word = rareWord(r)
				}
				if i == 0 {
					word = strings.ToUpper(word[:1]) + word[1:]
				} else {
					b.WriteByte(' ')
				}
				b.WriteString(word)
				if r.IntN(15) == 0 {
					b.WriteByte(',')
				}
			}
			b.WriteString(". ")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func rareWord(r *rand.Rand) string {
	syllables := strings.Fields("ba ce di fo gu har lin mer nos pel ran sim tor vel wen yor ing tion er ed est al ment ous")
	var b strings.Builder
	for range 1 + r.IntN(3) {
		b.WriteString(syllables[r.IntN(len(syllables))])
	}
	return b.String()
}

// proseTexts are of the length of news articles.
func proseTexts() (texts []string, size int64) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		texts = append(texts, prose(r, 3000+r.IntN(4000)))
		size += int64(len(texts[len(texts)-1]))
	}
	return texts, size
}

// BenchmarkGroups measures each group beyond the words and tokens that it shares with the others.
func BenchmarkGroups(b *testing.B) {
	texts, size := proseTexts()
	run := func(name string, groups []profile.Group, units func(t *pytext.Text)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(size)
			b.ReportAllocs()
			v := make([]float64, 64)
			for b.Loop() {
				for _, s := range texts {
					t := pytext.New(s)
					units(t)
					for _, g := range groups {
						g.Measure(t, v[:len(g.Signals)])
					}
					t.Release()
				}
			}
		})
	}
	words := func(t *pytext.Text) { t.Words() }
	tokens := func(t *pytext.Text) { spacy.Of(t) }
	run("words", nil, words)
	run("tokens", nil, tokens)
	names := []string{"quality", "repetition", "c4", "paragraph", "fineweb"}
	for i, g := range Groups {
		run(names[i], []profile.Group{g}, tokens)
	}
	run("all", Groups, tokens)
}

// BenchmarkEdit measures what C4's filter does to a text.
func BenchmarkEdit(b *testing.B) {
	texts, size := proseTexts()
	edit := c4Edits(true)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range texts {
			t := pytext.New(s)
			edit(t)
			t.Release()
		}
	}
}
