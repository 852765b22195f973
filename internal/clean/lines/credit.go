package lines

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
	case placed:
		return .95
	case names == 0 && end-first <= 5 && first == 0 && j.words[end-1].end > 2:
		return .9
	default:
		return 0
	}
}
