package tagger_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/extract/tagger"
)

// TestExtent says what a name is of the words that it may begin and end with.
func TestExtent(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][]string{
		"Gaza-based":          {"Gaza"},
		"US-backed forces":    {"US", "forces"},
		"Hamas-run":           {"Hamas"},
		"Saint-Denis-born":    {"Saint-Denis"},
		"Vauxhall-speaking":   {"Vauxhall"},
		"Coca-cola":           {"Coca-cola"},
		"Jean-Ted":            {"Jean-Ted"},
		"Al-ed":               {"Al-ed"},
		"T-shaped":            {"T-shaped"},
		"gas-fired":           {"gas-fired"},
		"#Larch fans":         {"#Larch", "fans"},
		"see #Larch-led":      {"see", "#Larch"},
		"C#Larch no#Larch":    {"C", "Larch", "no", "Larch"},
		"# Larch":             {"Larch"},
		"Östergötland-backed": {"Östergötland"},
	} {
		x := sentence(t, in)
		var got []string
		for _, w := range x.Words {
			got = append(got, in[tagger.NameStart(in, w):tagger.NameEnd(in, w)])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

// TestAddresses holds that no part of an address may be in a name, and that what stands beside one may.
func TestAddresses(t *testing.T) {
	t.Parallel()
	features := tagger.NewExtractor(tagger.ShippedLexicon())
	for in, want := range map[string][]bool{
		"Ned Larch ned@larch.example Saltmarsh College": {true, true, false, true, true},
		"@KestrelBay and Kestrel Bay":                   {false, true, true, true}, // "and" between capitals
		"Larch https://Larch.example/Ned/Bo Saltmarsh":  {true, false, false, false, false, true},
	} {
		x := sentence(t, in)
		features.Begin(x)
		var got []bool
		for i := range x.Words {
			got = append(got, features.Wanted(i))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}

// TestSlashes holds that a slash joins short words only.
func TestSlashes(t *testing.T) {
	t.Parallel()
	features := tagger.NewExtractor(tagger.ShippedLexicon())
	for in, want := range map[string]bool{"AC/DC": true, "Larch Images/Saltmarsh": false} {
		x := sentence(t, in)
		features.Begin(x)
		if got := features.Joins(len(x.Words) - 1); got != want {
			t.Errorf("%q: %v", in, got)
		}
	}
}
