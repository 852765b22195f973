package tagger

// Class is what a name names.
type Class uint8

// The classes.
const (
	Person Class = iota + 1
	Organization
	Location
)

// Label is the label of one word: its class, and its position in the name (the scheme BILOU).
type Label uint8

// The positions of a word in a name, as offsets from the first label of a class.
const (
	begin  = iota // the first of several words
	inside        // neither the first nor the last
	last          // the last of several words
	unit          // the only word
	positions
)

// Labels is the number of labels: Outside, and four for each class.
const Labels = 1 + 3*positions

// Outside is the label of a word that belongs to no name.
const Outside Label = 0

// LabelAt returns the label of word i, from 0, of a name of n words.
func LabelAt(c Class, i, n int) Label {
	position := inside
	switch {
	case n == 1:
		position = unit
	case i == 0:
		position = begin
	case i == n-1:
		position = last
	}
	return Label(1 + (int(c)-1)*positions + position) //nolint:gosec // below Labels
}

// Class returns the class of l, zero for Outside.
func (l Label) Class() Class {
	if l == Outside {
		return 0
	}
	return Class((l-1)/positions + 1)
}

func (l Label) position() int { return int(l-1) % positions }

// Opens reports whether a name begins at l.
func (l Label) Opens() bool { return l != Outside && (l.position() == begin || l.position() == unit) }

// Closes reports whether a name ends at l, or l belongs to none.
func (l Label) Closes() bool {
	return l == Outside || l.position() == last || l.position() == unit
}

// MayFollow reports whether l can be the label of the word after one labelled before.
func (l Label) MayFollow(before Label) bool {
	if before.Closes() {
		return l == Outside || l.Opens()
	}
	return l.Class() == before.Class() && !l.Opens()
}

// predecessors are the labels that each label can follow.
var predecessors = func() (p [Labels][]Label) {
	for l := range Label(Labels) {
		for before := range Label(Labels) {
			if l.MayFollow(before) {
				p[l] = append(p[l], before)
			}
		}
	}
	return p
}()
