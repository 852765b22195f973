package spacy

import "testing"

func TestTmp(t *testing.T) {
	for _, s := range []string{"U.S.,", "don't", "(done:).", "well-known", "https://a.b.com/x", "$5.00", "10km.", "e.g.", "it's)"} {
		var got []string
		for _, k := range AppendTokens(nil, s) {
			got = append(got, s[k.Start:k.End])
		}
		t.Logf("%q", got)
	}
}
