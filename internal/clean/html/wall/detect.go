package wall

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// kindCount is more than the greatest kind.
const kindCount = text.PageEmpty + 1

// detector looks at one page.
type detector struct {
	t     *dom.Tree
	parts []dom.Part
	lines []line

	points   [kindCount]int
	loose    [kindCount]int // points of combinations
	best     [kindCount]int // the most points that one sign gave
	evidence [kindCount][]text.PageEvidence
	seen     map[string]bool // phrases that were counted
	scripts  bool            // the page has scripts
	pictures bool
	closed   bool // JSON-LD says that the content is not free

	pace *text.Pace
	err  error // that of the context, once it ended
}

// Detect returns what kind of wall a page is, with the evidence, strongest first. Its Kind is text.PageUnknown if it is none.
// Parts is the choice of content; of a paywall, the lines that ask to pay are taken out of it. The error is ctx.Err() if ctx
// ended first.
func Detect(ctx context.Context, t *dom.Tree, parts []dom.Part) (text.Page, error) {
	d := detector{t: t, parts: parts, seen: map[string]bool{}, pace: text.NewPace(ctx)}
	d.readLines()
	d.readMarkup()
	d.readTitle()
	d.readPhrases()
	page := d.decide()
	if d.err == nil {
		d.err = ctx.Err()
	}
	if d.err != nil {
		return text.Page{}, d.err
	}
	return page, nil
}

func (d *detector) stop(n int) bool {
	if d.err == nil {
		d.err = d.pace.Step(n)
	}
	return d.err != nil
}

// maxEvidence is how many signs of a kind are returned, maxEvidenceText the length of the text of one in bytes.
const (
	maxEvidence     = 16
	maxEvidenceText = 256
)

// add counts a sign.
func (d *detector) add(kind text.PageKind, points int, rule text.Rule, s text.Span) {
	d.points[kind] += points
	d.note(kind, points, rule, s)
}

// note keeps a sign as evidence.
func (d *detector) note(kind text.PageKind, points int, rule text.Rule, s text.Span) {
	e := text.PageEvidence{Rule: rule, Text: firstRunes(s.Of(d.t.Page), maxEvidenceText), Source: s}
	switch list := d.evidence[kind]; {
	case points > d.best[kind]:
		d.best[kind] = points
		d.evidence[kind] = append([]text.PageEvidence{e}, list[:min(len(list), maxEvidence-1)]...)
	case len(list) < maxEvidence:
		d.evidence[kind] = append(list, e)
	}
}

// readTitle looks for phrases in the title element, part by part.
func (d *detector) readTitle() {
	s := d.t.Title
	if s.Empty() {
		return
	}
	title := plain(firstRunes(s.Of(d.t.Page), maxSaid))
	for part := range strings.FieldsFuncSeq(titleParts.Replace(title), func(r rune) bool { return r == '|' }) {
		part = strings.TrimSpace(part)
		phrases.find(part, func(p *phrase) {
			key := "title of " + strconv.Itoa(int(p.kind))
			switch {
			case d.seen[key] || !p.strong && isNumbered(part):
				return
			case p.strong && len(part) <= len(p.text)+spare:
				d.add(p.kind, 3, inTitle, s)
			case len(part) <= len(p.text)+spare/2:
				d.add(p.kind, 2, inTitle, s)
			default:
				return
			}
			d.seen[key] = true
		})
	}
}

// spare is how many bytes a title or heading may have besides a phrase to be that phrase: others are about it.
const spare = 16

// titleParts replaces what separates the parts of a title by bars.
var titleParts = strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", " · ", "|", " : ", "|", "｜", "|", "_", "|")

// readPhrases looks for phrases in the lines of the page.
func (d *detector) readPhrases() {
	for i := range d.lines[:min(len(d.lines), maxLines)] {
		l := &d.lines[i]
		if l.words > 80 || d.stop(256) {
			continue
		}
		said := d.said(l)
		counted := uint64(0) // kinds of which the line has a strong phrase
		phrases.find(said, func(p *phrase) {
			d.phrase(l, i, said, p)
			if p.strong {
				counted |= 1 << p.kind
			}
		})
		if l.words <= maxCombined {
			d.combine(l, i, combined(said)&^counted, isNumbered(said))
		}
	}
}

const (
	// maxCombined is how many words a line has at most in which combinations are looked for.
	maxCombined = 40

	// maxLoose is how many points combinations give.
	maxLoose = 5
)

// mostDirect is how many words a line has at most that says only what the page is: longer ones are sentences about it.
const mostDirect = 24

// isLong reports whether a line is too long for one that says only what a wall of a kind says. Requests for consent are.
func isLong(l *line, kind text.PageKind) bool {
	return l.words > mostDirect && kind != text.PageConsent
}

// combine counts the combinations of line i, by the bits of their kinds. A line with a number is about something else than the page.
func (d *detector) combine(l *line, i int, kinds uint64, numbered bool) {
	if kinds == 0 || l.in&around != 0 || l.in&dom.Header != 0 && l.level == 0 {
		return
	}
	l.phrased = true
	rule, points := inText, 2
	if (isTitleLevel(l) || i == 0) && l.words <= mostSaid {
		rule, points = inHeading, 3
	}
	for kind := text.PageBotCheck; kind < kindCount; kind++ {
		if isLong(l, kind) || kind == text.PageError && numbered {
			continue
		}
		if kinds>>kind&1 != 0 && d.loose[kind]+points <= maxLoose {
			d.loose[kind] += points
			d.note(kind, points, rule, d.spanOf(l))
		}
	}
}

// phrase counts a phrase of line i.
func (d *detector) phrase(l *line, i int, said string, p *phrase) {
	if l.in&around != 0 || l.in&dom.Header != 0 && l.level == 0 {
		return
	}
	l.phrased = l.phrased || p.strong
	if d.seen[p.text] || !p.strong && (len(said) > len(p.text)+30 || isNumbered(said)) {
		return
	}
	d.seen[p.text] = true
	rule, points := inText, 2
	key := "heading of " + strconv.Itoa(int(p.kind))
	switch {
	case (isTitleLevel(l) || i == 0) && len(said) <= len(p.text)+2*spare && !d.seen[key]:
		rule, points = inHeading, 3
		d.seen[key] = true
	case l.in&dom.Control != 0 && l.linked == l.words:
		rule, points = inControl, 1
	}
	if !p.strong || isLong(l, p.kind) {
		points--
	}
	if points > 0 {
		d.add(p.kind, points, rule, d.spanOf(l))
	}
}

// amounts are the words of the page by what they are.
type amounts struct {
	prose    int // in lines of prose that say nothing of a wall
	rest     int // in all lines that say nothing of a wall, outside navigation or chosen as content
	all      int // in all lines, without those for readers without scripts
	fallback int // in lines for readers without scripts
}

// mostSaid is how many words a wall says in one line; more are prose.
const mostSaid = 20

func (d *detector) amounts() amounts {
	var a amounts
	for i := range d.lines {
		l := &d.lines[i]
		if l.in&dom.Fallback == 0 {
			a.all += l.words
		} else {
			a.fallback += l.words
		}
		if l.phrased {
			a.prose += max(l.words-mostSaid, 0)
			continue
		}
		if l.in&dom.Dialog != 0 || l.in&(around|dom.Fallback) != 0 && !l.kept {
			continue
		}
		a.rest += l.words
		if l.words-l.linked >= proseWords {
			a.prose += l.words - l.linked
		}
	}
	return a
}

// emptyWords is how many words a page without content has at most, besides its title, and emptyFallback how many for readers
// without scripts: forums show those all that was written.
const (
	emptyWords    = 4
	emptyFallback = 40
)

// fewProse is how many words of prose a wall has at most that says what it is in words of its own.
const fewProse = 10

// fewWords is how many words besides a page has that says nothing else.
const fewWords = 20

// decide weighs the signs.
func (d *detector) decide() text.Page {
	if page, ok := d.paywall(); ok {
		return page
	}
	a := d.amounts()
	if a.all <= emptyWords && a.fallback <= emptyFallback && d.scripts && !d.pictures {
		for i := range d.lines {
			d.add(text.PageEmpty, 1, byNothing, d.spanOf(&d.lines[i]))
		}
		if len(d.lines) == 0 {
			d.evidence[text.PageEmpty] = []text.PageEvidence{{Rule: byNothing}}
		}
		return text.Page{Kind: text.PageEmpty, Confidence: sure, Evidence: d.evidence[text.PageEmpty]}
	}
	kinds := []text.PageKind{text.PageBotCheck, text.PageError, text.PageLogIn, text.PageConsent, text.PageParked, text.PagePaywall}
	points := func(kind text.PageKind) int { return d.points[kind] + d.loose[kind] }
	kind := slices.MaxFunc(kinds, func(a, b text.PageKind) int { return cmp.Compare(points(a), points(b)) })
	margin := points(kind) - needed(a, kind)
	if d.points[kind] == 0 && a.prose > fewProse {
		margin-- // what a wall says in words of its own, it says alone
	}
	if points(kind) > 1 && (kind != text.PageLogIn || points(kind) > passwordPoints) && a.prose == 0 && a.rest <= fewWords && a.fallback <= emptyFallback && !d.t.Title.Empty() {
		margin++ // the page says nothing else
	}
	if kind == text.PageLogIn && d.best[kind] < 3 && !d.seen[passwordField] {
		return text.Page{}
	}
	if margin < 0 {
		return text.Page{}
	}
	return text.Page{Kind: kind, Confidence: confidence(margin), Evidence: d.evidence[kind]}
}

// sure is the confidence in what leaves little doubt.
const sure = .97

// confidence returns that of a decision by how many points it was above the least.
func confidence(margin int) float32 {
	return [...]float32{.9, .93, .95, .96, sure}[min(margin, 4)]
}

// never is more points than any page has.
const never = 1 << 20

// needed returns how many points make a page a wall. The more it has to say besides, the less it is one. Nearly all pages
// ask for consent: only those that say nothing else are walls of that kind.
func needed(a amounts, kind text.PageKind) int {
	var least int
	switch {
	case a.prose <= 15 && a.rest <= 40:
		least = 3
	case kind == text.PageConsent:
		return never
	case a.prose <= 25:
		least = 3
	case kind == text.PageLogIn:
		return never // a field for members beside what the page is for
	case a.prose <= 60:
		least = 4
	case a.prose <= 120 && kind == text.PageError:
		least = 6
	default:
		return never
	}
	switch {
	case a.rest > 600:
		return never
	case a.rest > 250:
		least += 3
	case a.rest > 100:
		least++
	}
	return least
}
