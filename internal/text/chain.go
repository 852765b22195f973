package text

import (
	"strings"

	"github.com/copydesk/copydesk/internal/pool"
)

// Chain is a text on its way through a series of edits, with the account of what became of it. Each step edits the
// whole text once, left to right:
//
//	e := c.Edit()
//	e.Replace(span, "with", why)
//	c.Apply(pace)
//
// The text is held in two buffers that take turns and are used again by later chains, so that a step allocates
// nothing of the text's size. A chain belongs to one goroutine.
type Chain struct {
	source  string
	current string
	steps   int        // the number of edits applied
	account Provenance // from source to current, if there were any
	editor  Editor
	buffers [2][]byte  // current is in one of them, or is source
	next    int        // the buffer that current is not in
	editing Provenance // the memory of the editor's account
	spare   Provenance // the memory of the next account
	shared  reasons
}

// chains keeps buffers between documents.
var chains pool.Of[Chain]

// NewChain returns a chain that begins with source.
func NewChain(source string) *Chain {
	c := chains.Get()
	c.source, c.current = source, source
	return c
}

// Text returns the text as edited so far. The memory is used again: it is valid until the first Edit after the next
// Apply, and not after Done or Close. A caller that keeps it must clone it.
func (c *Chain) Text() string { return c.current }

// Steps returns how many edits have changed the text so far.
func (c *Chain) Steps() int { return c.steps }

// Edit returns an editor of Text. Apply ends its use.
func (c *Chain) Edit() *Editor {
	c.editing.reset()
	c.editor = Editor{in: c.current, out: c.buffers[c.next][:0], account: c.editing, shared: &c.shared}
	return &c.editor
}

// Apply makes what the editor returned by the last Edit has written the chain's text, and reports whether that
// differs from before. An error is that of pace; the chain may only be closed then.
func (c *Chain) Apply(pace *Pace) (changed bool, err error) {
	e := &c.editor
	if !e.Edited() {
		return false, nil
	}
	e.copyTo(len(e.in))
	c.buffers[c.next], c.editing = e.out, e.account
	if string(e.out) == c.current {
		return false, nil
	}
	c.current = view(e.out)
	c.next = 1 - c.next
	if c.steps++; c.steps == 1 {
		c.account, c.editing = c.editing, c.account
		return true, nil
	}
	if err := c.account.composeTo(pace, &c.spare, &c.editing, &c.shared); err != nil {
		return false, err
	}
	c.account, c.spare = c.spare, c.account
	return true, nil
}

// ToSource returns the source range from which the range s of Text was made.
func (c *Chain) ToSource(s Span) Span {
	if c.steps == 0 {
		return s
	}
	return c.account.ToSource(s)
}

// Share returns the one copy of why that the chain's segments share, for callers who keep reasons of
// their own.
func (c *Chain) Share(why Change) *Change { return c.shared.of(why) }

// Done ends the chain and returns its text and provenance, which are the caller's. The chain must not be used afterwards.
func (c *Chain) Done() (string, Provenance) {
	defer c.Close()
	if c.steps == 0 {
		return c.source, Identity(len(c.source))
	}
	return strings.Clone(c.current), c.account.clone()
}

// Close ends a chain without a result.
func (c *Chain) Close() {
	c.account.reset()
	c.editing.reset()
	c.spare.reset()
	kept := c.buffers
	*c = Chain{buffers: kept, account: c.account, editing: c.editing, spare: c.spare, shared: c.shared}
	chains.Put(c, pool.Size(kept[0])+pool.Size(kept[1])+pool.Size(c.account.code)+pool.Size(c.editing.code)+pool.Size(c.spare.code))
}
