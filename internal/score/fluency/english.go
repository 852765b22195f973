package fluency

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
)

//go:embed fluency.model
var modelData string

// English is the model of English that is part of the program; see docs/models/fluency.md. It panics on a damaged model: every test
// opens it.
var English = sync.OnceValue(func() *Model {
	m, err := Open(modelData)
	if err != nil {
		panic(err)
	}
	return m
})

// Name is the name of the embedded model.
const Name = "score.fluency"

// Models describes the embedded model.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name: Name, Version: "2026-11",
		Sources: []string{"English text of 22 genres (see docs/models/fluency.md)", "Article-Bias-Prediction"},
		Data:    []string{modelData},
	}}
}

const (
	functionWords = 60  // so many of the commonest words are function words
	leastWords    = 10  // fewer than these say nothing of the language
	leastFunction = .22 // the least share of function words in English prose
	mostUnknown   = .35 // the greatest share of words that are not in the vocabulary
	languageWords = 2000
)

// InEnglish reports whether the model can judge a text: whether its language, a BCP 47 tag, is English, or where that is empty,
// whether the first of its words look like English, of which there must be some.
func InEnglish(tokens []Token, language string) bool {
	if language != "" {
		primary, _, _ := strings.Cut(language, "-")
		return strings.EqualFold(primary, "en")
	}
	words, function, unknown := 0, 0, 0
	for _, t := range tokens {
		switch {
		case !t.IsWord() || t.ID == Number || t.ID == Year:
			continue
		case t.ID == Unknown:
			unknown++
		case t.ID < FirstWord+functionWords:
			function++
		}
		if words++; words == languageWords {
			break
		}
	}
	n := float64(words)
	return words >= leastWords && float64(function) >= float64(leastFunction*n) && float64(unknown) <= float64(mostUnknown*n)
}
