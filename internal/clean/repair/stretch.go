package repair

import (
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/truth"
)

// stretch is a series of sequences of one codec without a gap.
type stretch struct {
	start, end int
	codec      int
	sequences  int

	// gain is by how much the text is better for decoding the stretch: twice the oddities that go, less twice those that
	// come, and what the decoded characters and the length of their sequences add.
	gain int

	rare    int      // how many rare letters it decodes to
	firm    bool     // whether it has a sequence of which no byte became a space or "?"
	like    codecSet // the codecs in which it is the same stretch, if its codec is windows-1252
	scripts uint16   // the scripts other than Latin that it decodes to, as a set
	final   rune     // the last character that it decodes to
	only    rune     // what it decodes to, if that is one character
	broken  broken   // what is missing of its only sequence
}

// The gains from which a stretch is decoded: certain whatever else the text holds, likely if another stretch shows that the
// text went through the same codec, possible if several others do and no character speaks against it.
const (
	certain  = 3
	likely   = 1
	possible = -2
	several  = 2
)

// maxStretch is the most sequences of a stretch; what follows is the next one. It bounds the work on a stretch that is not
// decoded in the end.
const maxStretch = 32

// weigher adds up the gain of a stretch.
type weigher struct {
	stretch
	was      [2]rune // the last two characters of the text as it is, the latest second
	decoded  rune    // the last character of the text as mended
	previous rune    // the character before the stretch
	long     bool    // whether it has a sequence of more than two characters
	doubt    int     // the oddity of decoded after the character before it, if decoded may begin a sequence of its own
	script   script  // of the letter decoded before, if it is not Latin
}

// readStretch reads the stretch of codec k at offset i, which follows the character before. It has no sequences if there is none.
func readStretch(in string, i, k int, before rune) stretch {
	w := weigher{stretch: stretch{start: i, end: i, codec: k, like: spacedCodecs}, previous: before, decoded: before, was: [2]rune{'\n', before}}
	for w.sequences < maxStretch {
		s, ok := readSequence(in, w.end, k)
		if !ok || s.spaced && !w.joins(in, s) {
			break
		}
		points, ok := familiarity(s.r)
		if !ok && !s.lost {
			break
		}
		w.add(in, s, points)
	}
	if w.sequences > 0 {
		w.finish(in)
	}
	return w.stretch
}

// joins reports whether the sequence s, one byte of which became a space, is likely to be one: it is long, the stretch goes
// on after it, it is a no-break space within the stretch, or the capital of a word that goes on in ASCII.
func (w *weigher) joins(in string, s sequence) bool {
	if s.r == 'à' || s.r == '†' {
		return false // see readBroken
	}
	if s.length > 2 || s.end < len(in) && byteClasses[in[s.end]]&classSpecial != 0 && w.leads(in[s.end:]) {
		return true
	}
	switch s.r {
	case 0xA0:
		return w.sequences > 0
	case 'Š':
		return s.end < len(in) && 'a' <= in[s.end] && in[s.end] <= 'z'
	default:
		return false
	}
}

// leads reports whether s begins with a character that begins sequences in the stretch's codec.
func (w *weigher) leads(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return mappingOf(r).lead&(1<<w.codec) != 0
}

// add takes the sequence s into the stretch, whose character's familiarity is points.
func (w *weigher) add(in string, s sequence, points int) {
	before, word := w.gain, true
	for at := w.end; at < s.end; {
		r, size := runeAt(in, at)
		at += size
		w.like &= mappingOf(r).like1252
		w.see(r)
		word = word && kindOf(r).isLetter()
	}
	points += w.company(s.r, points)
	if k := kindOf(s.r); !word || w.gain > before || k == opener || k == closer || k == dash || k == mark {
		points += 2 * (min(s.length, 4) - 2) // a sequence that is no word is hardly there by chance
	}
	switch {
	case s.asked:
		points -= 2
	case s.spaced && s.r != 'Š':
		points--
	}
	w.gain += points - w.mendedOddity(s.r)
	w.decoded, w.only, w.final = s.r, s.r, s.r
	w.firm = w.firm || !s.spaced && !s.asked
	w.rare += truth.Int(isRare(s.r))
	w.long = w.long || s.length > 2
	w.end = s.end
	w.sequences++
}

// company returns what to add to points for the neighbours of r: sequences of one stretch confirm each other, and a rare
// letter is less so after another of its script.
func (w *weigher) company(r rune, points int) int {
	sc := latin
	if k := kindOf(r); k.isLetter() || 0x370 <= r && r < 0x2000 {
		sc = scriptOf(r)
	}
	if 0x1EA0 <= r && r < 0x1F00 {
		w.scripts |= 1 << vietnamese
	}
	same := w.sequences > 0 && sc == w.script
	w.script = sc
	if sc != latin {
		w.scripts |= 1 << sc
	}
	switch {
	case same && points < 0 && sc != latin:
		return 1 - points
	case same && points >= 0:
		return 1
	default:
		return 0
	}
}

// see takes the next character of the text as it is.
func (w *weigher) see(r rune) {
	w.gain += 2 * oddity(w.was[1], r)
	if split(w.was[0], w.was[1], r) {
		w.gain += 2
	}
	if 0x80 <= r && r < 0xA0 {
		w.gain += 2 // no text holds one
	}
	w.was = [2]rune{w.was[1], r}
}

// mendedOddity is what the oddity of r after what is decoded so far takes from the gain. Greek letters are signs in
// Latin words ("IL2Rγ"), and what is damaged twice decodes to what is damaged once.
func (w *weigher) mendedOddity(r rune) int {
	if r < 0xA0 && r >= 0x80 || r >= 0x370 && r < 0x400 || w.decoded >= 0x370 && w.decoded < 0x400 {
		return 0
	}
	doubt := w.doubt
	w.doubt = 0
	p := mappingOf(r)
	if mappingOf(w.decoded).lead&p.continuation != 0 {
		return -doubt
	}
	odd := 2 * oddity(w.decoded, r)
	if p.lead != 0 {
		w.doubt = odd
	}
	return odd
}

// finish weighs the stretch against what follows it.
func (w *weigher) finish(in string) {
	r := rune('\n')
	if w.end < len(in) {
		r, _ = utf8.DecodeRuneInString(in[w.end:])
	}
	if w.sequences < maxStretch {
		w.like &^= mappingOf(r).lead // in which it goes on
	}
	last := w.was[1]
	w.gain += 2*oddity(last, r) - w.mendedOddity(r)
	if split(w.was[0], last, r) {
		w.gain += 2
	}
	first, _ := utf8.DecodeRuneInString(in[w.start:])
	if w.isFormula(first, last, r) {
		w.gain = min(w.gain, likely)
	}
	if w.sequences > 1 {
		w.only = 0
		return
	}
	w.gain += w.alone(r) - w.boxes(first, last, r)
}

// lastRune returns the last character of s, and a line feed if there is none.
func lastRune(s string) rune {
	if s == "" {
		return '\n'
	}
	if c := s[len(s)-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}
