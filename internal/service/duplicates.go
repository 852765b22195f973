package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score/fingerprint"
)

// markDuplicates names for each result of a batch the first earlier one with the same text, or nearly the same.
func markDuplicates(results []outcome) {
	prints := make([]fingerprint.Fingerprints, 0, len(results))
	scored := make([]*copydeskv1.ProcessResult, 0, len(results))
	for _, r := range results {
		if r.prints != nil {
			prints = append(prints, *r.prints)
			scored = append(scored, r.message)
		}
	}
	for i, first := range fingerprint.Duplicates(prints) {
		if first == i {
			continue
		}
		exact := prints[i].Exact == prints[first].Exact
		similarity := 1.0
		if !exact {
			similarity = fingerprint.Similarity(prints[i].MinHash, prints[first].MinHash)
		}
		scored[i].SetDuplicateOf(copydeskv1.Duplicate_builder{
			Sequence: scored[first].GetSequence(), Id: scored[first].GetId(), Exact: exact, Similarity: &similarity,
		}.Build())
	}
}
