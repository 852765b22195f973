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

// addressee is the name before a contact: "Write to NAME at", "contact NAME at", on the same line.
func addressee(before string) string {
	before = strings.TrimSuffix(strings.TrimRight(before[max(0, len(before)-120):], " "), " at")
	line := before[strings.LastIndexByte(before, '\n')+1:]
	for _, cue := range [...]string{" to ", "ontact "} {
		if i := strings.LastIndex(line, cue); i >= 0 && fullName(line[i+len(cue):]) {
			return line[i+len(cue):]
		}
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
