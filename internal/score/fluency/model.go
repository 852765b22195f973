package fluency

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/copydesk/copydesk/internal/model"
)

// The sections of a model file:
//
//	fill      nothing: see inLines
//	words     the words of the vocabulary, one after the other, the most frequent first
//	starts    where each of them begins, and where the last one ends, a uint32 each
//	index     a hash table of 2^k slots of a uint64: the number of a word in the lowest sixteen bits, its hash in the others; number 0 is free
//	unigrams  for each token its cost, a uint16, and its backoff
//	bigrams   a table of costs and backoffs, a byte each
//	trigrams  a table of costs, a byte each
//	genres    see percentile.go
//	alike     for each of the most frequent words alikeWords numbers of words, a uint16 each; 0 where there are fewer
//
// A backoff is what is added to the cost of a token if it was not seen after the tokens before: stored is its value plus backoffZero.
const backoffZero = 48

const (
	slotLen    = 8
	unigramLen = 3
)

// Model is an open language model. It is safe for concurrent use.
type Model struct {
	words, starts     string
	index             string
	slots             uint32 // their number less one
	unigrams          string
	bigrams, trigrams table
	genres            []genre
	alike             string
	vocabulary        int // the number of tokens
}

// Open checks a model file. Errors wrap model.ErrFormat.
func Open(data string) (*Model, error) {
	file, err := model.Open(data)
	if err != nil {
		return nil, err
	}
	m := &Model{}
	var bigrams, trigrams, genres string
	for _, s := range []struct {
		name string
		to   *string
	}{
		{"words", &m.words}, {"starts", &m.starts}, {"index", &m.index}, {"unigrams", &m.unigrams},
		{"bigrams", &bigrams}, {"trigrams", &trigrams}, {"genres", &genres}, {"alike", &m.alike},
	} {
		if *s.to, err = file.Section(s.name); err != nil {
			return nil, err
		}
	}
	if err := m.checkWords(); err != nil {
		return nil, err
	}
	if m.bigrams, err = openTable(bigrams, 2); err != nil {
		return nil, err
	}
	if m.trigrams, err = openTable(trigrams, 1); err != nil {
		return nil, err
	}
	if m.genres, err = openGenres(genres); err != nil {
		return nil, err
	}
	return m, m.checkAlike()
}

// checkWords checks the sections of the vocabulary.
func (m *Model) checkWords() error {
	words := len(m.starts)/4 - 1
	m.vocabulary = words + int(FirstWord)
	slots := len(m.index) / slotLen
	if words < 0 || m.vocabulary > math.MaxUint16+1 || slots < 2*m.vocabulary || slots&(slots-1) != 0 || len(m.unigrams) != unigramLen*m.vocabulary {
		return fmt.Errorf("%w: vocabulary of %d words in %d slots", model.ErrFormat, words, slots)
	}
	m.slots = uint32(slots - 1) //nolint:gosec // some hundred thousand
	last := uint32(0)
	for i := range words + 1 {
		at := model.Uint32(m.starts, 4*i)
		if at < last || int(at) > len(m.words) {
			return fmt.Errorf("%w: word %d", model.ErrFormat, i)
		}
		last = at
	}
	used := 0
	for i := 0; i < len(m.index); i += slotLen {
		n := int(model.Uint64(m.index, i) & idBits)
		if n >= m.vocabulary || n > 0 && n < int(FirstWord) {
			return fmt.Errorf("%w: slot %d", model.ErrFormat, i)
		}
		if n > 0 {
			used++
		}
	}
	if used > words {
		return fmt.Errorf("%w: %d slots used for %d words", model.ErrFormat, used, words)
	}
	return nil
}

// Vocabulary returns the number of tokens: every ID is below it.
func (m *Model) Vocabulary() int { return m.vocabulary }

// Word returns the word of a number, empty for what is no word.
func (m *Model) Word(id ID) string {
	if id < FirstWord {
		return ""
	}
	i := 4 * int(id-FirstWord)
	return m.words[model.Uint32(m.starts, i):model.Uint32(m.starts, i+4)]
}

// Look returns the number of a word, whatever its case.
func (m *Model) Look(word string) ID { return m.look(wordHash([]byte(Fold(word)))) }

// idBits are the bits of a slot that number a word.
const idBits = 0xffff

// look returns the number of a word whose hash is given. The words themselves are not compared: of a billion words outside the vocabulary
// fewer than one is taken for one inside.
func (m *Model) look(h uint64) ID {
	for slot := uint32(h) & m.slots; ; slot = (slot + 1) & m.slots { //nolint:gosec // the lowest bits
		entry := model.Uint64(m.index, int(slot)*slotLen)
		if entry&idBits == 0 || (entry^h)&^idBits == 0 {
			return ID(entry & idBits)
		}
	}
}

// unigram returns cost and backoff of a token.
func (m *Model) unigram(id ID) (cost, backoff int) {
	u := m.unigrams[int(id)*unigramLen:][:unigramLen]
	return int(u[0]) | int(u[1])<<8, int(u[2]) - backoffZero
}

// Frequency returns the cost of a token by itself, in sixteenths of a nat: what it costs without regard to what comes before.
func (m *Model) Frequency(id ID) int {
	cost, _ := m.unigram(id)
	if id == Unknown {
		cost += UnknownCost
	}
	return cost
}

// Gram is one n-gram of a model to be made: its last token's cost after the others, and its own backoff, in nats.
type Gram struct {
	IDs           [3]ID // the last order of them
	Cost, Backoff float64
}

// Parts are what a model is made of.
type Parts struct {
	// Words are the vocabulary: the first has number FirstWord.
	Words []string

	// Unigrams are those of all tokens, in the order of their numbers.
	Unigrams []Gram

	Bigrams, Trigrams []Gram

	Genres []Genre

	// Alike are for the first of Words others that are used alike, the most alike first. Those after alikeWords are left out.
	Alike [][]ID
}

// Make returns a model file.
func Make(p Parts) []byte {
	var words, starts, unigrams []byte
	slots := uint64(4)
	for slots < 2*uint64(len(p.Words)+int(FirstWord)) {
		slots *= 2
	}
	index := make([]byte, slots*slotLen)
	for i, w := range p.Words {
		starts = binary.LittleEndian.AppendUint32(starts, uint32(len(words))) //nolint:gosec // some hundred thousand
		words = append(words, w...)
		h := wordHash([]byte(w))
		slot := h & (slots - 1)
		for binary.LittleEndian.Uint64(index[slot*slotLen:]) != 0 {
			slot = (slot + 1) & (slots - 1)
		}
		binary.LittleEndian.PutUint64(index[slot*slotLen:], h&^idBits|uint64(i)+uint64(FirstWord))
	}
	starts = binary.LittleEndian.AppendUint32(starts, uint32(len(words))) //nolint:gosec // some hundred thousand
	for _, g := range p.Unigrams {
		unigrams = binary.LittleEndian.AppendUint16(unigrams, quantised(g.Cost, 0, math.MaxUint16))
		unigrams = append(unigrams, quantisedByte(g.Backoff, backoffZero))
	}
	bigrams, trigrams := make([]record, len(p.Bigrams)), make([]record, len(p.Trigrams))
	for i, g := range p.Bigrams {
		bigrams[i] = record{hash2(g.IDs[1], g.IDs[2]), [2]byte{quantisedByte(g.Cost, 0), quantisedByte(g.Backoff, backoffZero)}}
	}
	for i, g := range p.Trigrams {
		trigrams[i] = record{hash3(g.IDs[0], g.IDs[1], g.IDs[2]), [2]byte{quantisedByte(g.Cost, 0)}}
	}
	return inLines([]model.Section{
		{Name: "words", Data: words}, {Name: "starts", Data: starts}, {Name: "index", Data: index}, {Name: "unigrams", Data: unigrams},
		{Name: "bigrams", Data: makeTable(bigrams, 2)}, {Name: "trigrams", Data: makeTable(trigrams, 1)}, {Name: "genres", Data: makeGenres(p.Genres)},
		{Name: "alike", Data: makeAlike(p.Alike)},
	})
}

// halfLine is half of a line of the cache, and what the data of a file in the program begins at a multiple of.
const halfLine = 32

// inLines returns the file that holds sections, after one that makes the bigrams, and the trigrams after them, begin at a multiple of halfLine: a
// bucket is as long, so that it lies in one line.
func inLines(sections []model.Section) []byte {
	fill := model.Section{Name: "fill"}
	file := model.Make(append([]model.Section{fill}, sections...)...)
	f, err := model.Open(string(file))
	if err != nil {
		panic(err) // it was made here
	}
	at, _ := f.Offset("bigrams")
	fill.Data = make([]byte, (halfLine-at%halfLine)%halfLine)
	return model.Make(append([]model.Section{fill}, sections...)...)
}

// CostsPerNat is how many units of cost are one nat.
const CostsPerNat = 16

// quantised returns nats as a cost, moved by zero and kept from 0 to most.
func quantised(nats float64, zero, most int) uint16 {
	return uint16(max(0, min(int(math.Round(nats*CostsPerNat))+zero, most))) //nolint:gosec // at most 65,535
}

func quantisedByte(nats float64, zero int) byte { return byte(quantised(nats, zero, math.MaxUint8)) } //nolint:gosec // at most 255
