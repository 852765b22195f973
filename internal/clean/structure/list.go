package structure

import (
	"strings"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// bullets begin the items of lists. The dashes are among them because texts from word processors use them so.
const bullets = "•◦▪‣*-–+·●○■□➤➢►✓✔"

// isItem reports whether a line begins as an item of a list does.
func isItem(line string) bool { return markerLen(line) > 0 }

// markerLen returns the length of the bullet or number that a line begins with, including the space after it; 0 if there
// is none. A number has three digits at most: "2021. " ends a sentence.
func markerLen(line string) int {
	r, n := utf8.DecodeRuneInString(line)
	if n > 0 && strings.ContainsRune(bullets, r) {
		if strings.HasPrefix(line[n:], " ") {
			return n + 1
		}
		return 0
	}
	digits := 0
	for digits < len(line) && '0' <= line[digits] && line[digits] <= '9' {
		digits++
	}
	rest := line[digits:]
	if digits > 0 && digits < 4 && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) {
		return digits + 2
	}
	return 0
}

// items makes a block of each item; a line that begins none belongs to the item before it. An item that is indented
// more than the one before is one level deeper.
func (f *finder) items(s text.Span) {
	first := len(f.blocks)
	var indents [maxDepth]int
	level := 0
	for start := f.lineStart(s); start < s.End && f.err == nil; {
		end := lineEnd(f.clean, start, s.End)
		line := text.Trim(f.clean, text.Span{Start: start, End: end})
		if len(f.blocks) > first && !isItem(line.Of(f.clean)) {
			f.blocks[len(f.blocks)-1].Span.End = line.End
		} else {
			level = depth(&indents, level, line.Start-start)
			f.blocks = append(f.blocks, text.Block{Kind: text.ListItem, Span: line, Level: level})
		}
		f.step(end + 1 - start)
		start = end + 1
	}
}

// maxDepth is how many levels of lists are distinguished.
const maxDepth = 6

// depth returns the level, from 1, of an item indented by so many bytes, given the indents of the levels above it.
func depth(indents *[maxDepth]int, level, indent int) int {
	for level > 0 && indent < indents[level-1] {
		level--
	}
	if level == 0 || indent >= indents[level-1]+2 && level < maxDepth {
		level++
		indents[level-1] = indent
	}
	return level
}
