package labelled

import (
	"html"
	"regexp"
	"strings"
	"unicode"
)

// headLines is how many lines of a gold are looked at for a headline, byline or date line.
const headLines = 6

// withoutHead drops the lines at the beginning of a gold that are a headline, a byline or a date line.
func withoutHead(gold string, headlines map[string]bool) string {
	lines := strings.Split(gold, "\n")
	n := 0
	for n < min(headLines, len(lines)-1) && (headlines[plain(lines[n])] || isByline(lines[n])) {
		n++
	}
	return strings.Join(lines[n:], "\n")
}

var (
	titleElement = regexp.MustCompile(`(?is)<(title|h1|h2)\b[^>]*>(.*?)</(?:title|h1|h2)`)
	anyTag       = regexp.MustCompile(`(?s)<[^>]*>`)
	separator    = regexp.MustCompile(`\s+[-–—|»:·]+\s+|\s*[|»]+\s*|: `)
)

// headlines returns what may be a page's headline: its title, the parts of it between separators, and its first headings.
func headlines(page, title string) map[string]bool {
	found := map[string]bool{}
	add := func(s string) {
		if s = plain(s); s != "" {
			found[s] = true
		}
	}
	add(title)
	for _, m := range titleElement.FindAllStringSubmatch(page, 12) {
		s := html.UnescapeString(anyTag.ReplaceAllString(m[2], " "))
		add(s)
		if !strings.EqualFold(m[1], "title") {
			continue
		}
		cuts := separator.FindAllStringIndex(s, -1)
		for _, c := range cuts {
			add(s[:c[0]])
			add(s[c[1]:])
		}
	}
	return found
}

// plain returns the letters and digits of a text, folded, with single spaces between words.
func plain(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }), " ")
}

// bylineWords is how many words a byline or date line has at most.
const bylineWords = 14

var (
	byStart = regexp.MustCompile(`(?i)^(by|von|par|por|di|door|av|posted|published|updated|last updated|written|from|story|author|created|submitted|filed|date)\b[\s:]`)
	aDate   = regexp.MustCompile(`(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?\.?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\b(?:19|20)\d\d[-/.年]\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)?\d\d\b|\b\d{1,2}:\d\d\b`)
)

// isByline reports whether a line looks like a byline or a date line: it is short, does not end as a sentence, and begins as a byline
// or holds a date.
func isByline(line string) bool {
	line = strings.TrimSpace(line)
	if len(strings.Fields(line)) > bylineWords || len(line) > 120 {
		return false
	}
	if byStart.MatchString(line) {
		return true
	}
	return aDate.MatchString(line) && !strings.HasSuffix(line, ".")
}
