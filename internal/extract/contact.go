package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	return isAlphanumeric(b) || b == '.' || b == '_' || b == '-' || b == '+' || b == '%'
}

// maxAddress is the longest part of an e-mail address on either side, which also bounds the scan back.
const maxAddress = 254

// atSign reads the address or handle around the @ at i.
func atSign(s string, i int) (Contact, text.Span) {
	start := localStart(s, i)
	domain := cutSentence(domainAt(s, i+1))
	span := text.Span{Start: start, End: i + 1 + len(domain)}
	switch {
	case start < i && isMailDomain(domain) && s[i-1] != '.' && !inURL(s, start) && !isRemotePath(s, span.End):
		return Contact{Kind: Email, Value: strings.ReplaceAll(s[start:i+1], "’", "'") + strings.ToLower(domain)}, span
	case start == i && (i == 0 || s[i-1] == ' ' || s[i-1] == '(' || s[i-1] == '\n'):
		return handle(s, i, domain)
	}
	return Contact{}, text.Span{}
}

// cutSentence returns domain without the first word of the next sentence, which lacks its space: "example.org.Next".
func cutSentence(domain string) string {
	i := strings.LastIndexByte(domain, '.')
	if i < 0 || i+2 >= len(domain) || !isUpper(domain[i+1]) || strings.ToLower(domain[i+2:]) != domain[i+2:] {
		return domain
	}
	if before := domain[:i]; before == strings.ToLower(before) && knownDomain(before) {
		return before
	}
	return domain
}

func isUpper(b byte) bool { return 'A' <= b && b <= 'Z' }

// keywords are words after an @ that name nobody: rules of style sheets, notes in code.
var keywords = set(`media import charset font-face keyframes supports layer Override param return returns throws deprecated Nullable NotNull Test
	Autowired property staticmethod classmethod`)

// handle reads the name at a service ("@courier"), or at one of many servers ("@courier@social.example"), whose first @ is
// at i.
func handle(s string, i int, name string) (Contact, text.Span) {
	end := i + 1 + len(name)
	if len(name) > 1 && end < len(s) && s[end] == '@' {
		if host := domainAt(s, end+1); knownDomain(host) {
			end += 1 + len(host)
			return Contact{Kind: Handle, Value: s[i:end]}, text.Span{Start: i, End: end}
		}
	}
	isPackage := end+1 < len(s) && s[end] == '/' && isAlphanumeric(s[end+1]) // "@team/project"
	if len(name) <= 1 || strings.Contains(name, ".") || isPackage || keywords[name] {
		return Contact{}, text.Span{}
	}
	return Contact{Kind: Handle, Value: s[i:end]}, text.Span{Start: i, End: end}
}

// localStart returns where the part of an address before the @ at i begins; i if there is none. Letters of scripts with
// spaces belong to it (RFC 6531), and an apostrophe between letters.
func localStart(s string, i int) int {
	start := i
	for start > 0 && i-start < maxAddress {
		r, n := utf8.DecodeLastRuneInString(s[:start])
		switch {
		case r < utf8.RuneSelf && isAddress(s[start-1]):
		case r == '\'' || r == '’':
			before, _ := utf8.DecodeLastRuneInString(s[:start-n])
			if after, _ := utf8.DecodeRuneInString(s[start:]); !unicode.IsLetter(before) || !unicode.IsLetter(after) {
				n = 0
			}
		case r < utf8.RuneSelf || !inDomainScript(r):
			n = 0
		}
		if n == 0 {
			break
		}
		start -= n
	}
	return start + len(s[start:i]) - len(strings.TrimLeft(s[start:i], ".-%"))
}

// domainAt returns the domain that begins at i, without marks after it.
func domainAt(s string, i int) string {
	end := i
	for end < len(s) && end-i < maxAddress {
		r, n := utf8.DecodeRuneInString(s[end:])
		if r < utf8.RuneSelf && !isAddress(s[end]) || r >= utf8.RuneSelf && !inDomainScript(r) {
			break
		}
		end += n
	}
	return strings.TrimRight(s[i:end], ".-_+%")
}

// inDomainScript reports whether r, which is not ASCII, may stand in an address: a letter or mark of a script that separates
// words by spaces. In the others an address touches the sentence around it.
func inDomainScript(r rune) bool {
	return unicode.In(r, unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Mn)
}

// isMailDomain reports whether an address can end in domain. The names of pictures for sharp screens ("foo@2x.png") and of
// versions ("left-pad@1.3.0") look like addresses.
func isMailDomain(domain string) bool {
	if !knownDomain(domain) || strings.ContainsAny(domain, "_+%") || strings.Contains(domain, "..") || domain[0] == '-' || domain[0] == '.' {
		return false
	}
	labels := 0 // that are numbers
	for l := range strings.SplitSeq(domain, ".") {
		if strings.Trim(l, "0123456789") == "" {
			labels++
		}
	}
	scale, _, _ := strings.Cut(domain, ".")
	return labels < 2 && !(len(scale) == 2 && isDigit(scale[0]) && scale[1]|32 == 'x')
}

// inURL reports whether the address at start is the user, the path or the query of a web address.
func inURL(s string, start int) bool {
	before := s[max(0, start-maxAddress):start]
	return strings.Contains(before[strings.LastIndexAny(before, " \n\t")+1:], "://")
}

// isRemotePath reports whether a path follows an address that ends at end, as in "git@host.example:team/project".
func isRemotePath(s string, end int) bool {
	if end >= len(s) || s[end] != ':' {
		return false
	}
	path := s[end+1 : min(len(s), end+1+maxAddress)]
	if i := strings.IndexAny(path, " \n\t"); i >= 0 {
		path = path[:i]
	}
	return strings.Contains(path, "/")
}

// phoneMarks group the digits of a number: besides those of ASCII the no-break and narrow spaces, hyphens and the en dash.
const phoneMarks = " ()-./\u00a0\u2009\u202f\u2010\u2011\u2013"

// The shortest and the longest number that is looked for, in bytes, and how often its end is.
const (
	minPhone       = 8
	maxPhone       = 32
	maxNumberTries = 2
)

// phone reads the number with country code that begins at i.
func phone(s string, i int) (Contact, text.Span) {
	if i > 0 && isAlphanumeric(s[i-1]) {
		return Contact{}, text.Span{} // a sum, or part of a code
	}
	end := i + 1
	for end < len(s) && end-i < maxPhone {
		r, n := utf8.DecodeRuneInString(s[end:])
		if (r < '0' || r > '9') && !strings.ContainsRune(phoneMarks, r) {
			break
		}
		end += n
	}
	raw := strings.TrimRight(s[i:end], phoneMarks)
	if len(raw) < minPhone {
		return Contact{}, text.Span{}
	}
	for range maxNumberTries {
		n, err := phonenumbers.Parse(raw, "")
		if err == nil && phonenumbers.IsValidNumber(n) {
			return Contact{Kind: Phone, Value: phonenumbers.Format(n, phonenumbers.E164)}, text.Span{Start: i, End: i + len(raw)}
		}
		cut := strings.LastIndexAny(raw, "(/") // "+44 20 7946 0958 (9-17)"
		if cut < minPhone {
			break
		}
		raw = strings.TrimRight(raw[:cut], phoneMarks)
	}
	return Contact{}, text.Span{}
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
