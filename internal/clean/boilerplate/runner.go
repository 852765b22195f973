package boilerplate

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// runners keeps buffers between texts.
var runners = sync.Pool{New: func() any { return &runner{seen: map[string]struct{}{}} }}

// maxPooled is the number of paragraphs up to which the room for them is kept: one large text would hold memory for
// good, and make each later one clear it.
const maxPooled = 1 << 10

// free gives back the buffers and lets go of the text.
func (r *runner) free() {
	seen := r.seen
	if len(seen) > maxPooled {
		seen = map[string]struct{}{}
	}
	clear(seen)
	*r = runner{judge: r.judge.emptied(), seen: seen, waiting: r.waiting[:0], pending: r.pending[:0]}
	runners.Put(r)
}

// runner is the state of one Run. What stands between two kept lines is written when the second is met: the
// widest gap of those that the dropped lines stood between.
type runner struct {
	in        string
	rules     text.RuleSet
	threshold float32
	chain     *text.Chain
	edit      *text.Editor
	judge     judge
	dropped   []text.Dropped
	seen      map[string]struct{} // paragraphs that stood before
	waiting   []judged            // lines since the last kept one

	keptEnd int      // end of the last kept line
	any     bool     // a line was kept
	pending []judged // lines behind keptEnd that are dropped and not yet taken out
}

// judged is a line that is to be dropped, if it is not a piece of a sentence.
type judged struct {
	text.Span

	why text.Change
}

// line decides about one line, trimmed; empty lines belong to the gaps. What is left of a line whose suffix was cut is
// judged again, so that a second run finds nothing more to do.
func (r *runner) line(s text.Span) {
	end := s.End
	var cut text.Change
	repeated := r.isDuplicate(s.Of(r.in))
	for !s.Empty() && !repeated {
		line := s.Of(r.in)
		if v := r.whole(line); r.acts(v) {
			r.wait(text.Span{Start: s.Start, End: end}, v)
			return
		}
		at, v := r.suffix(line)
		if at == 0 || !r.rules.On(v.Rule) {
			break
		}
		s.End, cut = text.Trim(r.in, text.Span{Start: s.Start, End: s.Start + at}).End, v
	}
	switch line := s.Of(r.in); {
	case line == "":
	case repeated, cut.Rule != "" && r.isDuplicate(line):
		r.wait(text.Span{Start: s.Start, End: end}, text.Change{Rule: Duplicate, Confidence: duplicateConfidence})
	default:
		r.settle(line)
		r.keep(s)
		r.cut(text.Span{Start: s.End, End: end}, cut)
	}
}

// wait puts off dropping a line until the next line to be kept is known.
func (r *runner) wait(s text.Span, why text.Change) { r.waiting = append(r.waiting, judged{s, why}) }

// settle drops the waiting lines, now that the next line to be kept is known; none is empty. It keeps a line that
// breaks off and goes on in the next: it is a piece of a sentence that was broken at a link, whatever it says.
func (r *runner) settle(next string) {
	for i := len(r.waiting) - 1; i >= 0; i-- {
		if w := &r.waiting[i]; !interrupts(w.why.Rule) && breaksOff(w.Of(r.in)) && goesOn(next) {
			w.why = text.Change{}
			next = w.Of(r.in)
		}
	}
	for _, w := range r.waiting {
		if w.why.Rule == "" {
			r.keep(w.Span)
		} else {
			r.drop(w.Span, w.why)
		}
	}
	r.waiting = r.waiting[:0]
}

// interrupts reports whether what a rule finds may stand in the middle of a sentence and is no piece of it.
func interrupts(rule text.Rule) bool {
	return rule == Advert || rule == Hash || rule == Separator || rule == Duplicate
}

// breaksOff reports whether a line ends without a mark that ends sentences or headings.
func breaksOff(line string) bool {
	r, _ := utf8.DecodeLastRuneInString(line)
	return r == ',' || unicode.IsLetter(r) || unicode.IsDigit(r)
}

// goesOn reports whether a line begins in the middle of a sentence.
func goesOn(line string) bool {
	r, _ := utf8.DecodeRuneInString(line)
	return unicode.IsLower(r) || r == ',' || r == ';'
}

// acts reports whether v is sure enough to act on.
func (r *runner) acts(v text.Change) bool {
	return v.Rule != "" && v.Confidence >= r.threshold && r.rules.On(v.Rule)
}

// whole says which rule a whole line falls under and how sure that is; no rule if it is the text's own.
func (r *runner) whole(line string) text.Change {
	switch {
	case isGallery(line):
		return text.Change{Rule: Widget, Confidence: galleryConfidence}
	case len(line) > maxPrompt || len(line) > maxLine && !r.beginsPrompt(line):
		return text.Change{}
	case isHash(line):
		return text.Change{Rule: Hash, Confidence: hashLine}
	case isCue(line):
		return text.Change{Rule: Separator, Confidence: separatorCue}
	}
	r.judge.read(line)
	if len(r.judge.words) == 0 && isSeparator(line) {
		return text.Change{Rule: Separator, Confidence: separatorMarks}
	}
	return r.judge.verdict()
}

// beginsPrompt reports whether the first sentence of a long line is none of an article.
func (r *runner) beginsPrompt(line string) bool {
	end := maxHead
	if i := strings.LastIndexByte(line[:end], ' '); i > 0 {
		end = i
	}
	r.judge.read(line[:end])
	return r.judge.prompts()
}

// suffix finds where boilerplate begins that is glued to the end of a line; 0: nowhere.
func (r *runner) suffix(line string) (int, text.Change) {
	offset := 0
	if len(line) > maxLine {
		offset = len(line) - maxTail
		if i := strings.IndexByte(line[offset:], ' '); i >= 0 {
			offset += i
		}
		r.judge.read(line[offset:])
	}
	if at := hashAtEnd(line); at > 0 {
		return at, text.Change{Rule: Hash, Confidence: hashSuffix}
	}
	first, v := r.judge.suffix()
	if first == 0 {
		return 0, v
	}
	return len(strings.TrimRight(line[:offset+r.judge.begins(first)], " (")), v
}
