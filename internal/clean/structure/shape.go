package structure

import "strings"

func isQuoted(line string) bool { return strings.HasPrefix(line, ">") }

// isTable reports whether all lines of body have the same number of cells, separated by tabs, or stand between bars.
func (f *finder) isTable(body string) bool {
	head := body[:lineEnd(body, 0, len(body))]
	if tabs := strings.Count(head, "\t"); tabs > 0 {
		return f.everyLine(body, func(l string) bool { return strings.Count(l, "\t") == tabs })
	}
	return f.everyLine(body, func(l string) bool {
		return len(l) > 2 && l[0] == '|' && l[len(l)-1] == '|'
	})
}

// maxVerse is the length in bytes of the longest line of verse; prose that is set in lines is longer.
const maxVerse = 72

// isVerse reports whether all lines of body are short: line ends that matter, as in verse, addresses and signatures.
// Prose that was merely wrapped has been joined before.
func (f *finder) isVerse(body string) bool {
	return f.everyLine(body, func(l string) bool { return len(l) <= maxVerse })
}

// captionWords begin captions that carry a number.
var captionWords = []string{"Figure ", "Fig. ", "Table ", "Photo ", "Image ", "Abbildung ", "Abb. ", "Tabelle ", "Tableau "}

// isCaption reports whether body begins with the number of a figure or table and a mark: "Figure 3: …".
func isCaption(body string) bool {
	for _, w := range captionWords {
		rest, ok := strings.CutPrefix(body, w)
		if !ok {
			continue
		}
		number := strings.TrimLeft(rest, "0123456789")
		return len(number) < len(rest) && (strings.HasPrefix(number, ":") || strings.HasPrefix(number, ". ") || strings.HasPrefix(number, " –"))
	}
	return false
}
