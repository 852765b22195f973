package speech

import (
	"github.com/copydesk/copydesk/internal/extract/lexis"
	"github.com/copydesk/copydesk/internal/extract/quote"
	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// Type is the class of what a name names.
type Type uint8

// The classes.
const (
	Unknown Type = iota
	Person
	Body
	Place
)

// Entity is what is known of something named.
type Entity struct {
	Type     Type
	Mentions int32

	// Male grades the forename and titles of a person as lexis.Word does.
	Male uint8
}

// Name is one place where an entity is named, without titles.
type Name struct {
	Start, End int32 // byte offsets, half-open
	Entity     int32 // its position in Scene.Entities
}

// Scene is a document as this package sees it. All lists are in order of place.
type Scene struct {
	Clean     string
	Words     []text.Word
	Sentences []text.Span
	Blocks    []text.Span
	Stretches []quote.Stretch
	Names     []Name
	Entities  []Entity

	// Refs are all references; Prepare finds them.
	Refs []Ref

	parts    []lexis.Word // by word
	outside  []int32      // by word: how many words before it stand outside stretches
	sentence []int32      // by word
	block    []int32      // by sentence
	firstRef []int32      // by sentence: its first reference
	lexicon  *lexis.Lexicon
	row      [max(featureCount, antecedentCount, acceptCount)]int16
	near     []int32 // references near a stretch
	spoken   []int32 // by entity: how many stretches it has been found to speak so far
}

var scenes pool.Of[Scene]

// NewScene returns an empty scene, to be filled and released.
func NewScene() *Scene { return scenes.Get() }

// Release gives the memory of the scene back. Refs must not be used any more.
func (s *Scene) Release() {
	size := pool.Size(s.parts) + pool.Size(s.outside) + pool.Size(s.sentence) + pool.Size(s.block) + pool.Size(s.firstRef) + pool.Size(s.Refs) +
		pool.Size(s.Stretches) + pool.Size(s.Names) + pool.Size(s.Entities) + pool.Size(s.near) + pool.Size(s.spoken)
	s.Clean, s.Words, s.Sentences = "", nil, nil
	s.Blocks, s.Stretches, s.Names, s.Entities = s.Blocks[:0], s.Stretches[:0], s.Names[:0], s.Entities[:0]
	scenes.Put(s, size)
}

// wordWork is what one word counts in the bytes of text.Pace.
const wordWork = 16

// Prepare looks up all words and finds all references.
func (s *Scene) Prepare(pace *text.Pace) error {
	s.lexicon = lexis.Shipped()
	n := len(s.Words)
	s.parts, s.outside, s.sentence = sized(s.parts, n), sized(s.outside, n+1), sized(s.sentence, n)
	stretch, sentence := 0, 0
	outside := int32(0)
	for i, w := range s.Words {
		if i%pieceWords == 0 {
			if err := pace.Step(wordWork * pieceWords); err != nil {
				return err
			}
		}
		for stretch < len(s.Stretches) && s.Stretches[stretch].End <= int(w.Start) {
			stretch++
		}
		for sentence+1 < len(s.Sentences) && s.Sentences[sentence].End <= int(w.Start) {
			sentence++
		}
		s.parts[i], s.outside[i], s.sentence[i] = s.lexicon.Look(w.Of(s.Clean)), outside, int32(sentence)
		if stretch == len(s.Stretches) || int(w.Start) < s.Stretches[stretch].Start {
			outside++
		}
	}
	s.outside[n] = outside
	s.block = sized(s.block, len(s.Sentences))
	block := 0
	for i, sentence := range s.Sentences {
		for block+1 < len(s.Blocks) && s.Blocks[block].End <= sentence.Start {
			block++
		}
		s.block[i] = int32(block)
	}
	if err := s.findRefs(pace); err != nil {
		return err
	}
	s.findSexes()
	return nil
}

// pieceWords is after how many words the deadline is looked at.
const pieceWords = 256

// sized returns list with n elements, whatever they hold.
func sized[T any](list []T, n int) []T {
	if cap(list) < n {
		return make([]T, n)
	}
	return list[:n]
}

// wordFrom returns the position of the first word that begins at or after offset at.
func (s *Scene) wordFrom(at int) int32 {
	lo, hi := 0, len(s.Words)
	for lo < hi {
		if m := (lo + hi) / 2; int(s.Words[m].Start) < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return int32(lo)
}

// isOutside reports whether word i stands outside stretches.
func (s *Scene) isOutside(i int32) bool { return s.outside[i+1] > s.outside[i] }

// gap returns what stands between word i-1 and word i.
func (s *Scene) gap(i int32) string { return s.Clean[s.Words[i-1].End:s.Words[i].Start] }
