package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/score/fingerprint"
)

// markDuplicates says of each result of a batch which earlier one has the same text, or nearly.
func markDuplicates(results []*copydeskv1.ProcessResult) {
	prints := make([]fingerprint.Fingerprints, 0, len(results))
	scored := make([]*copydeskv1.ProcessResult, 0, len(results))
	for _, r := range results {
		if f := r.GetScore().GetFingerprints(); f != nil {
			prints = append(prints, fingerprint.Fingerprints{Exact: f.GetExact(), SimHash: f.GetSimhash(), MinHash: f.GetMinhash()})
			scored = append(scored, r)
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
		scored[i].DuplicateOf = &copydeskv1.Duplicate{
			Sequence: scored[first].GetSequence(), Id: scored[first].GetId(), Exact: exact, Similarity: similarity,
		}
	}
}
