package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// place is where in a line a phrase must stand, and what of the line it speaks for.
type place uint8

const (
	whole  place = iota // from the beginning of a sentence to the end of the line
	opens               // at the beginning of a sentence; speaks for the rest of the line
	starts              // at the beginning of a sentence; speaks for that sentence
	within              // anywhere in a sentence; speaks for that sentence
	ends                // at the end of the line; speaks for its sentence
)

// phrase is one thing that boilerplate says.
type phrase struct {
	rule  text.Rule
	place place

	// words is the most words that what it speaks for may have: prose that begins like a prompt goes on longer.
	words int

	confidence float32

	// pattern is words in lower case, parted by spaces. "a|b" is either, "a_b" two words where one stands in a list,
	// and a word that ends in "?" may be absent. NAME is one to five capitalised words, N a number, MAIL an address,
	// HANDLE a name behind an at sign, NET a social network, ASK a verb that asks for something, ".." up to five words of one sentence, ":" a colon behind the last word. Words
	// in capitals in lists stand for their alternatives.
	pattern string
}
