package pytext

// Unit is something that another package finds in a text, such as the tokens of a tokenizer, and that the text keeps for
// whoever asks again.
type Unit interface {
	// Release ends the use of the unit.
	Release()
}

type attached struct {
	key  any
	unit Unit
}

// Unit returns what find returned when it was first called for key, a value of a type that its package keeps to itself.
func (t *Text) Unit(key any, find func(t *Text) Unit) Unit {
	if u := t.Found(key); u != nil {
		return u
	}
	u := find(t)
	t.units = append(t.units, attached{key, u})
	return u
}

// Found returns what was found in t for key, nil if nobody asked for it yet.
func (t *Text) Found(key any) Unit {
	for _, a := range t.units {
		if a.key == key {
			return a.unit
		}
	}
	return nil
}

// ReleaseUnits ends the use of all units. Those that are asked for afterwards are found again.
func (t *Text) ReleaseUnits() {
	t.releaseUnits()
	t.words.trim()
}

func (t *Text) releaseUnits() {
	for _, a := range t.units {
		a.unit.Release()
	}
	clear(t.units)
	t.units = t.units[:0]
}
