package residue

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/text"
)

// eachPrice calls do with the places of signs of money that stand beside a digit, with a space between them or not.
func eachPrice(t *pytext.Text, do func(start, end int)) {
	s := t.S
	for i := range len(s) {
		if c := s[i]; c != '$' && c != "£"[0] && c != "€"[0] {
			continue
		}
		t.Tick(4)
		end := i + signLen(s[i:])
		if end > i && (isDigitAt(s, i-1) || isDigitAt(s, end) || isDigitAt(s, i-2) && s[i-1] == ' ' || isDigitAt(s, end+1) && s[end] == ' ') {
			do(i, end)
		}
	}
}

// signLen returns the length of the sign of money that s begins with, 0 if there is none.
func signLen(s string) int {
	for _, sign := range [...]string{"$", "£", "€", "¥"} {
		if strings.HasPrefix(s, sign) {
			return len(sign)
		}
	}
	return 0
}

func isDigitAt(s string, i int) bool { return i >= 0 && i < len(s) && isDigit(s[i]) }

// find adds the places of the signals that have some.
func find(t *pytext.Text, i int, p *profile.Places) {
	add := func(start, end int) { p.Add(text.Span{Start: start, End: end}) }
	switch i {
	case promptRatio:
		eachPrompt(t, add)
	case priceRatio:
		eachPrice(t, add)
	case mojibakeRatio:
		eachMojibake(t, func(start, end, _ int) { add(start, end) })
	}
}
