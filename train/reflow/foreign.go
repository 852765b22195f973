package main

import (
	"bufio"
	"io"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/train/packed"
)

// foreign are the languages of whose words lists are read. English is not among them: news says which of its words have a hyphen.
var foreign = strings.Fields("bg cs da de el es fi fr hr hu it nl no pl pt ro ru sk sv tr uk")

// mostForeign is how many words of a list are read, the most frequent first.
const mostForeign = 15_000

// readForeign returns the words of the lists of subtitles in an archive that have minLetters and more, and no other characters.
func readForeign(archive string) ([]string, error) {
	wanted := map[string]bool{}
	for _, l := range foreign {
		wanted[l+".txt"] = true
	}
	var words []string
	err := packed.Each(archive, func(name string, r io.Reader) error {
		if !wanted[path.Base(name)] {
			return nil
		}
		lines := bufio.NewScanner(r)
		for n := 0; n < mostForeign && lines.Scan(); n++ {
			word, _, _ := strings.Cut(lines.Text(), " ")
			if utf8.RuneCountInString(word) >= minLetters && !strings.ContainsFunc(word, isNoLetter) {
				words = append(words, strings.ToLower(word))
			}
		}
		return lines.Err()
	})
	return words, err
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }
