package boilerplate

import (
	"strings"
	"unicode/utf8"
)

// minHash is the number of digits that a hexadecimal id of 128 bits has.
const minHash = 32

// isHash reports whether a line is a single hexadecimal id of at least 128 bits.
func isHash(line string) bool {
	if len(line) < minHash || len(line) > 128 {
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

// isCue reports whether a line is a cue that editing systems leave behind. What an audience does is part of a
// transcript, and other words in square brackets may be code.
func isCue(line string) bool {
	return line == "[music]" || line == "[break]" || line == "[pullquote]" || line == "[edit]"
}

// isGallery reports whether a line is all captions of a row of pictures run together, with the buttons between them: it
// begins "Photos:" and ends "Hide Caption 9 of 9". Such a line may be as long as an article.
func isGallery(line string) bool {
	const first, last, room = "photos:", "hide caption", 10
	end := len(line) - len(last) - room
	return end > len(first) && strings.EqualFold(line[:len(first)], first) && strings.Contains(strings.ToLower(line[end:]), last)
}

// maxSeparator is the length in bytes up to which a line without a word is looked at.
const maxSeparator = 400

// isSeparator reports whether a line is marks that part one thing from another and nothing else. Rows of a Markdown
// table are not, nor is an ellipsis, which may be all that somebody says, nor a lone hyphen, which stands for an empty cell.
func isSeparator(line string) bool {
	if len(line) > maxSeparator || line[0] == '|' {
		return false
	}
	switch line {
	case "<!–", "–>", "//–>": // what typographers' dashes leave of a comment in HTML
		return true
	}
	if hashes := strings.Count(line, "#"); hashes > 0 { // the end mark of press releases
		return hashes == 3 && strings.Trim(line, "# ") == ""
	}
	marks, dots := 0, 0
	for _, c := range line {
		switch {
		case strings.ContainsRune("-_=*~•·.—–|⦁●◆■▪§", c):
			marks++
		case c != ' ':
			return false
		}
		if c == '.' {
			dots++
		}
	}
	return marks >= 2 && dots < marks || marks == 1 && strings.ContainsRune("_—–•·", firstRune(line))
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}
