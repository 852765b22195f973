package extract

import (
	"strings"

	"github.com/nyaruka/phonenumbers"

	"github.com/copydesk/copydesk/internal/extract/gazetteer"
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

// findContacts lists the contacts of the clean text, then those of dropped lines.
func (x *extraction) findContacts() error {
	list := func(c Contact) {
		x.facts.Contacts = keep(x.facts.Contacts, c, MaxContacts, &x.facts.Omitted.Contacts)
	}
	err := scanContacts(x.pace, x.d.Clean, func(c Contact, s text.Span) {
		c.Place = placeOf(x.d, s)
		list(c)
	})
	for _, l := range x.d.Dropped {
		if err == nil {
			err = scanContacts(x.pace, l.Text, func(c Contact, s text.Span) {
				c.Place = placeIn(x.d, l, s)
				list(c)
			})
		}
	}
	return err
}

// contactWork is what one contact counts in the bytes of text.Pace: a telephone number takes some microseconds to check.
const contactWork = 1024

// scanContacts calls found for each contact of s, in order.
func scanContacts(pace *text.Pace, s string, found func(Contact, text.Span)) error {
	for i := 0; ; i++ {
		next := strings.IndexAny(s[i:min(len(s), i+maxStretch)], "[@+")
		if next < 0 {
			if i += maxStretch; i >= len(s) {
				return pace.Step(len(s) % maxStretch)
			}
			if err := pace.Step(maxStretch); err != nil {
				return err
			}
			i--
			continue
		}
		if err := pace.Step(next + contactWork); err != nil {
			return err
		}
		i += next
		if c, span := contactAt(s, i); c.Kind != 0 {
			c.Text, c.Name = span.Of(s), addressee(s[:span.Start])
			found(c, span)
			i = span.End - 1
		}
	}
}

// maxStretch is how many bytes are searched between two looks at the deadline.
const maxStretch = 32 << 10

// contactAt reads the contact that the mark at i belongs to; its kind is 0 if there is none.
func contactAt(s string, i int) (Contact, text.Span) {
	switch s[i] {
	case '[':
		for _, h := range hidden {
			if strings.HasPrefix(s[i:], h) {
				return Contact{Kind: Email}, text.Span{Start: i, End: i + len(h)}
			}
		}
	case '@':
		return atSign(s, i)
	case '+':
		return phone(s, i)
	}
	return Contact{}, text.Span{}
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
		if !capital(w) || gazetteer.Look(w).Has(gazetteer.Title) {
			return false
		}
	}
	return len(words) >= 2 && len(words) <= 4 && !strings.ContainsAny(s, ",;:@")
}
