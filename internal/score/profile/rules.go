package profile

// Comparison says on which side of a threshold a value is rejected.
type Comparison int

// The comparisons.
const (
	Below   Comparison = iota + 1 // less than the threshold
	Above                         // greater
	AtLeast                       // the threshold or greater
	AtMost                        // the threshold or less
)

// Rule rejects a document by one signal.
type Rule struct {
	// ID is the profile's name, a full stop and the reference's own reason; stable.
	ID string

	// Signal is the name of the signal that is compared. Where it is undefined the rule does not fail.
	Signal string

	Comparison Comparison
	Threshold  float64
}

// Fails reports whether v is on the wrong side of the threshold.
func (r Rule) Fails(v float64) bool {
	switch r.Comparison {
	case Below:
		return v < r.Threshold
	case Above:
		return v > r.Threshold
	case AtLeast:
		return v >= r.Threshold
	case AtMost:
		return v <= r.Threshold
	default:
		return false
	}
}

// Threshold is one row of a table of rules.
type Threshold struct {
	reason, signal string
	comparison     Comparison
	limit          float64
}

// Reject is the row: reject a document, for this reason, whose signal is below, above, … the limit.
func Reject(reason, signal string, c Comparison, limit float64) Threshold {
	return Threshold{reason, signal, c, limit}
}

// Rules returns the rules of a table. The profile's name begins their ids, and prefix the names of their signals, each followed by
// a full stop.
func Rules(profile, prefix string, table ...Threshold) []Rule {
	rules := make([]Rule, len(table))
	for i, t := range table {
		rules[i] = Rule{ID: profile + "." + t.reason, Signal: prefix + "." + t.signal, Comparison: t.comparison, Threshold: t.limit}
	}
	return rules
}
