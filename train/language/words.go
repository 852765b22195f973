package main

import "github.com/copydesk/copydesk/internal/score/language"

// splitWords calls each for the words of a text in a script, in lower case.
func splitWords(text string, s language.Script, each func(string)) {
	language.Words(text, func(of language.Script, word []rune) {
		if of == s {
			each(string(word))
		}
	})
}

// wordOf returns w in lower case if all of it is one word of a script.
func wordOf(w string, s language.Script) (word string, ok bool) {
	n := 0
	language.Words(w, func(of language.Script, chars []rune) {
		word, n = string(chars), n+1
		ok = of == s
	})
	return word, ok && n == 1
}
