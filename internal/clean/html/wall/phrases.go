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

// phrases are those of the table.
var phrases = func() (all index[phrase]) {
	eachEntry(table, func(kind text.PageKind, line string) {
		words, strong := strings.CutPrefix(line, "+")
		all.add(words, phrase{words, kind, strong})
	})
	return all
}()
