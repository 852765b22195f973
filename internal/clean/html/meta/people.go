package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/html/meta/dates"
)

// people returns the names that a byline holds, as written.
func people(v string) []string {
	if isAddress(v) || strings.HasPrefix(v, "@") {
		return nil
	}
	for range 3 {
		rest, ok := afterBy(v)
		if v = rest; !ok {
			break
		}
	}
	if i := strings.IndexAny(v, "|•·\n\t"); i >= 0 {
		v = v[:i]
	}
	if _, at, ok := dates.Find(v, dates.DayFirst); ok {
		v = strings.TrimRight(v[:at.Start], " ,-–—(")
	}
	for _, end := range tails {
		if i := indexFold(v, end); i > 0 {
			v = v[:i]
		}
	}
	var names []string
	for _, one := range splitNames(v) {
		if one = strings.Trim(one, " ,;:.-–—/*\"“”"); isName(one) {
			names = append(names, one)
		}
	}
	return names
}

// tails are what follows a name in a byline, in lower case: the time, the place, the role.
var tails = [...]string{" on ", " am ", " posted", " published", " updated", " in ", " view all posts", " for ", " vom ", " um ", " at ", "(at)", " follow", " is a ", " ist "}

// indexFold returns where sub, in lower case, begins in v; -1 if it does not. Only ASCII letters fold.
func indexFold(v, sub string) int {
	for i := 0; i+len(sub) <= len(v); i++ {
		if hasPrefixFold(v[i:], sub) {
			return i
		}
	}
	return -1
}

// splitNames cuts an enumeration of names.
func splitNames(v string) []string {
	for _, and := range [...]string{" and ", " und ", " & ", " et ", " y ", " e ", " en ", " och ", " og ", " i ", ";", " / ", " + ", " with "} {
		if strings.Contains(v, and) {
			v = strings.ReplaceAll(v, and, ",")
		}
	}
	return strings.Split(v, ",")
}

// roles are what bylines say beside names, in lower case.
var roles = map[string]bool{}

// notNames are answers that name nobody, in lower case.
var notNames = map[string]bool{
	"admin": true, "administrator": true, "author": true, "autor": true, "autoren": true, "by": true, "von": true, "anonymous": true, "unknown": true, "user": true, "root": true, "webmaster": true, "share": true, "null": true, "undefined": true, "none": true, "n/a": true, "guest": true, "about the author": true, "facebook": true, "twitter": true, "comments": true, "home": true,
}

// isName reports whether v can be a name.
func isName(v string) bool {
	n := utf8.RuneCountInString(v)
	if n < 2 || n > 70 || notNames[strings.ToLower(v)] || strings.ContainsAny(v, "@{}<>=_[]") || isAddress(v) {
		return false
	}
	words := strings.Count(v, " ") + 1
	if words > 7 {
		return false
	}
	letters := 0
	for _, c := range v {
		if unicode.IsLetter(c) {
			letters++
		}
	}
	return letters*2 > n
}
