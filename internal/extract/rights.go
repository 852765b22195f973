package extract

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// findRights reads the copyright statements of the clean text's lines and of dropped ones.
func (m *Metadata) findRights(d *text.Document) {
	for l := range text.Lines(d.Clean) {
		m.right(l.Of(d.Clean), placeOf(d, l))
	}
	for _, l := range d.Dropped {
		m.right(l.Text, Place{Source: l.Source})
	}
}

// right reads one line: the sign or the word, years, then the holder up to what is reserved.
func (m *Metadata) right(line string, p Place) {
	rest, ok := afterClaim(line)
	if !ok || len(line) > 300 {
		return
	}
	r := Rights{Text: line, Place: p}
	for len(rest) >= 4 && number(rest[:4]) >= 1000 {
		r.Years = append(r.Years, number(rest[:4]))
		rest = strings.TrimLeft(rest[4:], " ,-–\u00a0")
	}
	r.Holder = holder(strings.TrimPrefix(rest, "by "))
	m.Rights = append(m.Rights, r)
	m.Evidence = append(m.Evidence, Evidence{"rights", "text", line, p})
}

// afterClaim returns what follows "©", "© Copyright", "Copyright (c)" or "Copyright" and a year, and whether there is
// such a claim. The word alone is none: prose speaks of copyright.
func afterClaim(line string) (string, bool) {
	const blank = " :\u00a0"
	if _, after, ok := strings.Cut(line, "©"); ok {
		after = strings.TrimLeft(after, blank)
		if len(after) > 9 && strings.EqualFold(after[:9], "copyright") {
			after = strings.TrimLeft(after[9:], blank)
		}
		return after, true
	}
	word, after, _ := strings.Cut(line, " ")
	after = strings.TrimLeft(after, blank)
	after = strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(after, "(c)"), "(C)"), blank)
	isWord := strings.EqualFold(word, "copyright") || strings.EqualFold(word, "(c)")
	return after, isWord && len(after) >= 4 && number(after[:4]) >= 1000
}

// endOfHolder are what may follow the holder of rights, in lower case.
var endOfHolder = [...]string{"all rights", "alle rechte", "tous droits", "todos los", "todos os", "tutti i", "this material", "click here", "visit our", "distributed by", " · ", " | ", " ∙ "}

// holder cuts a line behind the holder that it begins with.
func holder(s string) string {
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		lower = s // the case of some letters has another length
	}
	for _, end := range endOfHolder {
		if i := strings.Index(lower, end); i >= 0 {
			s, lower = s[:i], lower[:i]
		}
	}
	s = strings.Trim(s, " ,;-\u00a0")
	for _, short := range [...]string{"Inc.", "Ltd.", "Co.", "Corp.", "L.L.C.", "L.P.", "S.A.", "e.V."} {
		if strings.HasSuffix(s, short) {
			return s
		}
	}
	return strings.TrimSuffix(s, ".")
}
