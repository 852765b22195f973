package boilerplate

// position is where in a line a phrase must occur, and what of the line it speaks for.
type position uint8

const (
	whole  position = iota // from the beginning of a sentence to the end of the line
	opens                  // at the beginning of a sentence; speaks for the rest of the line
	starts                 // at the beginning of a sentence; speaks for that sentence
	within                 // anywhere in a sentence; speaks for that sentence
	ends                   // at the end of the line; speaks for its sentence
)

// phrase is one thing that boilerplate says, a row of a rule's table. Of those that match at one word the most confident
// counts.
type phrase struct {
	position position

	// words is the most words that what it speaks for may have: prose that begins like a prompt goes on longer.
	words int

	// confidence is the probability that what it speaks for is boilerplate. From the threshold of the level on (see Level)
	// it drops a line alone; from minCue on it adds up with other phrases; below that it only hints.
	confidence float32

	// pattern is words in lower case, separated by spaces. "a|b" is either, "a_b" two words in place of one in a list,
	// and a word that ends in "?" may be absent. Words in capitals are elements (see elements in trie.go): NAME is one to
	// five capitalised words, N a number, MAIL an address, HANDLE a name after an at sign, NET a social network, ASK a verb
	// that asks for something, ".." up to five words of one sentence, ":" a colon after the last word; or they are lists of
	// alternatives (see shorthands in word_lists.go).
	pattern string
}
