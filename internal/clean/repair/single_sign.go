package repair

import (
	"strings"

	"github.com/copydesk/copydesk/internal/truth"
)

// alone returns 2 if the stretch is one sign between white space, or of money before a number: what it looks like is no word.
func (w *weigher) alone(next rune) int {
	if kindOf(w.only) == currency && kindOf(next) == digit {
		return 2
	}
	if w.long || kindOf(w.previous) != blank || kindOf(next) != blank {
		return 0
	}
	switch kindOf(w.only) {
	case mark, currency, dash:
		return 2
	default:
		return 2 * truth.Int(w.only == '±' || w.only == '×')
	}
}

// boxes returns by how much the gain is to be lowered if a and b, before next, are both drawing characters. Those of
// which boxes are made take letters on both sides, a sign that opens a Spanish sentence, or "ó" and "ô" after a
// small letter; a tee of single lines beside a double line or a shade draws nothing.
func (w *weigher) boxes(a, b, next rune) int {
	const light = "─│┌┐└┘├┤┬┴┼"
	if kindOf(a) != box || kindOf(b) != box || !strings.ContainsRune(light, a) {
		return 0
	}
	switch {
	case !strings.ContainsRune(light, b):
		return -2 * truth.Int(a == '├' || a == '┬')
	case (w.only == '¿' || w.only == '¡') && kindOf(next).isLetter():
		return 0
	case (w.only == 'ó' || w.only == 'ô') && kindOf(w.previous) == lower:
		return 0
	default:
		return 1
	}
}

// isFormula reports whether the stretch from first to last, before next, may be signs of mathematics or a unit: "√∫", "Å²". No letters are
// beside it, and it decodes to no word. Other signs after "√" are words in Mac Roman: "√≥" is "ó".
func (w *weigher) isFormula(first, last, next rune) bool {
	if kindOf(w.previous).isLetter() && w.previous != 'Ω' && w.previous != 'π' || kindOf(next).isLetter() {
		return false
	}
	return first == 'Å' && (last == '²' || last == '³') && w.sequences == 1 || kindOf(first) == operator && last == '∫'
}
