package boilerplate

import "strings"

// maxCredit is the most words that a credit has.
const maxCredit = 16

// credit judges whether words[first:end] do nothing but name who took a picture and who sells it: names, agencies and
// the small words between them, with an agency where credits have it. A headline about an agency lacks the stroke,
// the bracket or the "via".
func (j *judge) credit(first, end int) float32 {
	if end-first > maxCredit {
		return 0
	}
	names, agencies, placed := 0, 0, false
	for i := first; i < end; i++ {
		w := j.words[i]
		c := lexicon.classes[w.id]
		placed = placed || w.shape.has(slash) || i == first && w.shape.has(bracket)
		switch {
		case c.has(agency):
			agencies++
			placed = placed || i > first && j.words[i-1].id == lexicon.via
		case c.has(crediting):
		case w.shape.has(capital) && !w.shape.has(number|mail|handle|assigned):
			names++
		default:
			return 0
		}
	}
	switch {
	case agencies == 0 || names > 8:
		return 0
	case placed && (end-first > 1 || first == 0 && j.words[0].shape.has(bracket)):
		return .95
	case names == 0 && end-first > 1 && end-first <= 5 && first == 0:
		return .9
	default:
		return 0
	}
}

// maxBar is the most words that a row of buttons has.
const maxBar = 12

// isBar reports whether words[first:end] are the labels of two or more buttons that share, and nothing else.
func (j *judge) isBar(first, end int) bool {
	if end-first < 2 || end-first > maxBar {
		return false
	}
	for _, w := range j.words[first:end] {
		if !lexicon.classes[w.id].has(button) {
			return false
		}
	}
	return true
}

// bracketedCredit returns the word with which a credit in brackets at the end of the line begins, 0 if there is none. It
// may stand behind a caption that does not end in a full stop.
func (j *judge) bracketedCredit() int {
	if end := strings.TrimRight(j.line, "."); !strings.HasSuffix(end, ")") && !strings.HasSuffix(end, "]") {
		return 0
	}
	for i := len(j.words) - 1; i > 0 && i >= len(j.words)-maxCredit; i-- {
		if j.words[i].shape.has(bracket) {
			if j.credit(i, len(j.words)) > 0 {
				return i
			}
			return 0
		}
	}
	return 0
}
