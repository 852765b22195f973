package wordlist

import (
	"embed"
	"slices"
	"strings"
	"sync"
)

// files are the lists, one entry a line, by the code that the source gives them.
//
//go:embed lists
var files embed.FS

// Languages returns the codes of the lists, sorted. They are BCP 47 tags, and the source's own: "no" for Norwegian,
// "fr-CA-u-sd-caqc" for Quebec, "tlh" for Klingon.
func Languages() []string { return slices.Clone(languages()) }

var languages = sync.OnceValue(func() []string {
	entries, err := files.ReadDir("lists")
	if err != nil {
		panic(err) // they are in the binary
	}
	codes := make([]string, len(entries))
	for i, e := range entries {
		codes[i] = strings.TrimSuffix(e.Name(), ".txt")
	}
	slices.Sort(codes)
	return codes
})

// List returns the entries for a language, in the source's order and case; nil if there is no list for it. A list's name
// must be given as Languages has it.
func List(language string) []string {
	if _, ok := slices.BinarySearch(languages(), language); !ok {
		return nil
	}
	b, err := files.ReadFile("lists/" + language + ".txt")
	if err != nil {
		return nil
	}
	return strings.Split(strings.TrimSuffix(string(b), "\n"), "\n")
}
