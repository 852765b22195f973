package main

import (
	"archive/tar"
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ulikunitz/xz"
)

// foreign are the languages of whose words lists are read. English is not among them: news says which of its words have a hyphen.
var foreign = strings.Fields("bg cs da de el es fi fr hr hu it nl no pl pt ro ru sk sv tr uk")

// mostForeign is how many words of a list are read, the most frequent first.
const mostForeign = 15_000

// readForeign returns the words of the lists of subtitles in an archive that have minLetters and more, and no other characters.
func readForeign(archive string) ([]string, error) {
	f, err := os.Open(archive) //nolint:gosec // the user names it
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	x, err := xz.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, l := range foreign {
		wanted[l+".txt"] = true
	}
	var words []string
	for r := tar.NewReader(x); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return words, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", archive, err)
		}
		if !wanted[path.Base(h.Name)] {
			continue
		}
		lines := bufio.NewScanner(r)
		for n := 0; n < mostForeign && lines.Scan(); n++ {
			word, _, _ := strings.Cut(lines.Text(), " ")
			if utf8.RuneCountInString(word) >= minLetters && !strings.ContainsFunc(word, isNoLetter) {
				words = append(words, strings.ToLower(word))
			}
		}
		if err := lines.Err(); err != nil {
			return nil, fmt.Errorf("%s: %w", h.Name, err)
		}
	}
}

func isNoLetter(r rune) bool { return !unicode.IsLetter(r) }
