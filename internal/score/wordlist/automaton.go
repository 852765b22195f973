package wordlist

// Automaton finds every occurrence of a set of patterns in one pass, ASCII letters in either case (A. V. Aho, M. J. Corasick,
// "Efficient string matching", CACM 18(6), 1975). Its failure links are worked into a table of one step a byte, so time depends
// on the text and the matches, not on the patterns. It is safe for concurrent use.
type Automaton struct {
	classes [256]uint8 // bytes that mean the same to all patterns have one class; 0 is the class of bytes in no pattern
	width   uint32     // how many classes there are, rounded up to an even number

	// next is the step from a state by a class, at state*width + class: the state to come, already multiplied, its lowest
	// bit set if a pattern ends there. That bit is free because width is even.
	next []uint32

	nodes   []node
	lengths []int // of the patterns, in bytes
	longest int
}

// node is a state: the longest end of the text read so far that begins a pattern.
type node struct {
	pattern int32 // the pattern that is equal to it; -1 if none is
	fail    int32 // the state of its longest proper suffix
	shorter int32 // the nearest state along fail at which a pattern ends; 0 for none
}

const hit = 1

// NewAutomaton returns an automaton for patterns, which must be lower case, valid UTF-8, distinct and not empty, all
// together shorter than 16 MB.
func NewAutomaton(patterns []string) *Automaton {
	a := &Automaton{nodes: []node{{pattern: -1}}, lengths: make([]int, len(patterns))}
	a.classify(patterns)
	a.next = make([]uint32, a.width)
	for i, p := range patterns {
		a.lengths[i] = len(p)
		a.longest = max(a.longest, len(p))
		a.insert(p, int32(i))
	}
	a.link()
	return a
}

// classify gives each byte of a pattern its class; a capital has that of its small letter.
func (a *Automaton) classify(patterns []string) {
	n := uint8(0)
	for _, p := range patterns {
		for _, c := range []byte(p) {
			if a.classes[c] == 0 {
				n++
				a.classes[c] = n
			}
		}
	}
	for c := 'A'; c <= 'Z'; c++ {
		a.classes[c] = a.classes[c|0x20]
	}
	a.width = uint32(n)/2*2 + 2
}

// insert adds a pattern to the trie. Until link, a step to 0 is missing: no step leads to the root.
func (a *Automaton) insert(p string, pattern int32) {
	state := uint32(0)
	for _, c := range []byte(p) {
		at := state*a.width + uint32(a.classes[c])
		if a.next[at] == 0 {
			a.next[at] = uint32(len(a.nodes)) //nolint:gosec // as many as there are bytes in patterns
			a.nodes = append(a.nodes, node{pattern: -1})
			a.next = append(a.next, make([]uint32, a.width)...)
		}
		state = a.next[at]
	}
	a.nodes[state].pattern = pattern
}

// link makes the trie an automaton, in order of depth, so that the states of suffixes come first.
func (a *Automaton) link() {
	order := []uint32{0}
	for i := 0; i < len(order); i++ {
		state := order[i]
		for class := range a.width {
			at := state*a.width + class
			child := a.next[at]
			suffix := uint32(0)
			if state != 0 {
				suffix = a.next[uint32(a.nodes[state].fail)*a.width+class] //nolint:gosec // not negative
			}
			if child == 0 {
				a.next[at] = suffix
				continue
			}
			a.fail(child, suffix)
			order = append(order, child)
		}
	}
	for i, state := range a.next {
		a.next[i] = state * a.width
		if n := a.nodes[state]; n.pattern >= 0 || n.shorter != 0 {
			a.next[i] |= hit
		}
	}
}

// fail sets the longest proper suffix of state.
func (a *Automaton) fail(state, suffix uint32) {
	n := &a.nodes[state]
	n.fail = int32(suffix) //nolint:gosec // a number of a state
	n.shorter = n.fail
	if a.nodes[suffix].pattern < 0 {
		n.shorter = a.nodes[suffix].shorter
	}
}

// Ticker is called with how many bytes are about to be read: a *pytext.Text.
type Ticker interface{ Tick(n int) }

// scanStep is how many bytes are read between two ticks.
const scanStep = 16 << 10

// Scan calls do with each occurrence in s: the number of the pattern and its bytes, half-open. Occurrences come in the
// order of their ends, longer ones first.
//
// Each step has to wait for the table to give the one before. So a stretch of s is read in two halves side by side: the second
// starts as far before its beginning as a pattern that ends in it can begin, and what it finds is kept until the first is done.
func (a *Automaton) Scan(t Ticker, s string, do func(pattern, start, end int)) {
	var found []position
	state := uint32(0)
	for at := 0; at < len(s); at += scanStep {
		end := min(at+scanStep, len(s))
		t.Tick(end - at)
		state, found = a.scanHalves(s, at, end, state, found[:0], do)
	}
}

// scanHalves reads s[at:end] in the given state, and returns the state after it and the memory of found.
func (a *Automaton) scanHalves(s string, at, end int, first uint32, found []position, do func(pattern, start, end int)) (uint32, []position) {
	half := (end - at) / 2
	middle := at + half
	second := a.run(s[max(0, middle-a.longest):middle])
	for i := range half {
		first = a.next[first&^hit+uint32(a.classes[s[at+i]])]
		second = a.next[second&^hit+uint32(a.classes[s[middle+i]])]
		if first&hit != 0 {
			a.report(position{first, at + i + 1}, do)
		}
		if second&hit != 0 {
			found = append(found, position{second, middle + i + 1})
		}
	}
	for _, p := range found {
		a.report(p, do)
	}
	for i := middle + half; i < end; i++ {
		second = a.next[second&^hit+uint32(a.classes[s[i]])]
		if second&hit != 0 {
			a.report(position{second, i + 1}, do)
		}
	}
	return second, found
}

// position is a state that the automaton is in before an offset.
type position struct {
	state uint32
	at    int
}

// run returns the state after s.
func (a *Automaton) run(s string) uint32 {
	state := uint32(0)
	for i := range len(s) {
		state = a.next[state&^hit+uint32(a.classes[s[i]])]
	}
	return state
}

// report calls do with the patterns that end at a position.
func (a *Automaton) report(p position, do func(pattern, start, end int)) {
	for state := p.state / a.width; ; {
		n := a.nodes[state]
		if n.pattern >= 0 {
			do(int(n.pattern), p.at-a.lengths[n.pattern], p.at)
		}
		if n.shorter == 0 {
			return
		}
		state = uint32(n.shorter) //nolint:gosec // not negative
	}
}
