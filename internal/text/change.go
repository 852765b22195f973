package text

// Change is the reason for an edit.
type Change struct {
	// Rule is what made the edit; never empty.
	Rule Rule

	// Detail is a parameter of the edit, for example a chain of encodings; often empty.
	Detail string

	// Confidence is how sure the rule is, in (0, 1]; 0 means that the rule holds by definition.
	Confidence float32
}

// none is the change of ranges that were copied.
var none = &Change{}

// reasons holds one copy of each change, so that a segment costs a pointer to its change: a text of many edits has few
// reasons for them. A change that was handed out is never written to.
type reasons struct {
	last  *Change
	known map[Change]*Change
}

// maxReasons is how many changes are remembered: details and confidences are few, but nothing bounds them.
const maxReasons = 256

// of returns the copy of c.
func (r *reasons) of(c Change) *Change {
	if r.last != nil && *r.last == c {
		return r.last
	}
	if at := r.known[c]; at != nil {
		r.last = at
		return at
	}
	if r.known == nil || len(r.known) >= maxReasons {
		r.known = make(map[Change]*Change)
	}
	kept := c // c itself would be put on the heap at every call
	r.last, r.known[c] = &kept, &kept
	return r.last
}
