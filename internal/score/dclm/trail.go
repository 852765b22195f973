package dclm

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// trail is a text after the modifiers of the configuration except newline_removal, for both the signals and the edits.
type trail struct {
	*page

	// after are the lengths in code points after each of them, as far as there was text left.
	after []int
}

type trailKey struct{}

// trailOf returns the trail of t, valid until its units are released.
func trailOf(t *pytext.Text) *trail {
	return t.Unit(trailKey{}, follow).(*trail) //nolint:forcetypeassert // the key is ours
}

func follow(t *pytext.Text) pytext.Unit {
	r := &trail{newPage(t, "\n"), make([]int, 0, lastStep-firstStep+1)}
	for step := firstStep; step <= lastStep; step++ {
		modifiers[step-1].apply(r.page, step)
		r.after = append(r.after, r.length())
		if r.nothing() {
			break
		}
	}
	return r
}

// Release ends the use of the trail; the text does so.
func (r *trail) Release() { r.release() }

// hasSpareLines reports whether newline_removal may have something to take out of s.
func hasSpareLines(s string) bool { return strings.Contains(s, "\n\n\n") }
