package lines

import (
	"strings"
	"unicode"

	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	Copyright  text.Rule = "lines.copyright"
	Hash       text.Rule = "lines.hash"
	Contact    text.Rule = "lines.contact"
	Share      text.Rule = "lines.share"
	Cookies    text.Rule = "lines.cookies"
	Newsletter text.Rule = "lines.newsletter"
	More       text.Rule = "lines.more"
	Advert     text.Rule = "lines.advert"
	Comments   text.Rule = "lines.comments"
	Credit     text.Rule = "lines.credit"
	App        text.Rule = "lines.app"
	Separator  text.Rule = "lines.separator"
	Duplicate  text.Rule = "lines.duplicate"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: Copyright, Default: true, Description: "a line that claims rights; wrong in a text that lists such lines"},
	{ID: Hash, Default: true, Description: "a line that is one long hexadecimal id; wrong in lists of checksums"},
	{ID: Contact, Default: true, Description: "a short line that tells where to write to; wrong on a contact page"},
	{ID: Share, Default: true, Description: "buttons that share or follow; wrong where a short line calls for sharing"},
	{ID: Cookies, Default: true, Description: "consent and privacy notices addressed to the visitor"},
	{ID: Newsletter, Default: true, Description: "prompts to subscribe or register"},
	{ID: More, Default: true, Description: "pointers to other articles"},
	{ID: Advert, Default: true, Description: "markers of advertisements"},
	{ID: Comments, Default: true, Description: "counters of comments and prompts to log in to comment"},
	{ID: Credit, Default: true, Description: "a line that only credits a photographer or agency"},
	{ID: App, Default: true, Description: "prompts to install an app"},
	{ID: Separator, Default: true, Description: "a line of nothing but marks"},
	{ID: Duplicate, Default: true, Description: "a paragraph of 80 characters or more that stood before, word for word"},
}

// minDuplicate is the length in bytes from which a repeated paragraph is taken for a slip: shorter ones are
// refrains, answers in dialogues and table cells.
const minDuplicate = 80

// judge says which rule a line falls under and how sure that is; no rule if it is the text's own.
func (r *runner) judge(line string) text.Change {
	if len(line) > maxLine {
		return r.judgeDuplicate(line)
	}
	switch {
	case isHash(line):
		return text.Change{Rule: Hash, Confidence: .99}
	case isSeparator(line):
		return text.Change{Rule: Separator, Confidence: .95}
	}
	words := len(strings.Fields(line))
	if words > maxWords {
		return r.judgeDuplicate(line)
	}
	lower := strings.ToLower(line)
	if c := copyright(line, lower, words); c > 0 {
		return text.Change{Rule: Copyright, Confidence: c}
	}
	if c := contact(lower, words); c > 0 {
		return text.Change{Rule: Contact, Confidence: c}
	}
	if best := r.bestPhrase(lower, words); best.Rule != "" {
		return best
	}
	return r.judgeDuplicate(line)
}

// bestPhrase returns the surest of the phrases that a line says, of the rules that are on.
func (r *runner) bestPhrase(lower string, words int) text.Change {
	var best text.Change
	for _, p := range phrases {
		if p.confidence > best.Confidence && p.matches(lower, words) && r.rules.On(p.rule) {
			best = text.Change{Rule: p.rule, Confidence: p.confidence}
		}
	}
	return best
}

const (
	// maxLine is the length in bytes beyond which a line is prose whatever it says.
	maxLine = 600

	// maxWords is the same in words.
	maxWords = 60
)

func (r *runner) judgeDuplicate(line string) text.Change {
	if len(line) < minDuplicate {
		return text.Change{}
	}
	if r.seen[line] {
		return text.Change{Rule: Duplicate, Confidence: .97}
	}
	r.seen[line] = true
	return text.Change{}
}

// isHash reports whether a line is a single hexadecimal id of at least 128 bits.
func isHash(line string) bool {
	if len(line) < 32 || len(line) > 128 {
		return false
	}
	digits := 0
	for i := range len(line) {
		switch c := line[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c|0x20 && c|0x20 <= 'f':
		default:
			return false
		}
	}
	return digits > 0
}

// isSeparator reports whether a line is three or more marks and nothing else. Three asterisks part the scenes
// of a story, but say nothing either.
func isSeparator(line string) bool {
	marks := 0
	for _, c := range line {
		switch {
		case strings.ContainsRune("-_=*~•·.#—–|+", c):
			marks++
		case c != ' ':
			return false
		}
	}
	return marks >= 3 && !strings.HasPrefix(line, "|") && strings.Trim(line, ". ") != ""
}

// copyright judges a rights line: it opens with the claim, or is short and has both claim and reservation. A longer line
// that ends with them is prose to which a rights line is glued; suffix cuts that off.
func copyright(line, lower string, words int) float32 {
	if words > 40 {
		return 0
	}
	opens := strings.HasPrefix(lower, "copyright ") || strings.HasPrefix(lower, "©") || strings.HasPrefix(lower, "(c) ") ||
		strings.HasPrefix(lower, "copyright©")
	claim := strings.Contains(lower, "copyright") || strings.Contains(line, "©") || strings.Contains(lower, "(c) ")
	reserved := strings.Contains(lower, "all rights reserved") || strings.Contains(lower, "alle rechte vorbehalten") ||
		strings.Contains(lower, "tous droits réservés") || strings.Contains(lower, "may not be reproduced") ||
		strings.Contains(lower, "may not be published, broadcast")
	year := hasYear(line)
	switch {
	case reserved && (opens || words <= 12 && (claim || year || words <= 8)):
		return .99
	case opens && year && words <= 16:
		return .97
	case opens && words <= 8 && strings.Contains(lower, "©"):
		return .9
	case claim && year && words <= 8 && !strings.HasSuffix(line, "."):
		return .8
	default:
		return 0
	}
}

// hasYear reports whether line names a year from 1900 to 2099.
func hasYear(line string) bool {
	for i := 0; i+4 <= len(line); i++ {
		if (line[i:i+2] == "19" || line[i:i+2] == "20") && isDigit(line[i+2]) && isDigit(line[i+3]) &&
			(i == 0 || !isDigit(line[i-1])) && (i+4 == len(line) || !isDigit(line[i+4])) {
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// contact judges a short line that says where to write to: it has an address and little else.
func contact(lower string, words int) float32 {
	protected := strings.Contains(lower, "[email protected]") || strings.Contains(lower, "[email\u00a0protected]")
	address := protected || hasAddress(lower)
	if !address || words > 16 || strings.ContainsAny(lower, "=(){}<>") {
		return 0
	}
	for _, opening := range contactOpenings {
		if strings.HasPrefix(lower, opening) {
			return .97
		}
	}
	switch {
	case protected && words <= 10:
		return .93
	case words <= 3:
		return .9
	default:
		return 0
	}
}

var contactOpenings = []string{
	"write to ", "email ", "e-mail ", "contact ", "reach ", "send tips to ", "follow ", "got a tip", "have a tip",
	"questions? ", "for more information", "to contact ", "message ", "tips: ", "press contact",
}

// hasAddress reports whether a word of the line is an e-mail address.
func hasAddress(lower string) bool {
	for w := range strings.FieldsSeq(lower) {
		at := strings.IndexByte(w, '@')
		if at > 0 && strings.IndexByte(w[at:], '.') > 1 {
			return true
		}
	}
	return false
}

// suffix finds boilerplate that is glued to the end of a line of prose, behind the end of a sentence, and
// returns where it begins: at the leftmost place from which on the line is boilerplate.
func suffix(line string) (int, text.Change) {
	cut, why := 0, text.Change{}
	for at := len(line) - 1; at > 0 && len(line)-at <= maxSuffix; at-- {
		if line[at] != ' ' || !endsSentence(line[:at]) {
			continue
		}
		if c := glued(line[at+1:]); c.Rule != "" {
			cut, why = at+1, c
		}
	}
	return cut, why
}

// glued judges the end of a line by what is sure even there.
func glued(rest string) text.Change {
	lower := strings.ToLower(rest)
	words := len(strings.Fields(rest))
	switch {
	case isHash(rest):
		return text.Change{Rule: Hash, Confidence: .97}
	case copyright(rest, lower, words) >= .97:
		return text.Change{Rule: Copyright, Confidence: .95}
	}
	for _, p := range phrases {
		if p.glued && p.matches(lower, words) {
			return text.Change{Rule: p.rule, Confidence: p.confidence}
		}
	}
	return text.Change{}
}

// maxSuffix is how far from the end of a line a glued suffix may begin, in bytes.
const maxSuffix = 160

func endsSentence(s string) bool {
	s = strings.TrimRightFunc(s, func(c rune) bool { return unicode.In(c, unicode.Pf, unicode.Pe) || c == '"' })
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}
