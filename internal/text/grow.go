package text

import "slices"

// grownFrom is how many bytes of a text are worked on before its rest is thought to be like them.
const grownFrom = 64 << 10

// grown returns list with room for another element. A list that a long text fills gets the room that it will need if the
// rest of the text is like the done of total bytes so far, and a little more: the usual doubling would take up to three
// times the memory of the list.
func grown[T any](list []T, done, total int) []T {
	if len(list) < cap(list) || done < grownFrom {
		return list
	}
	more := int(float64(len(list)) * float64(total-done) / float64(done) * 1.03)
	return slices.Grow(list, max(more, len(list)/8)+16)
}
