package nemo

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// filler is what makes boilerplate of a whole text.
const filler = "lorem ipsum"

// policyStrings are those of a site's policies (utils/constants.py), in lower case. Two more of its list contain one of
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

// Of these strings one can only stand where a word ends in an anchor, or starts with anchorStart.
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

// boilerplate returns the paragraphs that contain a policy string or the filler, the first most of them, and whether one
// contains the filler.
func boilerplate(t *pytext.Text, paragraphs []text.Span, most int) (found []text.Span, filled bool) {
	w := t.Words()
	if !anyAnchor(w) {
		return nil, false
	}
	next := 0
	for i := 0; i < w.Len() && len(found) < most; i++ {
		at := int(w.Starts[i])
		for next < len(paragraphs) && paragraphs[next].End <= at {
			next++
		}
		if next == len(paragraphs) {
			break
		}
		if paragraphs[next].Start > at || !isAnchor(w, w.IDs[i]) {
			continue
		}
		p := lower(paragraphs[next].Of(t.S))
		filledHere := strings.Contains(p, filler)
		if filled = filled || filledHere; filledHere || hasPolicy(p) {
			found = append(found, paragraphs[next])
		}
		next++
	}
	return found, filled
}

func anyAnchor(w *pytext.Words) bool {
	for id := range w.Counts {
		if isAnchor(w, uint32(id)) {
			return true
		}
	}
	return false
}

// isAnchor reports whether a string can have one of its words in words of type id.
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

// lower returns s in lower case, as far as it makes a difference to the strings.
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
