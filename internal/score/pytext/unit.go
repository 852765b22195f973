package pytext

// Unit is what another package finds in a text, as a language's own tokens, and keeps with it for whoever asks again.
type Unit interface {
	// Release ends the use of the unit, with that of the text.
	Release()
}

type attached struct {
	key  any
	unit Unit
}

// Unit returns what find found in t when it was first asked for key, a value of a type that its package keeps to itself.
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

func (t *Text) releaseUnits() {
	for _, a := range t.units {
		a.unit.Release()
	}
	clear(t.units)
	t.units = t.units[:0]
}
