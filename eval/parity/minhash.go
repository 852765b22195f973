package parity

import (
	"fmt"
	"strconv"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/peers"
	"github.com/copydesk/copydesk/eval/timing"
	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// MinHash compares the fingerprints with those of datatrove's own code, bit by bit, and their speed.
func MinHash() error {
	if !peers.Installed() {
		fmt.Println("datatrove's own code:", peers.ErrNotInstalled)
		return nil
	}
	docs, err := data.Further()
	if err != nil {
		return err
	}
	var answer parityAnswer
	if err := peers.Call("golden_minhash.py", docs, &answer); err != nil {
		return err
	}
	signed := 0
	for _, r := range answer.Rows {
		if r.Signal == "minhash-xxhash64" && string(r.Value) != "[]" {
			signed++
		}
	}
	fmt.Printf("%d of %d documents have a signature\n", signed, len(docs))
	p := parity{ours: ourFingerprints}
	p.compare(fmt.Sprintf("%d documents", len(docs)), docs, answer.Rows)
	size := 0
	for _, d := range docs {
		size += len(d.Text)
	}
	theirs := float64(size) / 1e6 / answer.Seconds
	ours := timing.Rate(size, func() {
		for _, d := range docs {
			withUnits(d.Text, func(t *pytext.Text) { fingerprint.MinHash(t, fingerprint.XXH64) })
		}
	})
	fmt.Printf("MinHash, MB/s: datatrove %.2f, ours %.1f: %.0fx\n", theirs, ours, ours/theirs)
	return nil
}

// ourFingerprints gives ours by the names that golden_minhash.py uses.
func ourFingerprints(text string) map[goldenKey]any {
	out := map[goldenKey]any{}
	withUnits(text, func(t *pytext.Text) {
		f := fingerprint.Of(t)
		out[goldenKey{"datatrove", "exact"}] = strconv.FormatUint(f.Exact, 10)
		out[goldenKey{"datatrove", "minhash-xxhash64"}] = decimals(f.MinHash)
		out[goldenKey{"datatrove", "minhash-sha1"}] = decimals(fingerprint.MinHash(t, fingerprint.SHA1))
	})
	return out
}

func decimals(values []uint64) []string {
	out := make([]string, 0, len(values))
	for _, v := range values {
		out = append(out, strconv.FormatUint(v, 10))
	}
	return out
}

func withUnits(s string, do func(t *pytext.Text)) {
	t := pytext.New(s)
	defer t.Release()
	do(t)
}
