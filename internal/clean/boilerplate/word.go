package boilerplate

// splitter splits lines into words. The zero value is ready; its buffer is used again by each line.
type splitter struct {
	line  string
	words []word
	next  shape // what is known of the next word
	ended bool  // a mark that ends sentences stood since the last word
}

// split returns the words of line, valid until the next call.
func (s *splitter) split(line string) []word {
	*s = splitter{line: line, words: s.words[:0], next: opensOne}
	for i := 0; i < len(line); {
		if kinds[line[i]] > digit {
			i = s.mark(i)
		} else if i = s.word(i); i < len(line) && line[i] == ' ' {
			i++ // a space between two words says nothing
		}
	}
	return s.words
}

// mark notes the mark at offset i and returns the offset behind it.
func (s *splitter) mark(i int) int {
	c := s.line[i]
	switch {
	case kinds[c] == blank:
		if s.ended {
			s.next |= afterStop
		}
	case c == '.' || kinds[c] == stop:
		s.ended = true
	case c == ',' || c == ';':
		s.next |= afterComma
	case c == '/':
		s.next |= slash
	case c == '(' || c == '[':
		s.next |= bracket
	case c == '@':
		if n := len(s.words); n > 0 && int(s.words[n-1].end) == i {
			s.last(mail)
		}
		s.next |= handle
	case c == '"':
		s.next |= quotedWord
	case c == ':':
		s.last(colon)
	case c == '=':
		s.last(assigned)
	case kinds[c] == latin:
		return s.sign(i)
	case kinds[c] == general:
		return s.punctuation(i)
	}
	return i + 1
}

// last adds to the shape of the word that ends right here.
func (s *splitter) last(add shape) {
	if n := len(s.words); n > 0 && s.next == 0 && !s.ended {
		s.words[n-1].shape |= add
	}
}

// sign notes the character from U+0080 to U+00BF at offset i. The copyright sign is a word.
func (s *splitter) sign(i int) int {
	end := min(i+2, len(s.line))
	switch s.line[end-1] {
	case 0xA9:
		if s.ended {
			s.next |= afterStop
		}
		s.add(i, end, lexicon.copyrightSign, 0)
	case 0xA0:
		if s.ended {
			s.next |= afterStop
		}
	}
	return end
}

// punctuation notes the character from U+2000 to U+2FFF at offset i.
func (s *splitter) punctuation(i int) int {
	end := min(i+3, len(s.line))
	switch s.line[i:end] {
	case "…":
		s.ended = true
	case "“", "„":
		s.next |= quotedWord
	}
	return end
}

// word adds the word at offset i and returns the offset behind it.
func (s *splitter) word(i int) int {
	start, sh := i, firstShapes[s.line[i]]
	if s.line[i] == 0xC3 && isAccentedCapital(s.line[i:]) {
		sh = capital
	}
	end := s.run(i)
	if sh.has(number) {
		end = s.numberEnd(i, end)
	}
	for end < len(s.line) && s.line[end] != ' ' {
		n, add := joins(s.line, end)
		if n == 0 {
			break
		}
		sh |= add
		end = s.run(end + n)
	}
	s.add(start, end, lexicon.look(s.line[start:end]), sh)
	return end
}

// firstShapes are what the first byte of a word says of it.
var firstShapes = func() (f [256]shape) {
	for c := range f {
		switch kinds[c] {
		case upper:
			f[c] = capital
		case digit:
			f[c] = number
		}
	}
	return f
}()

// run returns the end of the run of letters and digits at offset i.
func (s *splitter) run(i int) int {
	line := s.line
	for i < len(line) && kinds[line[i]] <= digit {
		i++
	}
	return i
}

// numberEnd returns where the number at the beginning of a run ends, if a word is glued to it: "12comments".
func (s *splitter) numberEnd(start, end int) int {
	i := start
	for i < end && kinds[s.line[i]] == digit {
		i++
	}
	if i-start > 6 || i+4 > end || kinds[s.line[i]] != letter || kinds[s.line[i+1]] != letter || kinds[s.line[i+2]] != letter {
		return end
	}
	return i
}

// joins tells how many bytes at offset i join two parts of a word and what they say of its shape; none if they end it.
func joins(line string, i int) (int, shape) {
	c := line[i]
	if c == 0xE2 && i+3 < len(line) && line[i:i+3] == "’" && isAlpha(line[i+3]) {
		return 3, 0
	}
	if kinds[c] != joiner || i+1 >= len(line) || !isAlpha(line[i+1]) && kinds[line[i+1]] != digit {
		return 0, 0
	}
	switch {
	case c == '@':
		return 1, mail
	case c == '.' && kinds[line[i+1]] == upper && kinds[line[i-1]] == letter:
		return 0, 0 // the end of one sentence glued to the beginning of another
	case c == '.':
		return 1, domain
	default:
		return 1, 0
	}
}

func isAlpha(c byte) bool { return kinds[c] == letter || kinds[c] == upper }

// isAccentedCapital reports whether s begins with a capital letter of the Latin-1 range.
func isAccentedCapital(s string) bool {
	return len(s) > 1 && s[1] >= 0x80 && s[1] <= 0x9E
}

// add adds a word and settles whether it begins a sentence.
func (s *splitter) add(start, end int, id uint16, sh shape) {
	sh |= s.next
	if s.ended && start > 0 && s.line[start-1] == '.' && sh.has(capital) {
		sh |= afterStop // no space between two sentences
	}
	if id == 0 && sh == 0 { // most words of prose
		s.words = append(s.words, word{int32(start), int32(end), 0, 0}) //nolint:gosec // no line this long is split
		return
	}
	if id == lexicon.us && s.line[start+1] == 'S' {
		id = 0 // the country
	}
	n := len(s.words)
	if sh.has(afterStop) && (n == 0 || !s.abbreviated(s.words[n-1])) {
		sh |= opensOne
	}
	s.next, s.ended = 0, false
	if n > 0 && id == lexicon.protected && s.words[n-1].id == lexicon.email && s.words[n-1].shape.has(bracket) {
		s.words[n-1].end, s.words[n-1].id = int32(end), 0 //nolint:gosec // as below
		s.words[n-1].shape |= mail
		return
	}
	s.words = append(s.words, word{int32(start), int32(end), id, sh}) //nolint:gosec // no line this long is split
}

// abbreviated reports whether the full stop behind w need not end a sentence: it is an initial or a title.
func (s *splitter) abbreviated(w word) bool {
	return w.end-w.start == 1 && w.shape.has(capital) || lexicon.classes[w.id].has(abbreviation)
}
