package detect

import (
	"sync"
	"unicode"
)

// The kinds of characters by case.
const (
	noCase = iota
	lowerCase
	upperCase

	// CaseKinds is how many there are.
	CaseKinds
)

// The states of a text as to case: what its last characters were.
const (
	outsideWord  = iota
	afterLower   // a small letter
	afterInitial // a capital that begins a word
	afterUpper   // a capital after another
	afterInner   // a capital after a small letter

	// CaseStates is how many there are.
	CaseStates
)

// CaseOf returns the kind of r.
func CaseOf(r rune) uint8 {
	switch {
	case unicode.IsUpper(r):
		return upperCase
	case unicode.IsLower(r):
		return lowerCase
	default:
		return noCase
	}
}

// NextCase returns the state of a text after a character of a kind.
func NextCase(state, kind uint8) uint8 {
	return [CaseStates][CaseKinds]uint8{
		outsideWord:  {outsideWord, afterLower, afterInitial},
		afterLower:   {outsideWord, afterLower, afterInner},
		afterInitial: {outsideWord, afterLower, afterUpper},
		afterUpper:   {outsideWord, afterLower, afterUpper},
		afterInner:   {outsideWord, afterLower, afterUpper},
	}[state][kind]
}

// CaseSteps is how many pairs of a state and a kind have a cost, as a power of two.
const CaseSteps = 32

// CaseStep is the index of a state and the kind of the character that follows it.
func CaseStep(state, kind uint8) int { return int(state)*4 + int(kind) }

// nextCase is NextCase by CaseStep.
var nextCase = func() (next [CaseSteps]uint8) {
	for state := range uint8(CaseStates) {
		for kind := range uint8(CaseKinds) {
			next[CaseStep(state, kind)] = NextCase(state, kind)
		}
	}
	return next
}()

// cases are the kinds of the characters of every single-byte encoding.
var cases = sync.OnceValue(func() *[maxSingles][256]uint8 {
	var all [maxSingles][256]uint8
	for i := range singles {
		for c, r := range decoded()[i] {
			all[i][c] = CaseOf(r)
		}
	}
	return &all
})
