package wall

import (
	_ "embed"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// phrase is a piece of text that walls of one kind have, in lower case.
type phrase struct {
	text string
	kind text.PageKind

	// strong says that hardly anything but a wall says so. Others count only in titles and headings, or together.
	strong bool
}

// table is the list of phrases: a kind in brackets, then a phrase a line, "+" before those that are strong.
//
//go:embed phrases.txt
var table string

// sections are the kinds by their names in the table.
var sections = map[string]text.PageKind{
	"bot": text.PageBotCheck, "error": text.PageError, "login": text.PageLogIn, "consent": text.PageConsent, "paywall": text.PagePaywall,
	"parked": text.PageParked,
}

// keyLen is how many bytes of a phrase find it.
const keyLen = 3

// phrases are those of the table by their first bytes.
var phrases = func() map[[keyLen]byte][]phrase {
	all := map[[keyLen]byte][]phrase{}
	var kind text.PageKind
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			kind = sections[strings.Trim(line, "[]")]
		default:
			words, strong := strings.CutPrefix(line, "+")
			key := [keyLen]byte([]byte(words))
			all[key] = append(all[key], phrase{words, kind, strong})
		}
	}
	return all
}()

// firstBytes are the bytes that begin phrases.
var firstBytes = func() (set [256]bool) {
	for key := range phrases {
		set[key[0]] = true
	}
	return set
}()

// find calls do with each phrase in s, which is in lower case with single spaces.
func find(s string, do func(*phrase)) {
	for i := 0; i+keyLen <= len(s); i++ {
		if !firstBytes[s[i]] || i > 0 && isASCIILetter(s[i-1]) && isASCIILetter(s[i]) {
			continue
		}
		list := phrases[[keyLen]byte([]byte(s[i:i+keyLen]))]
		for k := range list {
			if strings.HasPrefix(s[i:], list[k].text) {
				do(&list[k])
			}
		}
	}
}

func isASCIILetter(c byte) bool { return 'a' <= c && c <= 'z' }
