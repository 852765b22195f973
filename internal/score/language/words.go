package language

import "unicode/utf8"

// maxWord is the number of characters of the longest word that is read as one; longer ones, and scripts that write no spaces, are cut.
const maxWord = 48

// surface is what a text looks like, whatever its language: counts of characters and tokens. Tokens are what spaces separate.
type surface struct {
	chars, digits, symbols, odd int // of characters that are no spaces
	tokens, noise               int
	words, capitals, inner      int // of words; inner are those with a capital after a small letter
	letters                     [Scripts]int
	wordsOf                     [Scripts]int
}

// kinds of bytes, as bits.
const (
	isSpace = 1 << iota
	isDigit
	isLetter
	isAt     // an at sign or an underscore: mentions, addresses, identifiers
	isSymbol // signs that programs and tables have, and prose seldom has
	isDot
	isColon
	isSlash
)

var byteKinds = func() (t [256]uint8) {
	for _, c := range " \t\n\r\v\f" {
		t[c] = isSpace
	}
	for c := '0'; c <= '9'; c++ {
		t[c] = isDigit
	}
	for c := 'a'; c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = isLetter, isLetter
	}
	for _, c := range "{}[]<>=|\\^~`$%&*+;#" {
		t[c] = isSymbol
	}
	t['@'], t['_'], t['.'], t[':'], t['/'] = isAt, isAt|isSymbol, isDot, isColon, isSlash|isSymbol
	return t
}()

// scanner reads the words of a text.
type scanner struct {
	surface

	// word is called for each word that counts: its characters in lower case, between boundaries.
	word func(script Script, padded []rune)

	buffer [maxWord + 2]rune
	small  bool // the last letter was small
}

// scan reads s.
func (c *scanner) scan(s string) {
	c.buffer[0] = boundary
	for i := 0; i < len(s); {
		if byteKinds[s[i]] == isSpace {
			i++
			continue
		}
		start, kinds, symbols, digits := i, uint8(0), 0, 0
		for i < len(s) {
			k := byteKinds[s[i]]
			if k == isSpace {
				break
			}
			kinds |= k
			symbols += int(k >> 4 & 1)
			digits += int(k >> 1 & 1)
			i++
		}
		c.tokens++
		c.symbols += symbols
		c.digits += digits
		if isNoise(s[start:i], kinds) {
			c.noise++
			c.chars += i - start
			continue
		}
		c.token(s[start:i])
	}
}

// isNoise reports whether a token is an address, a mention, a hashtag, an identifier or the like, whose letters are no word of a language.
func isNoise(token string, kinds uint8) bool {
	switch {
	case kinds&isAt != 0, token[0] == '#' && len(token) > 1:
		return true
	case kinds&(isDigit|isLetter) == isDigit|isLetter && mixes(token):
		return true
	case kinds&isSlash != 0 && kinds&(isColon|isDot) != 0:
		return true
	}
	return kinds&isDot != 0 && hasInnerDot(token)
}

// mixes reports whether a digit stands next to a letter.
func mixes(token string) bool {
	for i := 1; i < len(token); i++ {
		if byteKinds[token[i-1]]|byteKinds[token[i]] == isDigit|isLetter {
			return true
		}
	}
	return false
}

// hasInnerDot reports whether a full stop has small letters of ASCII on both sides, as in the name of a host or a file.
func hasInnerDot(token string) bool {
	for i := 1; i+1 < len(token); i++ {
		if token[i] == '.' && isSmall(token[i-1]) && isSmall(token[i+1]) {
			return true
		}
	}
	return false
}

func isSmall(b byte) bool { return 'a' <= b && b <= 'z' }

// letterAt returns the letter that s begins with, the character as it is, and its size in bytes.
func letterAt(s string) (l letter, r rune, size int) {
	if b := s[0]; byteKinds[b] == isLetter {
		return letter{rune(b | 0x20), Latin, b < 'a'}, rune(b), 1
	}
	return otherAt(s)
}

// otherAt is letterAt for what does not begin with a letter of ASCII.
func otherAt(s string) (l letter, r rune, size int) {
	if s[0] < utf8.RuneSelf {
		return letter{rune(s[0]), NoScript, false}, rune(s[0]), 1
	}
	r, size = utf8.DecodeRuneInString(s)
	return lettered(r), r, size
}

// token reads the words of a token.
func (c *scanner) token(s string) {
	n, script, capital, inner := 1, NoScript, false, false
	for i := 0; i < len(s); {
		l, r, size := letterAt(s[i:])
		i += size
		if l.script == NoScript && size > 1 {
			if isSharedMark(r) && n > 1 {
				l.script = script
			} else if isOdd(r) {
				c.odd++
			}
		}
		c.chars++
		if l.script != script || n > maxWord {
			c.end(n, script, capital, inner)
			n, script, capital, inner = 1, l.script, false, false
		}
		if l.script != NoScript {
			if l.upper {
				capital = capital || n == 1
				inner = inner || n > 1 && c.small
			}
			c.small = !l.upper
			c.buffer[n] = l.folded
			n++
		}
	}
	c.end(n, script, capital, inner)
}

// end ends a word that fills the buffer up to n.
func (c *scanner) end(n int, script Script, capital, inner bool) {
	if n == 1 {
		return
	}
	c.letters[script] += n - 1
	c.wordsOf[script]++
	c.words++
	if capital {
		c.capitals++
	}
	if inner {
		c.inner++
	}
	if c.word != nil {
		c.buffer[n] = boundary
		c.word(script, c.buffer[:n+1])
	}
}

// isOdd reports whether a character that is no letter is one that text in a wrong encoding has and others seldom have.
func isOdd(r rune) bool {
	return r >= 0x80 && r <= 0xbf && r != 0xa0 && r != 0xab && r != 0xbb && r != 0xb7 && r != 0xa1 && r != 0xbf && r != 0xb0 ||
		r == 0x2c6 || r == 0x2dc || r == 0x2020 || r == 0x2021 || r == 0x20ac || r == 0x2122 || r == 0x2030 || r == utf8.RuneError
}

// Words calls each for the words of a text that count, in lower case, with the script that each is in. The slice is valid until each returns.
func Words(s string, each func(script Script, word []rune)) {
	c := scanner{word: func(script Script, padded []rune) { each(script, padded[1:len(padded)-1]) }}
	c.scan(s)
}
