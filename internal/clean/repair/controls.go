package repair

// dropControl drops control characters other than tab and line feed, which carry no text: those of ASCII, and those of
// Unicode that frame annotations. Wrong in a dump of a terminal.
//
// Those that separate pages, lines or fields leave a space between words.
func dropControl(x *character) (string, bool) {
	with := ""
	if (x.r == '\v' || x.r == '\f' || 0x1C <= x.r && x.r <= 0x1F) && kindOf(x.before()) != blank && kindOf(x.after()) != blank {
		with = " "
	}
	return with, x.r < ' ' && x.r != '\t' && x.r != '\n' && x.r != '\r' || x.r == 0x7F || 0xFFF9 <= x.r && x.r <= 0xFFFC
}

// breakLine makes a line feed of CR, CR LF, NEL, the separators of lines and paragraphs, and of vertical tabs and form feeds
// that are not beside one. Wrong where a program overwrites its own line by CR, as progress bars do.
func breakLine(x *character) (string, bool) {
	switch x.r {
	case '\r', nextLine, 0x2028, 0x2029:
		return "\n", true
	case '\v', '\f':
		return "\n", x.before() != '\n' && x.after() != '\n'
	default:
		return "", false
	}
}

// nextLine is the control NEL, and the byte of the ellipsis in windows-1252.
const nextLine = 0x85

// breaksLines reports whether the text's U+0085 are NEL: one at least is between a word or its mark and another word, and no
// other C1 control shows that the text was in windows-1252. Wrong where an ellipsis joins two words in a text without quotation
// marks.
func (x *character) breaksLines() bool {
	if x.facts.nextLine != unknown {
		return x.facts.nextLine == yes
	}
	x.facts.nextLine = no
	done := progress{pace: x.pace}
	y := *x
	found := false
	for i, r := range x.in {
		if x.facts.err = done.at(i); x.facts.err != nil {
			return false
		}
		if r < 0x80 || r >= 0xA0 {
			continue
		}
		if r != nextLine {
			return false
		}
		y.at, y.end = i, i+2
		after := kindOf(y.after())
		found = found || kindOf(y.before()) != blank && (after.isLetter() || after == digit || after == opener)
	}
	if found {
		x.facts.nextLine = yes
	}
	return found
}

// readC1 reads C1 controls, which no text holds, as bytes of the encoding from which they were copied. Wrong in a log
// of a terminal of the 1980s.
func readC1(x *character) (string, bool) {
	if x.r < 0x80 || x.r >= 0xA0 || x.r == nextLine && x.breaksLines() {
		return "", false
	}
	r := x.controlCodec().cm.DecodeByte(byte(x.r))
	return string(r), r >= 0xA0 && r != 0xFFFD
}

// controlCodec returns the codec in which the text's C1 controls make sense: Mac Roman if all those inside words are
// letters there, and one at least is a sign in windows-1252 that no word holds; else windows-1252.
func (x *character) controlCodec() *codec {
	if x.facts.c1 != nil {
		return x.facts.c1
	}
	x.facts.c1 = &codecs[windows1252]
	y := *x
	odd := false
	done := progress{pace: x.pace}
	for i, r := range x.in {
		if x.facts.err = done.at(i); x.facts.err != nil {
			return x.facts.c1
		}
		if r < 0x80 || r >= 0xA0 {
			continue
		}
		y.at, y.end = i, i+2
		before, after := y.before(), y.after()
		if kindOf(before) != lower || kindOf(after) != lower {
			continue
		}
		if kindOf(codecs[macintosh].cm.DecodeByte(byte(r))) != lower {
			return x.facts.c1
		}
		d := codecs[windows1252].cm.DecodeByte(byte(r))
		odd = odd || oddity(before, d) > 0 || split(before, d, after)
	}
	if odd {
		x.facts.c1 = &codecs[macintosh]
	}
	return x.facts.c1
}
