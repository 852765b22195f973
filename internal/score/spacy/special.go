package spacy

import (
	"slices"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// What the affix rules cut off may be an exception in pieces: ":)" and "." are cut off "done:)." as ")" and ":". spaCy looks
// for such pieces in the whole document, token by token, the longest first, and puts them together again where their text is
// that of an exception. White space is a token and keeps them apart, except for a single space: ": (" is found too, and though
// its text is not an exception, whatever overlaps it is not put together. So the chunks on both sides of a space are cut together
// if the last token of the first comes before the first token of the second in any exception.

// hang reports whether chunks that end and begin with these tokens are cut together, if a single space is between them.
func hang(last, first *entry) bool {
	return last != nil && first != nil && first.inner && slices.Contains(last.followers, first)
}

// node is a state of the trie of the cut-up exceptions' tokens.
type node struct {
	next map[string]int32
	end  bool // the tokens so far are a cut-up exception
}

// cutUp adds the tokens into which the rules cut exception s.
func (l *lexicon) cutUp(s string) {
	if !hasAffixOrInfix(s) {
		return
	}
	var p splitter
	tokens := p.raw(nil, s, 0, nil)
	if len(tokens) == 1 {
		return // nothing to put together
	}
	at := int32(0)
	var previous *entry
	for _, t := range tokens {
		e := l.entry(s[t.Start:t.End])
		at = l.step(at, s[t.Start:t.End])
		if previous == nil {
			e.root = at
		} else {
			e.inner = true
			previous.followers = append(previous.followers, e)
		}
		previous = e
	}
	l.trie[at].end = true
}

// step returns the state that the token leads to, a new one if there is none.
func (l *lexicon) step(at int32, token string) int32 {
	n := &l.trie[at]
	if to := n.next[token]; to != 0 {
		return to
	}
	if n.next == nil {
		n.next = map[string]int32{}
	}
	to := int32(len(l.trie)) //nolint:gosec // a few hundred
	n.next[token] = to
	l.trie = append(l.trie, node{})
	return to
}

// matcher finds exceptions that were cut up. The zero value is ready for use.
type matcher struct {
	t       *pytext.Text // bounds the work; nil for none
	matches []match
	seen    []bool
	longest int32 // the longest of the matches

	// first and last are the entries of the first and the last token that find was called for.
	first, last *entry
}

// tick counts n tokens of work.
func (m *matcher) tick(n int) {
	if m.t != nil {
		m.t.Tick(n)
	}
}

// match is a run of tokens, half-open.
type match struct{ start, end int32 }

// restore appends raw, tokens of s in its order, to dst with cut-up exceptions put together.
func (m *matcher) restore(dst, raw []Token, s string) []Token {
	if m.find(raw, s); len(m.matches) == 0 {
		return append(dst, raw...)
	}
	return m.join(dst, raw, s)
}

// join is restore after find has found matches.
func (m *matcher) join(dst, raw []Token, s string) []Token {
	m.filter(len(raw))
	from := int32(0)
	for _, f := range m.matches {
		span := Token{raw[f.start].Start, raw[f.end-1].End}
		parts := words.exception(s[span.Start:span.End])
		if parts == nil {
			continue
		}
		dst = append(dst, raw[from:f.start]...)
		dst = appendParts(dst, parts, span.Start)
		from = f.end
	}
	return append(dst, raw[from:]...)
}

// find sets matches to all cut-up exceptions among the tokens, in order of their starts.
func (m *matcher) find(raw []Token, s string) {
	m.matches, m.longest = m.matches[:0], 0
	for i, t := range raw {
		m.tick(4)
		e := words.find(s[t.Start:t.End])
		if m.last = e; i == 0 {
			m.first = e
		}
		if e == nil || e.root == 0 {
			continue
		}
		at, j := e.root, i+1
		for ; j < len(raw) && at != 0; j++ {
			at = words.trie[at].next[s[raw[j].Start:raw[j].End]]
			if at != 0 && words.trie[at].end {
				f := match{int32(i), int32(j + 1)}
				m.matches = append(m.matches, f)
				m.longest = max(m.longest, f.end-f.start)
			}
		}
	}
}

// filter keeps the matches whose first and last tokens are in no longer match, nor in an earlier one of the same length.
func (m *matcher) filter(tokens int) {
	m.seen = append(m.seen[:0], make([]bool, tokens)...)
	for length := m.longest; length > 0; length-- {
		for i := range m.matches {
			m.tick(1)
			f := &m.matches[i]
			if f.end-f.start != length {
				continue
			}
			blocked := m.seen[f.start] || m.seen[f.end-1]
			for t := f.start; t < f.end; t++ {
				m.seen[t] = true
			}
			if blocked {
				f.end = f.start
			}
		}
	}
	kept := m.matches[:0]
	for _, f := range m.matches {
		if f.end > f.start {
			kept = append(kept, f)
		}
	}
	m.matches = kept
}
