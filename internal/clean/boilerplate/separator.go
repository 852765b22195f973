package boilerplate

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// Separator lines are nothing but marks, or a cue of an editing system such as "[break]". Wrong where the marks separate the
// scenes of a story.
const Separator text.Rule = "lines.separator"

var separatorRule = rule{
	info: text.RuleInfo{ID: Separator, Default: true, Description: "a line of nothing but marks; wrong where it separates the scenes of a story"},
}

const (
	separatorMarks, separatorCue = .95, .9 // confidences

	// maxSeparator is the length in bytes up to which a line without a word is looked at.
	maxSeparator = 400
)

// isCue reports whether a line is a cue of an editing system. What an audience does is part of a
// transcript, and other words in square brackets may be code.
func isCue(line string) bool {
	return line == "[music]" || line == "[break]" || line == "[pullquote]" || line == "[edit]"
}

// isSeparator reports whether a line is marks that separate one thing from another and nothing else. It excludes rows of a
// Markdown table, an ellipsis, which may be all that somebody says, and a lone hyphen, which marks an empty cell.
func isSeparator(line string) bool {
	if len(line) > maxSeparator || line[0] == '|' {
		return false
	}
	switch line {
	case "<!–", "–>", "//–>": // an HTML comment after a typographer's dashes
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
	first, _ := utf8.DecodeRuneInString(line)
	return marks >= 2 && dots < marks || marks == 1 && strings.ContainsRune("_—–•·", first)
}
