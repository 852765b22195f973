package score

import (
	"context"
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/score/language"
)

// languageDocuments prints how often the language of documents, which are not read as a whole, is right, and how often a second language is noticed in
// a quarter, a third or a half of one.
func languageDocuments(texts []languageText) {
	by := map[string]string{}
	var codes []string
	for _, t := range texts {
		if textKinds[t.kind] == "sentences" {
			if by[t.code] == "" {
				codes = append(codes, t.code)
			}
			by[t.code] += t.text + "\n"
		}
	}
	for _, size := range []int{700, 1500, 3000} {
		n, right := 0, 0
		for _, code := range codes {
			for _, doc := range parts(by[code], size) {
				n++
				right += data.OneIf(languagesOf(doc)[0].Code == code)
			}
		}
		mixed, noticed := 0, 0
		german, french := parts(by["de"], size), parts(by["fr"], size)
		for i := range min(len(german), len(french)) {
			for _, share := range []int{4, 3, 2} {
				rest, other := german[i][:size-size/share], french[i][:size/share]
				for _, doc := range []string{rest + "\n" + other, other + "\n" + rest, rest[:size/3] + "\n" + other + "\n" + rest[size/3:]} {
					mixed++
					noticed += data.OneIf(len(languagesOf(strings.ToValidUTF8(doc, ""))) > 1)
				}
			}
		}
		accuracy, second := float64(right)/float64(n), float64(noticed)/float64(mixed)
		fmt.Printf("%d documents of %d bytes: %.4f right; a second language noticed in %.4f of %d\n", n, size, accuracy, second, mixed)
		floor.AtLeast(fmt.Sprintf("language/documents of %d bytes", size), accuracy)
		floor.AtLeast(fmt.Sprintf("language/documents of %d bytes, second language", size), second)
	}
}

func languagesOf(s string) []language.Share {
	r, _ := language.Default().Detect(context.Background(), s) // it does not end
	return r.Languages
}

// parts cuts s into documents of a size, at most 20.
func parts(s string, size int) (list []string) {
	for len(s) >= size && len(list) < 20 {
		list = append(list, strings.ToValidUTF8(s[:size], " "))
		s = s[size:]
	}
	return list
}
