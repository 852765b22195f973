package repair

// trait is what scan needs to know about a character.
type trait struct {
	need               need     // the passes that may do something about it
	lead, continuation codecSet // as in mapping; any codec takes U+FFFD for a lost continuation
	grave              bool     // whether it is the first byte of "à" in a codec in which the second is a space
}

// traits holds the trait of every character below U+10000, as mappings holds mappings.
var (
	traitIndexes [0x10000 >> 6]uint8
	traits       = fillTraits()
)

func fillTraits() [][64]trait {
	blocks := make([][64]trait, 1, 160)
	for b := range traitIndexes {
		var block [64]trait
		for i := range block {
			block[i] = newTrait(rune(b<<6 | i)) //nolint:gosec // below U+10000
		}
		if block != blocks[0] {
			traitIndexes[b] = uint8(len(blocks)) //nolint:gosec // there are some 150 blocks
			blocks = append(blocks, block)
		}
	}
	return blocks
}

func newTrait(r rune) trait {
	p := mappingOf(r)
	t := trait{need: characterNeeds(r) | quoteNeeds(r), lead: p.lead, continuation: p.continuation}
	if isExoticSpace(r) {
		t.need |= needSpaces
	}
	if normClassOf(r) != 0 {
		t.need |= needCompose
	}
	if r == 0xFFFD {
		t.continuation = allCodecs
	}
	for k, c := range codecs {
		t.grave = t.grave || c.spaced && p.bytes[k] == 0xC3
	}
	return t
}

// traitOf returns the trait of r.
func traitOf(r rune) *trait {
	if r < 0x10000 {
		return &traits[traitIndexes[r>>6]][r&63]
	}
	if normClassOf(r) != 0 {
		return &composing
	}
	if characterNeeds(r) != 0 {
		return &invisible
	}
	return &traits[0][0]
}

// invisible is the trait of the characters beyond U+FFFF that the pass for characters is concerned with.
var invisible = trait{need: needCharacters}

// composing is the trait of characters that matter to NFC alone.
var composing = trait{need: needCompose}
