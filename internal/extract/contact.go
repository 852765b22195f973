package extract

import (
	"strings"

	"github.com/nyaruka/phonenumbers"

	"github.com/copydesk/copydesk/internal/text"
)

// ContactKind is a way to reach somebody.
type ContactKind int

// The ways.
const (
	Email ContactKind = iota + 1
	Phone
	Handle
)

// Contact is one way to reach somebody.
type Contact struct {
	Kind ContactKind

	// Value is the standard form; empty where the text hides it.
	Value string

	// Text is the contact as written.
	Text string

	// Name is whom it reaches, or empty.
	Name  string
	Place Place
}

// hidden are the ways in which an address protection script writes an address.
var hidden = [...]string{"[email\u00a0protected]", "[email protected]"}

// findContacts returns the contacts of the clean text, then those of dropped lines.
func findContacts(d *text.Document) []Contact {
	var out []Contact
	scanContacts(d.Clean, func(c Contact, s text.Span) {
		c.Place = placeOf(d, s)
		out = append(out, c)
	})
	for _, l := range d.Dropped {
		scanContacts(l.Text, func(c Contact, s text.Span) {
			c.Place = placeIn(d, l, s)
			out = append(out, c)
		})
	}
	return out
}

// scanContacts reports each contact of s in order.
func scanContacts(s string, found func(Contact, text.Span)) {
	for i := 0; i < len(s); i++ {
		c, span := Contact{}, text.Span{}
		switch s[i] {
		case '[':
			for _, h := range hidden {
				if strings.HasPrefix(s[i:], h) {
					c, span = Contact{Kind: Email}, text.Span{Start: i, End: i + len(h)}
				}
			}
		case '@':
			c, span = atSign(s, i)
		case '+':
			c, span = phone(s, i)
		}
		if c.Kind != 0 {
			c.Text, c.Name = span.Of(s), addressee(s[:span.Start])
			found(c, span)
			i = span.End - 1
		}
	}
}

func isAddress(b byte) bool {
	return b|32 >= 'a' && b|32 <= 'z' || b >= '0' && b <= '9' || b == '.' || b == '_' || b == '-' || b == '+' || b == '%'
}

// maxAddress is the longest part of an e-mail address on either side, which also bounds the scan back.
const maxAddress = 254

// atSign reads the address or handle around the @ at i.
func atSign(s string, i int) (Contact, text.Span) {
	start, end := i, i+1
	for start > 0 && i-start < maxAddress && isAddress(s[start-1]) {
		start--
	}
	for end < len(s) && end-i < maxAddress && isAddress(s[end]) {
		end++
	}
	domain := strings.TrimRight(s[i+1:end], ".-_+%")
	span := text.Span{Start: start, End: i + 1 + len(domain)}
	switch dot := strings.LastIndexByte(domain, '.'); {
	case start < i && dot > 0 && len(domain)-dot > 2:
		return Contact{Kind: Email, Value: s[start:i+1] + strings.ToLower(domain)}, span
	case start == i && len(domain) > 1 && dot < 0 && (i == 0 || s[i-1] == ' ' || s[i-1] == '(' || s[i-1] == '\n'):
		return Contact{Kind: Handle, Value: "@" + domain}, span
	}
	return Contact{}, text.Span{}
}

// phone reads the number with country code that begins at i.
func phone(s string, i int) (Contact, text.Span) {
	end := i + 1
	for end < len(s) && end-i < 24 && (s[end] >= '0' && s[end] <= '9' || strings.IndexByte(" ()-./", s[end]) >= 0) {
		end++
	}
	raw := strings.TrimRight(s[i:end], " ()-./")
	if len(raw) < 8 {
		return Contact{}, text.Span{}
	}
	n, err := phonenumbers.Parse(raw, "")
	if err != nil || !phonenumbers.IsValidNumber(n) {
		return Contact{}, text.Span{}
	}
	return Contact{Kind: Phone, Value: phonenumbers.Format(n, phonenumbers.E164)}, text.Span{Start: i, End: i + len(raw)}
}

// addressee is the name before a contact, on the same line: "Write to NAME at", "Follow NAME on Twitter", "NAME can be
// reached at".
func addressee(before string) string {
	before = before[max(0, len(before)-120):]
	line := strings.TrimRight(before[strings.LastIndexByte(before, '\n')+1:], " (:,")
	for cut := true; cut; {
		line, cut = cutLink(line)
	}
	for _, reached := range [...]string{" can be reached", " may be reached", " can be contacted"} {
		if name, ok := strings.CutSuffix(line, reached); ok {
			return nameAtEnd(name)
		}
	}
	for _, cue := range [...]string{" to ", "ontact ", "mail ", "ollow ", "Ask ", "each "} {
		if i := strings.LastIndex(line, cue); i >= 0 && fullName(line[i+len(cue):]) {
			return line[i+len(cue):]
		}
	}
	return ""
}

// cutLink takes one of the words between a name and an address off the end of line.
func cutLink(line string) (string, bool) {
	for _, w := range [...]string{" at", " on", " via", " by", " email", " e-mail", " Twitter", " Instagram", " Facebook"} {
		if rest, ok := strings.CutSuffix(line, w); ok {
			return strings.TrimRight(rest, " (:,"), true
		}
	}
	return line, false
}

// nameAtEnd is the name that a sentence begins with, if s holds nothing else of it.
func nameAtEnd(s string) string {
	if i := strings.LastIndex(s, ". "); i >= 0 {
		s = s[i+2:]
	}
	if s = strings.TrimLeft(s, "•⦁*–— "); fullName(s) {
		return s
	}
	return ""
}

// fullName reports whether s is two to four words with capitals.
func fullName(s string) bool {
	words := strings.Fields(s)
	for _, w := range words {
		if !capital(w) || honorifics[w] {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4 && !strings.ContainsAny(s, ",;:@")
}
