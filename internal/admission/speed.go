package admission

import "time"

// speed learns how long one kind of work takes for its size: the mean of late, weighted by size.
type speed struct {
	nanoseconds, size float64
}

const (
	// documentSize is what a document costs before its first byte, in bytes.
	documentSize = 2048

	// firstGuess is what a byte takes before anything is known.
	firstGuess = 100

	// memory of the mean: a document counts half after some 35 others.
	decay = .98
)

func newSpeed() *speed { return &speed{firstGuess * documentSize, documentSize} }

func (s *speed) estimate(bytes int) float64 {
	return s.nanoseconds / s.size * float64(bytes+documentSize)
}

func (s *speed) learn(bytes int, took time.Duration) {
	s.nanoseconds = float64(s.nanoseconds*decay) + float64(took)
	s.size = float64(s.size*decay) + float64(bytes+documentSize)
}
