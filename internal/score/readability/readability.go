package readability

import (
	"math"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

var readabilitySignals = []profile.Signal{
	{Name: prefix + "flesch_reading_ease", Description: "206.835 - 1.015 words/sentences - 84.6 syllables/words (Flesch 1948); English only", Unit: "points"},
	{Name: prefix + "flesch_kincaid_grade", Description: "0.39 words/sentences + 11.8 syllables/words - 15.59 (Kincaid et al. 1975); English only", Unit: "school grade"},
	{Name: prefix + "gunning_fog", Description: "0.4 (words/sentences + 100 complex/words), complex having three syllables or more, endings -ed, -es and -ing aside, and a small letter first (Gunning 1952); English only", Unit: "school grade"},
	{Name: prefix + "smog_index", Description: "1.0430 sqrt(30 words of three syllables or more / sentences) + 3.1291 (McLaughlin 1969), from three sentences on; English only", Unit: "school grade"},
	{Name: prefix + "coleman_liau_index", Description: "0.0588 letters per 100 words - 0.296 sentences per 100 words - 15.8 (Coleman and Liau 1975); English only", Unit: "school grade"},
	{Name: prefix + "automated_readability_index", Description: "4.71 letters and digits/words + 0.5 words/sentences - 21.43 (Senter and Smith 1967); English only", Unit: "school grade"},
}

const (
	fleschReadingEase = iota
	fleschKincaidGrade
	gunningFog
	smogIndex
	colemanLiauIndex
	automatedReadabilityIndex
)

// minSMOGSentences is the number of sentences below which SMOG is undefined. It was made for 30.
const minSMOGSentences = 3

// minLong is the number of syllables from which on a word is long.
const minLong = 3

// reading is what the formulas count: words with a letter or digit, and their parts.
type reading struct {
	words, sentences, syllables, letters, characters float64

	// long words have three syllables or more; complex ones have them without an ending and are not names.
	long, complex float64
}

func measureReadability(t *pytext.Text, v []float64) {
	if !isEnglish(t) {
		return
	}
	r := read(t)
	if r.words == 0 {
		return
	}
	// Every product that is added to is converted, so that no architecture fuses the two operations.
	perSentence, perWord := r.words/r.sentences, r.syllables/r.words
	v[fleschReadingEase] = 206.835 - float64(1.015*perSentence) - float64(84.6*perWord)
	v[fleschKincaidGrade] = float64(0.39*perSentence) + float64(11.8*perWord) - 15.59
	v[gunningFog] = 0.4 * (perSentence + float64(100*r.complex)/r.words)
	if r.sentences >= minSMOGSentences {
		v[smogIndex] = float64(1.0430*math.Sqrt(float64(30*r.long)/r.sentences)) + 3.1291
	}
	v[colemanLiauIndex] = float64(5.88*r.letters)/r.words - float64(29.6*r.sentences)/r.words - 15.8
	v[automatedReadabilityIndex] = float64(4.71*r.characters)/r.words + float64(0.5*perSentence) - 21.43
}

// scratch is what read needs besides the text.
type scratch struct {
	letters letters
	marks   []mark
}

var scratches pool.Of[scratch]

// read counts, looking at each type of word once.
func read(t *pytext.Text) reading {
	b := scratches.Get()
	b.marks = b.marks[:0]
	w := t.Words()
	var r reading
	for id, word := range w.All() {
		p := b.letters.spell(t, word)
		lexical := p.letters+p.digits > 0
		b.marks = append(b.marks, markOf(t, word, lexical))
		if lexical {
			r.add(p, float64(w.Counts[id]))
		}
	}
	r.sentences = float64(countSentences(t, b.marks))
	scratches.Put(b, pool.Size(b.marks))
	return r
}

// add adds n words of this spelling.
func (r *reading) add(p spelling, n float64) {
	r.words += n
	r.syllables += float64(n * float64(p.syllables))
	r.letters += float64(n * float64(p.letters))
	r.characters += float64(n * float64(p.letters+p.digits))
	if p.syllables >= minLong {
		r.long += n
	}
	if p.heard >= minLong && !p.capital {
		r.complex += n
	}
}
