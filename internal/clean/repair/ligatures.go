package repair

// ligatures are U+FB00 to U+FB06 spelled out.
var ligatures = [...]string{"ff", "fi", "fl", "ffi", "ffl", "st", "st"}

// spellLigature spells out presentation ligatures, which typesetting software leaves in text copied from its pages.
// Wrong in a text about typography.
func spellLigature(x *character) (string, bool) {
	if x.r < 0xFB00 || x.r > 0xFB06 {
		return "", false
	}
	return ligatures[x.r-0xFB00], true
}

// digraphs are the letters that Unicode has for two letters of one sound, spelled out: from U+0132 on and from
// U+01C4 on.
var (
	digraphs132 = [...]string{"IJ", "ij"}
	digraphs1C4 = [...]string{"DŽ", "Dž", "dž", "LJ", "Lj", "lj", "NJ", "Nj", "nj"}
	digraphs1F1 = [...]string{"DZ", "Dz", "dz"}
)

// spellDigraph spells out digraphs. Off by default: they can be meant, in a dictionary or a table of letters.
func spellDigraph(x *character) (string, bool) {
	switch r := x.r; {
	case r == 0x149:
		return "'n", true
	case 0x132 <= r && r <= 0x133:
		return digraphs132[r-0x132], true
	case 0x1C4 <= r && r <= 0x1CC:
		return digraphs1C4[r-0x1C4], true
	case 0x1F1 <= r && r <= 0x1F3:
		return digraphs1F1[r-0x1F1], true
	default:
		return "", false
	}
}
