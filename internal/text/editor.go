package text

import "unsafe"

// Editor makes a new text from another, left to right, and records how. It copies nothing until the
// first edit, so that a pass which finds nothing to do costs nothing.
type Editor struct {
	in      string
	out     []byte
	done    int // in[:done] is in out
	account Provenance
	shared  *reasons
}

// NewEditor returns an editor of in.
func NewEditor(in string) *Editor { return &Editor{in: in, shared: new(reasons)} }

// Replace puts with in place of s, which must not begin before the end of the previous edit. An empty s
// inserts, an empty with drops.
func (e *Editor) Replace(s Span, with string, why Change) {
	if s.Empty() && with == "" {
		return
	}
	e.copyTo(s.Start)
	e.out = append(e.out, with...)
	e.account.Change(s.Len(), len(with), e.shared.of(why))
	e.done = s.End
}

// Drop leaves s out.
func (e *Editor) Drop(s Span, why Change) { e.Replace(s, "", why) }

// Insert puts with at offset at.
func (e *Editor) Insert(at int, with string, why Change) { e.Replace(Span{at, at}, with, why) }

// Edited reports whether there was an edit.
func (e *Editor) Edited() bool { return e.account.Len() > 0 }

// At returns the offset up to which the input has been dealt with.
func (e *Editor) At() int { return e.done }

// Done returns the new text and its provenance. The editor must not be used afterwards: the text shares its
// memory. Use Chain.Apply for the editor of a Chain.
func (e *Editor) Done() (string, Provenance) {
	if !e.Edited() {
		return e.in, Identity(len(e.in))
	}
	e.copyTo(len(e.in))
	return view(e.out), e.account
}

// copyTo copies the input unchanged up to offset to.
func (e *Editor) copyTo(to int) {
	if e.out == nil {
		e.out = make([]byte, 0, len(e.in)+len(e.in)/16)
	}
	if to <= e.done {
		return
	}
	e.out = append(e.out, e.in[e.done:to]...)
	e.account.Copy(to - e.done)
	e.done = to
}

// view returns b as a string without copying it. The caller must not write to b while the string is in use.
func view(b []byte) string {
	return unsafe.String(unsafe.SliceData(b), len(b)) //nolint:gosec // the two callers say for how long
}
