package text

import (
	"cmp"
	"strings"
)

// Change is the reason for an edit.
type Change struct {
	// Rule is what made the edit; never empty.
	Rule Rule

	// Detail is a parameter of the edit, for example the encoding that was undone; often empty. For a range that was changed
	// more than once it begins with the earlier changes, oldest first, separated by " + ": the detail of each, preceded by its
	// rule if that differs.
	Detail string

	// Phrase is the phrase of the rule's own list that matched, as the list has it; empty if the rule has no list. It is
	// never taken from the document.
	Phrase string

	// Confidence is how sure the rule is, in (0, 1], to two places; 0 means that the rule holds by definition. For a block
	// of a page it is the probability that the block is not content.
	Confidence float32

	// Threshold is the least confidence at which the rule acts, in (0, 1], to two places; 0 if there is none.
	Threshold float32
}

// maxDetail is the length in bytes up to which earlier changes are listed: some texts are changed many times over.
const maxDetail = 200

// then returns the change that combines c and the later next.
func (c Change) then(next Change) Change {
	before := c.Detail
	if c.Rule != next.Rule && !strings.HasPrefix(before, string(c.Rule)) {
		before = strings.TrimSuffix(string(c.Rule)+" "+before, " ")
	}
	switch {
	case len(before)+len(next.Detail) > maxDetail:
		next.Detail = before
	case before != "" && next.Detail != "":
		next.Detail = before + " + " + next.Detail
	case before != "":
		next.Detail = before
	}
	if c.Confidence > 0 {
		next.Confidence = min(c.Confidence, cmp.Or(next.Confidence, 1))
	}
	return next
}

// none is the change of ranges that were copied.
var none = &Change{}

// reasons holds one copy of each change, which segments share: a text with many edits has few distinct reasons for them. A
// change that was handed out is never written to.
type reasons struct {
	last  *Change
	known map[Change]*Change

	pair [2]*Change // the two that were combined last, into both
	both *Change
}

// maxReasons is how many changes are remembered. Few differ in a normal text, but nothing else bounds them.
const maxReasons = 256

// of returns the shared copy of c, with figures rounded to two places: no rule is more exact than that, and fewer figures
// make fewer reasons.
func (r *reasons) of(c Change) *Change {
	c.Confidence, c.Threshold = hundredths(c.Confidence), hundredths(c.Threshold)
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

// hundredths rounds a share to two places; one above zero stays above it.
func hundredths(share float32) float32 {
	if share <= 0 {
		return 0
	}
	return max(1, float32(int(float32(share*100)+.5))) / 100
}

// together returns the change that combines an earlier and a later one.
func (r *reasons) together(early, late *Change) *Change {
	if r.pair != [2]*Change{early, late} {
		r.pair, r.both = [2]*Change{early, late}, r.of(early.then(*late))
	}
	return r.both
}
