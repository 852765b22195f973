package nemo

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// filler makes a whole text boilerplate.
const filler = "lorem ipsum"

// policyStrings are the strings of a site's policies (utils/constants.py), in lower case. Two more of that list contain one of
// these.
var policyStrings = []string{
	"terms of use",
	"privacy policy",
	"cookie policy",
	"uses cookies",
	"privacy overview",
	"use of cookies",
	"use cookies",
	"privacy & cookies policy",
	"privacy and cookies policy",
	"necessary cookies are absolutely essential for the website to function properly. this category only includes cookies that ensures basic functionalities and security features of the website. these cookies do not store any personal information.",
	"any cookies that may not be particularly necessary for the website to function and is used specifically to collect user personal data via analytics, ads, other embedded contents are termed as non-necessary cookies. it is mandatory to procure user consent prior to running these cookies on your website.",
	"if you continue to browse this site without changing your cookie settings, you agree to this use. acceptread more",
}

// Every one of these strings has a word that ends in an anchor, or one that starts with anchorStart.
const anchorStart = "cookies"

// anchorEnding returns the anchor that ends in c or its capital, or "".
func anchorEnding(c byte) string {
	switch c | 0x20 {
	case 's':
		return "terms"
	case 'y':
		return "privacy"
	case 'e':
		return "cookie"
	case 'm':
		return "lorem"
	default:
		return ""
	}
}

// minAnchor is the length of the shortest.
const minAnchor = 5

// kelvin is the one character beyond ASCII that becomes an ASCII letter of the strings in lower case: a k.
const kelvin = '\u212a'

// eachBoilerplate calls do with the paragraphs that contain a policy string or the filler, and whether it is the filler.
func eachBoilerplate(t *pytext.Text, do func(paragraph text.Span, isFiller bool)) {
	w := t.Words()
	if !anyAnchor(w) {
		return
	}
	next := 0 // the first word that is not in an earlier paragraph
	for p := range t.Separated("\n\n") {
		found := false
		for ; next < w.Len() && int(w.Starts[next]) < p.End; next++ {
			found = found || isAnchor(w, w.IDs[next])
			t.Tick(2)
		}
		if !found {
			continue
		}
		lowered := lower(p.Of(t.S))
		if filled := strings.Contains(lowered, filler); filled || hasPolicy(lowered) {
			do(p, filled)
		}
	}
}

func anyAnchor(w *pytext.Words) bool {
	for id := range w.All() {
		if isAnchor(w, id) {
			return true
		}
	}
	return false
}

// isAnchor reports whether words of type id can be such a word.
func isAnchor(w *pytext.Words, id uint32) bool {
	if w.Lengths[id] < minAnchor {
		return false
	}
	word := w.Type(id)
	if len(word) != int(w.Lengths[id]) && strings.ContainsRune(word, kelvin) {
		return true
	}
	if word[0]|0x20 == anchorStart[0] && len(word) >= len(anchorStart) && strings.EqualFold(word[:len(anchorStart)], anchorStart) {
		return true
	}
	a := anchorEnding(word[len(word)-1])
	n := len(word) - len(a)
	return a != "" && n >= 0 && word[n]|0x20 == a[0] && strings.EqualFold(word[n:], a)
}

// lower returns s in lower case, as far as that matters to the strings.
func lower(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r | 0x20
		case r == kelvin:
			return 'k'
		default:
			return r
		}
	}, s)
}

func hasPolicy(paragraph string) bool {
	for _, p := range policyStrings {
		if strings.Contains(paragraph, p) {
			return true
		}
	}
	return false
}
