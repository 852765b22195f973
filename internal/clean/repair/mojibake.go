package repair

import (
	"math/bits"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/copydesk/copydesk/internal/text"
)

// mojibake undoes one layer of UTF-8 that was read in another encoding; further layers fall to further rounds.
// It looks at stretches of damaged sequences, not at the whole text, so that a damaged sentence in good text is mended too.
//
// A stretch that is damage by itself is evidence of its codec; what is doubtful by itself ("Ã’", a closing quotation mark
// after a capital, or "Ò") is decided by that evidence. Wrong where a damaged text is quoted.
type mojibake struct {
	in       string
	lost     bool // whether bytes that are lost may be guessed
	evidence [len(codecs)]evidence
	rejected [len(codecs)]int // no stretch of the codec that begins before this offset is worth another look
	found    codecSet         // the codecs that explain some stretch best, alone or with others: nothing else is decoded
	intact   int              // characters beyond ASCII that are in no stretch, not even in a doubtful one
	doubted  int              // where the latest stretch in doubt ends
	last     stretch          // the latest that is to be decoded
	codecs   codecSet         // those that come into question
	counting bool             // whether this is the walk that gathers evidence
	decoded  []byte
}

func mendMojibake(pace *text.Pace, c *text.Chain, rules text.RuleSet) error {
	m := mojibake{in: c.Text(), lost: rules.On(LostBytes), codecs: allCodecs, counting: true}
	if err := m.walk(pace, func(stretch) {}); err != nil {
		return err
	}
	m.addUp()
	if m.found == 0 {
		return nil
	}
	e := c.Edit()
	m.rejected, m.last, m.counting = [len(codecs)]int{}, stretch{}, false
	m.codecs = m.found
	if err := m.walk(pace, func(r stretch) { m.mend(e, r) }); err != nil {
		return err
	}
	_, err := c.Apply(pace)
	return err
}

// addUp counts two stretches that are nearly certain as evidence of their codec.
func (m *mojibake) addUp() {
	for k := range m.evidence {
		if e := &m.evidence[k]; e.stretches == 0 && e.nearly > 1 {
			e.stretches = 1
			m.found |= 1 << k
		}
	}
}

// walk calls visit with every stretch that is to be decoded as far as the evidence goes.
func (m *mojibake) walk(pace *text.Pace, visit func(stretch)) error {
	in := m.in
	done := progress{pace: pace}
	for i := 0; i < len(in); {
		if in[i] < utf8.RuneSelf {
			i += asciiPrefix(in[i:])
			continue
		}
		if err := done.at(i); err != nil {
			return err
		}
		r, size := runeAt(in, i)
		set := traitOf(r).lead & m.codecs
		if set != 0 {
			set = mayContinue(in, i+size, set)
		}
		if set == 0 {
			m.stray(i)
			i += size
			continue
		}
		if m.last.end != i && inGarble(in[:i], r) {
			i += wordEnd(in[i:])
			continue
		}
		best, ok := m.best(i, set)
		if !ok {
			m.stray(i)
			i += size
			continue
		}
		visit(best)
		m.last, i = best, best.end
	}
	return nil
}

// stray counts the character at offset i as one that stays.
func (m *mojibake) stray(i int) {
	if !m.counting {
		return
	}
	if i >= m.doubted {
		m.intact++
	}
}

// inGarble reports whether the character r, which follows s, is part of mojibake in lower case ("ã¢â‚¬"). That is beyond
// repair, and so is the rest of the word, whatever it seems to decode to.
func inGarble(s string, r rune) bool {
	before := lastRune(s)
	if before >= 0x80 && !kindOf(before).isLetter() {
		_, size := utf8.DecodeLastRuneInString(s)
		r, before = before, lastRune(s[:len(s)-size])
	}
	return (before == 'ã' || before == 'â') && !kindOf(r).isLetter()
}

// wordEnd returns how many bytes of s are before the first that is ASCII.
func wordEnd(s string) int {
	n := 0
	for n < len(s) && s[n] >= utf8.RuneSelf {
		n++
	}
	return n
}

// asciiPrefix returns how many bytes of s are ASCII before the first that is not.
func asciiPrefix(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if (s[i]|s[i+1]|s[i+2]|s[i+3]|s[i+4]|s[i+5]|s[i+6]|s[i+7])&0x80 != 0 {
			break
		}
	}
	for i < len(s) && s[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// mayContinue returns those codecs of set in which the character at offset i can be the second byte of a sequence, or that
// byte can be missing. It spares most letters of Cyrillic and Greek text a closer look.
func mayContinue(in string, i int, set codecSet) codecSet {
	switch {
	case i == len(in):
		return set & spacedCodecs
	case in[i] >= utf8.RuneSelf:
		r, _ := runeAt(in, i)
		return set & traitOf(r).continuation
	case in[i] == '?':
		return set
	case in[i] < '0' || in[i] == ':' || in[i] == ';':
		return set & spacedCodecs
	default:
		return 0
	}
}

// best returns the best stretch at offset i among those of the codecs in set, if one is to be decoded.
func (m *mojibake) best(i int, set codecSet) (stretch, bool) {
	before := lastRune(m.in[:i])
	if m.last.end == i && i > 0 {
		before = m.last.final
	}
	var first, best stretch
	var equal codecSet // the codecs that explain most
	for ; set != 0; set &= set - 1 {
		k := bits.TrailingZeros16(uint16(set))
		if i < m.rejected[k] {
			continue
		}
		r := m.read(i, k, before, &first)
		if r.sequences == 0 || !m.accepts(r) {
			continue
		}
		order := compareStretches(r, best)
		if order > 0 {
			equal = 0
		}
		if order >= 0 {
			equal |= 1 << k
		}
		if order > 0 || order == 0 && m.evidence[k].stretches > m.evidence[best.codec].stretches {
			best = r
		}
	}
	m.found |= equal
	return best, equal != 0
}

// accepts reports whether r is to be decoded, and notes what it shows.
func (m *mojibake) accepts(r stretch) bool {
	e := &m.evidence[r.codec]
	if m.decides(r) {
		if m.counting {
			e.add(r)
		}
		return true
	}
	m.rejected[r.codec] = r.end
	if r.firm && r.gain >= possible {
		m.doubted = max(m.doubted, r.end)
	}
	if m.counting && r.gain == certain-1 && r.firm {
		e.nearly++
	}
	return false
}

// read reads the stretch of codec k at offset i, which follows the character before. That of windows-1252, which is read
// first, is kept in first: it is often that of other codecs too.
func (m *mojibake) read(i, k int, before rune, first *stretch) stretch {
	r := *first
	if r.like&(1<<k) == 0 {
		r = readStretch(m.in, i, k, before)
	}
	r.codec = k
	if r.sequences == 0 {
		return m.readBroken(i, k)
	}
	if k == windows1252 {
		*first = r
	}
	return r
}

// mend replaces r by what it decodes to.
func (m *mojibake) mend(e *text.Editor, r stretch) {
	why := text.Change{Rule: Mojibake, Detail: codecs[r.codec].detail, Confidence: confidence(r.gain)}
	if r.broken != brokenNot {
		m.mendBroken(e, r, why)
		return
	}
	m.decoded = m.decoded[:0]
	for at := r.start; at < r.end; {
		s, _ := readSequence(m.in, at, r.codec)
		if s.lost && m.lost && strings.HasPrefix(m.in[at:], "â€") {
			s.r = '”' // its last byte, 9D, is one of few that windows-1252 lacks, and the commonest of them
		}
		m.decoded = utf8.AppendRune(m.decoded, s.r)
		at = s.end
	}
	with := unsafe.String(unsafe.SliceData(m.decoded), len(m.decoded)) //nolint:gosec // Replace copies it at once
	e.Replace(text.Span{Start: r.start, End: r.end}, with, why)
}
