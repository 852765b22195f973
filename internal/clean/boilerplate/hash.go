package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// Hash lines are one long hexadecimal id, as content management systems leave after an article. Wrong in a list of
// checksums with nothing beside them.
const Hash text.Rule = "lines.hash"

var hashRule = rule{
	info: text.RuleInfo{ID: Hash, Default: true, Description: "a line that is one long hexadecimal id; wrong in lists of checksums"},
}

const (
	// minHash is the number of digits that a hexadecimal id of 128 bits has.
	minHash = 32

	// maxHash is the number of digits of 512 bits, the longest digest in use.
	maxHash = 128

	// hashLine and hashSuffix are the confidences of an id that is a line and of one at a line's end.
	hashLine, hashSuffix = .99, .97
)

// isHash reports whether a line is a single hexadecimal id of at least 128 bits.
func isHash(line string) bool {
	if len(line) < minHash || len(line) > maxHash {
		return false
	}
	digits := 0
	for i := range len(line) {
		switch c := line[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c|0x20 && c|0x20 <= 'f':
		default:
			return false
		}
	}
	return digits > 0
}

// hashAtEnd returns the offset of the space before an id that ends the line, 0 if there is none. A word or a colon
// before it would announce the id: "SHA-256: …".
func hashAtEnd(line string) int {
	at := lastSpace(line)
	if at <= 0 || len(line)-at <= minHash || 'a' <= line[at-1] && line[at-1] <= 'z' || line[at-1] == ':' || !isHash(line[at+1:]) {
		return 0
	}
	return at
}

// lastSpace returns the offset of the last space among the bytes of line in which an id may begin, -1 if there is none.
func lastSpace(line string) int {
	for i := len(line) - 1; i >= 0 && len(line)-i <= maxHash+1; i-- {
		if line[i] == ' ' {
			return i
		}
	}
	return -1
}
