package extract

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// maxRightsLine is the longest line that is read as a copyright statement, in bytes.
const maxRightsLine = 300

// findRights reads the statements about rights in the clean text's lines and in dropped ones.
func (r *metadataReader) findRights() error {
	for l := range text.Lines(r.d.Clean) {
		if err := r.rightsIn(l.Of(r.d.Clean), func() Place { return placeOf(r.d, l) }); err != nil {
			return err
		}
	}
	for _, l := range r.d.Dropped {
		if err := r.rightsIn(l.Text, func() Place { return Place{Source: l.Source} }); err != nil {
			return err
		}
	}
	return nil
}

// rightsIn reads one line. Its place is looked up only where it says something, for that takes longer than reading a short line.
func (r *metadataReader) rightsIn(line string, place func() Place) error {
	if err := r.pace.Step(len(line) + wordWork); err != nil {
		return err
	}
	if statement, ok := readRights(line); ok {
		r.rights(statement, place())
	}
	reserved, err := r.reserves(line)
	if reserved {
		r.reservation(Reservation{Scheme: "text", Value: line, Reserved: true, Place: place()}, "text")
	}
	return err
}

func (r *metadataReader) rights(statement Rights, p Place) {
	statement.Place = p
	r.m.Rights = keep(r.m.Rights, statement, MaxRights, &r.omitted.Rights)
	r.evidence(Evidence{"rights", "text", statement.Text, p})
}

// readRights reads one line: the sign or the word, years, then the holder up to what is reserved.
func readRights(line string) (Rights, bool) {
	if len(line) > maxRightsLine {
		return Rights{}, false
	}
	rest, ok := afterClaim(line)
	if !ok {
		return Rights{}, false
	}
	r := Rights{Text: line}
	for len(rest) >= 4 && number(rest[:4]) >= 1000 {
		r.Years = append(r.Years, number(rest[:4]))
		rest = strings.TrimLeft(rest[4:], " ,-–\u00a0")
	}
	r.Holder = holder(strings.TrimPrefix(rest, "by "))
	return r, true
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

// holder cuts a line after the holder that it begins with.
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
