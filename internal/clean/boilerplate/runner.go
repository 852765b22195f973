package boilerplate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/pool"
	"github.com/copydesk/copydesk/internal/text"
)

// runners keeps buffers between texts.
var runners = pool.Of[runner]{New: func() *runner { return &runner{seen: map[string]struct{}{}} }}

// maxSeen is the number of paragraphs up to which the map of them is kept for the next text, which has to clear it.
const maxSeen = 1 << 10

// free gives back the buffers and lets go of the text.
func (r *runner) free() {
	seen := r.seen
	if len(seen) > maxSeen {
		seen = map[string]struct{}{}
	}
	clear(seen)
	*r = runner{judge: r.judge.emptied(), seen: seen, waiting: r.waiting[:0]}
	runners.Put(r, pool.Size(r.waiting)+pool.Size(r.judge.splitter.words)+pool.Size(r.judge.sentences))
}

// runner is the state of one Run.
type runner struct {
	in        string
	rules     text.RuleSet
	threshold float32
	pace      *text.Pace
	chain     *text.Chain
	kind      func(text.Span) text.BlockKind // of the block that a range of the chain's source is in; nil if that is not known
	judge     judge
	seen      map[string]struct{} // paragraphs kept so far
	waiting   []judged            // the latest lines that may have to be dropped
	output    output
}

// judged is a line that is to be dropped, unless it turns out to be a piece of a sentence.
type judged struct {
	text.Span

	why *text.Change // nil: it is a piece of a sentence
}

// line decides about one line, trimmed; empty lines belong to the gaps. What is left of a line whose suffix was cut is
// judged again, so that a second run finds nothing more to do.
func (r *runner) line(s text.Span) error {
	kind := r.kindOf(s)
	if isWhole(kind) {
		r.settle(s.Of(r.in))
		r.output.keep(s)
		return nil
	}
	end := s.End
	var cut text.Change
	repeated := kind != text.ListItem && r.isDuplicate(s.Of(r.in))
	for !s.Empty() && !repeated {
		line := s.Of(r.in)
		if v := r.whole(line); r.acts(v) {
			r.wait(text.Span{Start: s.Start, End: end}, v)
			return nil
		}
		at, v := r.suffix(line)
		if at == 0 || !r.rules.On(v.Rule) {
			break
		}
		if err := r.pace.Step(len(line) - at); err != nil {
			return err
		}
		s.End, cut = text.Trim(r.in, text.Span{Start: s.Start, End: s.Start + at}).End, v
	}
	switch line := s.Of(r.in); {
	case line == "":
	case repeated, cut.Rule != "" && r.isDuplicate(line):
		r.wait(text.Span{Start: s.Start, End: end}, r.structural(Duplicate, duplicateConfidence, ""))
	default:
		r.settle(line)
		r.keep(s)
		if cut.Rule != "" {
			r.output.cut(text.Span{Start: s.End, End: end}, r.chain.Share(cut))
		}
	}
	return nil
}

// kindOf returns the kind of the block that a line of a text with known structure is in.
func (r *runner) kindOf(s text.Span) text.BlockKind {
	if r.kind == nil || s.Empty() {
		return 0
	}
	return r.kind(r.chain.ToSource(s))
}

// isWhole reports whether blocks of a kind are kept whole: half a quotation or table is of no use, and code is not prose.
func isWhole(kind text.BlockKind) bool {
	return kind == text.Table || kind == text.Code || kind == text.Quote || kind == text.Math
}

// structural returns the reason to drop a line for what it is made of, not for a phrase.
func (r *runner) structural(rule text.Rule, confidence float32, detail string) text.Change {
	return text.Change{Rule: rule, Detail: detail, Confidence: confidence, Threshold: r.threshold}
}

// keep keeps a line.
func (r *runner) keep(s text.Span) {
	r.output.keep(s)
	r.remember(s.Of(r.in))
}

// maxWaiting is how many lines wait at most for the next line to be kept: more do not interrupt a sentence.
const maxWaiting = 64

// wait puts off dropping a line until the next line to be kept is known.
func (r *runner) wait(s text.Span, why text.Change) {
	if len(r.waiting) == 2*maxWaiting {
		for _, w := range r.waiting[:maxWaiting] {
			r.output.drop(w.Span, w.why)
		}
		r.waiting = r.waiting[:copy(r.waiting, r.waiting[maxWaiting:])]
	}
	r.waiting = append(r.waiting, judged{s, r.chain.Share(why)})
}

// settle drops the waiting lines, now that the next line to be kept is known; none is empty. It keeps a line that
// breaks off and goes on in the next: it is a piece of a sentence that was broken at a link, whatever it says.
func (r *runner) settle(next string) {
	for i := len(r.waiting) - 1; i >= 0; i-- {
		if w := &r.waiting[i]; !interrupts(w.why.Rule) && breaksOff(w.Of(r.in)) && goesOn(next) {
			w.why = nil
			next = w.Of(r.in)
		}
	}
	for _, w := range r.waiting {
		if w.why == nil {
			r.keep(w.Span)
		} else {
			r.output.drop(w.Span, w.why)
		}
	}
	r.waiting = r.waiting[:0]
}

// interrupts reports whether what a rule finds may occur in the middle of a sentence without being a piece of it.
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
		return r.structural(Widget, galleryConfidence, "row of captions")
	case len(line) > maxPrompt || len(line) > maxLine && !r.beginsPrompt(line):
		return text.Change{}
	case isHash(line):
		return r.structural(Hash, hashLine, "")
	case isCue(line):
		return r.structural(Separator, separatorCue, "cue")
	}
	r.judge.read(line)
	if len(r.judge.words) == 0 && isSeparator(line) {
		return r.structural(Separator, separatorMarks, "marks")
	}
	v := r.judge.verdict()
	v.Threshold = r.threshold
	return v
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
		return at, text.Change{Rule: Hash, Confidence: hashSuffix, Threshold: suffixThreshold}
	}
	first, v := r.judge.suffix()
	if first == 0 {
		return 0, v
	}
	return len(strings.TrimRight(line[:offset+r.judge.begins(first)], " (")), v
}
