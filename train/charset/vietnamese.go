package main

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// tones are the marks that windows-1258 writes after the letter: grave, tilde, hook above, acute, dot below.
const tones = "\u0300\u0303\u0309\u0301\u0323"

// splitTones returns s with the marks of tones after their letters, as windows-1258 has it: ế is ê and an acute.
func splitTones(s string) string {
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		letter, tone := []rune{}, []rune{}
		for _, part := range norm.NFD.String(string(r)) {
			if strings.ContainsRune(tones, part) {
				tone = append(tone, part)
			} else {
				letter = append(letter, part)
			}
		}
		b.WriteString(norm.NFC.String(string(letter)) + string(tone))
	}
	return b.String()
}
