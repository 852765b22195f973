package repair

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// terminalEscapes drops the sequences that control a terminal. The bare escape character is left to the pass for characters.
func terminalEscapes(pace *text.Pace, c *text.Chain, _ text.RuleSet) error {
	in := c.Text()
	e := c.Edit()
	done := progress{pace: pace}
	for at := 0; ; {
		i := strings.IndexByte(in[at:], escape)
		if i < 0 {
			_, err := c.Apply(pace)
			return err
		}
		at += i
		if err := done.at(at); err != nil {
			return err
		}
		n := commandLength(in[at:])
		e.Drop(text.Span{Start: at, End: at + n}, text.Change{Rule: TerminalEscapes})
		at += max(n, 1)
	}
}

const (
	escape, bell = '\x1b', '\a'

	// longestCommand is the length in bytes of the longest command to a terminal that holds a text, such as its title.
	longestCommand = 256
)

// commandLength returns the length of the control sequence that s, which begins with the escape character, begins with; 0 if it is
// none: ESC [ parameters letter, ESC ] text BEL (or ESC \), ESC ( letter.
func commandLength(s string) int {
	if len(s) < 3 {
		return 0
	}
	switch s[1] {
	case '[':
		end := 2
		for end < len(s) && '0' <= s[end] && s[end] <= '?' {
			end++
		}
		if end < len(s) && isASCIILetter(s[end]) {
			return end + 1
		}
	case ']':
		if s[2] < '0' || s[2] > '9' {
			return 0
		}
		s = s[:min(len(s), longestCommand)]
		end := strings.IndexAny(s[1:], "\x1b\a\n") + 1
		switch {
		case end > 0 && s[end] == bell:
			return end + 1
		case end > 0 && strings.HasPrefix(s[end:], "\x1b\\"):
			return end + 2
		}
	case '(', ')':
		if s[2] == 'A' || s[2] == 'B' || s[2] == '0' {
			return 3
		}
	}
	return 0
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
