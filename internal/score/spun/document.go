package spun

import (
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/text"
)

// document is a text whose words are judged.
type document struct {
	m      *Model
	text   string
	tokens []fluency.Token
	counts []uint8 // how often the text has each token of the vocabulary, at most mostCounted
	pairs  pairs

	surprise, order int16
	words           int // those that are words, not marks or numbers
	unknown         int

	without fluency.ID // a neighbour that is left out, in training

	scratch *scratch
}

// mostCounted is the greatest count: more often says no more.
const mostCounted = 20

// scratch is the memory of a document that the next one uses again.
type scratch struct {
	counts []uint8 // 0 between documents
	pairs  []uint32
}

var scratches pool.Of[scratch]

// newDocument counts the tokens and pairs of s; it is to be given back with release, unless there is an error, which is that of pace.
func newDocument(pace *text.Pace, m *Model, s string, tokens []fluency.Token) (*document, error) {
	memory := scratches.Get()
	if len(memory.counts) < m.language.Vocabulary() {
		memory.counts = make([]uint8, m.language.Vocabulary())
	}
	d := &document{m: m, text: s, tokens: tokens, scratch: memory, counts: memory.counts}
	d.pairs, memory.pairs = newPairs(len(tokens), memory.pairs)
	sum, alone, last := 0, 0, fluency.End
	for _, t := range tokens {
		if err := pace.Step(tokenPace); err != nil {
			return nil, err
		}
		d.pairs.add(last, t.ID)
		last = t.ID
		sum += int(t.Cost)
		alone += m.language.Frequency(t.ID)
		if t.IsWord() {
			d.words++
		}
		if t.ID == fluency.Unknown {
			d.unknown++
		}
		if n := &d.counts[t.ID]; *n < mostCounted {
			*n++
		}
	}
	n := max(len(tokens), 1)
	d.surprise, d.order = short(sum*10/n), short((alone-sum)*10/n)
	return d, nil
}

// release ends the use of d.
func (d *document) release() {
	for _, t := range d.tokens {
		d.counts[t.ID] = 0
	}
	scratches.Put(d.scratch, pool.Size(d.scratch.counts)+pool.Size(d.scratch.pairs))
}

// capital returns 1 for a word with a capital and 2 for one of capitals.
func (d *document) capital(i int) int16 {
	if i < 0 || d.tokens[i].ID < fluency.FirstWord && d.tokens[i].ID != fluency.Unknown {
		return 0
	}
	s := d.text[d.tokens[i].Start:d.tokens[i].End]
	if c := s[0]; c < utf8.RuneSelf && (c < 'A' || c > 'Z') {
		return 0
	}
	first, n := utf8.DecodeRuneInString(s)
	if !unicode.IsUpper(first) {
		return 0
	}
	if second, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsUpper(second) {
		return 2
	}
	return 1
}
