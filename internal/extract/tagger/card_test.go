package tagger_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"
)

// TestCard holds the lexicon, which is not made again by make train, to the hash in its card.
func TestCard(t *testing.T) {
	t.Parallel()
	file, err := os.ReadFile("words.model")
	if err != nil {
		t.Fatal(err)
	}
	card, err := os.ReadFile("../../../docs/models/names.md")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(file)
	if got := hex.EncodeToString(sum[:]); !strings.Contains(string(card), got) {
		t.Errorf("words.model has the hash %s, which docs/models/names.md does not name", got)
	}
}
