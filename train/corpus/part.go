package corpus

import (
	"path/filepath"
	"strings"

	"github.com/copydesk/copydesk/internal/fnv"
)

// Part says what a document is used for by models of English: to count, to set what is learnt from counts, or to measure.
type Part int

// The parts: 88, 6 and 6 of a hundred documents.
const (
	Count Part = iota
	Tune
	Test
)

// partSalt is the first number with which every file of few books has books in all parts.
const partSalt = 90

// books are the files whose pieces come from few and long documents.
var books = []string{"eltec", "openstax", "seessays", "setravel", "standardebooks"}

// Document names the document that a piece is of: a book, a page, an article, an episode.
func Document(file, id string) string {
	name := strings.TrimSuffix(filepath.Base(file), ".jsonl.xz")
	if name == "news-train" {
		return id
	}
	if i := strings.LastIndexByte(id, '-'); i >= 0 {
		id = id[:i]
	}
	for _, b := range books {
		if b == name {
			id, _, _ = strings.Cut(id, "/")
		}
	}
	return id
}

// PartOf returns what a piece is used for: all pieces of a document are of one part.
func PartOf(file, id string) Part { return partOf(Document(file, id), partSalt) }

func partOf(document string, salt uint64) Part {
	switch h := fnv.String64(fnv.Add64(fnv.Start64, salt), document); h >> 7 % 100 {
	case 0, 1, 2, 3, 4, 5:
		return Tune
	case 6, 7, 8, 9, 10, 11:
		return Test
	}
	return Count
}

// Calibrates reports whether a text of the files of calibration is used to set what is learnt from counts. The others measure.
func Calibrates(file, id string) bool {
	switch strings.TrimSuffix(filepath.Base(file), ".jsonl.xz") {
	case "masc", "movie_reviews", "state_union":
		return fnv.String64(fnv.Start64, id)>>7%2 == 0
	}
	return false // abc and webtext have no licence
}
