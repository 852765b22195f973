package fingerprint

import (
	"github.com/cespare/xxhash/v2"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// Fingerprints are the digests of one text.
type Fingerprints struct {
	// Exact is XXH64, with seed 0, of the simplified text in UTF-8. It is Empty where nothing is left of a text.
	Exact uint64

	// SimHash is Charikar's (2002): bit i is set if it is set in most of the XXH64 of the pairs of neighbouring words, one
	// space between the two. A text of one word has the hash of that word, one without words 0. Of single words the SimHashes
	// of all English texts are close to each other, for a few words make up half of each; longer shingles change more bits for
	// the same edit.
	SimHash uint64

	// MinHash is the signature: Buckets times BucketHashes values, the first bucket's first, each less than 2^61-1. It is nil
	// for a text of fewer than ShingleTokens tokens, for which datatrove writes no signature.
	MinHash []uint64
}

// Empty is the Exact of a text of which simplification leaves nothing: XXH64 of no bytes.
const Empty = 0xEF46DB3751D8E999

// Of returns the fingerprints of t, with datatrove's default hash.
func Of(t *pytext.Text) Fingerprints {
	s := simplify(t)
	defer s.release()
	f := Fingerprints{MinHash: s.minHash(XXH64)}
	f.Exact, f.SimHash = s.brief()
	return f
}

// Brief returns the fingerprints of t without MinHash, which takes most of the time.
func Brief(t *pytext.Text) (exact, simHash uint64) {
	s := simplify(t)
	defer s.release()
	return s.brief()
}

// MinHash returns the signature of t with a hash of the caller's choice, nil for a text of fewer than ShingleTokens tokens.
func MinHash(t *pytext.Text, h Hash) []uint64 {
	s := simplify(t)
	defer s.release()
	return s.minHash(h)
}

func (s *simplified) brief() (exact, simHash uint64) {
	return xxhash.Sum64(s.words.text), simHashOf(&s.words)
}

func (s *simplified) minHash(h Hash) []uint64 {
	var sig signature
	if !sig.add(s.tokens(), h) {
		return nil
	}
	return append([]uint64(nil), sig.least[:]...)
}
