package score

import (
	"math"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/text"
	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// replaceSentences puts sentences of other in the place of a part of those of s, evenly spread, the first at a place that
// depends on salt.
func replaceSentences(s, other string, percent, salt int) string {
	sentences, others := text.Sentences(s), text.Sentences(other)
	var b strings.Builder
	at := 0
	owed := salt * 37 % 100
	for i, span := range sentences {
		b.WriteString(s[at:span.Start])
		if owed += percent; owed >= 100 {
			owed -= 100
			b.WriteString(others[i%len(others)].Of(other))
		} else {
			b.WriteString(span.Of(s))
		}
		at = span.End
	}
	b.WriteString(s[at:])
	return b.String()
}

func fingerprintsOf(s string) (f fingerprint.Fingerprints) {
	withUnits(s, func(t *pytext.Text) { f = fingerprint.Of(t) })
	return f
}

// shinglesOf returns the runs of five words in lower case: near what the signature is taken of, but found by other means.
func shinglesOf(s string) map[string]bool {
	words := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return r < 'a' && (r < '0' || r > '9') || r > 'z' && r < 0xC0 || r >= 0x2000 && r < 0x2070
	})
	out := map[string]bool{}
	for i := 0; i+fingerprint.ShingleTokens <= len(words); i++ {
		out[strings.Join(words[i:i+fingerprint.ShingleTokens], " ")] = true
	}
	return out
}

// jaccard returns the overlap of two sets over their union.
func jaccard(a, b map[string]bool) float64 {
	both := 0
	for k := range a {
		both += data.OneIf(b[k])
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

// bandProbability is the probability that texts of an overlap have a bucket in common.
func bandProbability(overlap float64) float64 {
	return 1 - math.Pow(1-math.Pow(overlap, fingerprint.BucketHashes), fingerprint.Buckets)
}

func mean(values []int) float64 {
	sum := 0
	for _, v := range values {
		sum += v
	}
	return float64(sum) / float64(max(len(values), 1))
}
