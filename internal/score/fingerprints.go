package score

import (
	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// Fingerprints are digests of a clean text, the same on every machine.
type Fingerprints = fingerprint.Fingerprints

func fingerprints(t *pytext.Text) *Fingerprints {
	f := fingerprint.Of(t)
	return &f
}
