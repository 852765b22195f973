package main

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/language"
)

// inLatin writes Serbian in Latin letters.
var inLatin = strings.NewReplacer(
	"а", "a", "б", "b", "в", "v", "г", "g", "д", "d", "ђ", "đ", "е", "e", "ж", "ž", "з", "z", "и", "i", "ј", "j", "к", "k", "л", "l", "љ", "lj", "м", "m",
	"н", "n", "њ", "nj", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "ћ", "ć", "у", "u", "ф", "f", "х", "h", "ц", "c", "ч", "č", "џ", "dž", "ш", "š",
)

// serbianInLatin returns the words of Serbian in Latin letters by source: those in Cyrillic ones, and those of subtitles, which are in Latin ones.
func (s *sources) serbianInLatin(c class, seed uint64) (map[string]source, error) {
	by, err := s.of(class{code: c.code, iso: "Cyrl", script: language.Cyrillic}, seed)
	if err != nil {
		return nil, err
	}
	for name, words := range by {
		latin := source{}
		for w, n := range words {
			if w, ok := wordOf(inLatin.Replace(w), language.Latin); ok {
				latin[w] += n
			}
		}
		by[name] = latin
	}
	if words := subtitlesOf(s.subtitles, c); len(words) > 0 {
		by[subtitles] = words
	}
	return by, nil
}
