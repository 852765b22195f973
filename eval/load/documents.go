package load

import (
	"fmt"
	"strings"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// sentences are what documents are made of, so that no two are the same.
var sentences = []string{
	"The harbour of Saltmarsh was quiet on %d May, and nobody saw the boat leave.",
	"Mr. Henry Jones of Acme Corp. said on Monday that %d of the nets were torn.",
	"“We waited for an hour,” said Anna Berg, the mayor, “and then went home to %d guests.”",
	"It rained in Lisbon, Porto and %d villages along the coast until the evening.",
	"Prices rose by %d per cent, the statistics office reported, and wages did not.",
	"Nobody had expected that the library would lend %d books in a single week.",
}

// text makes a document of about size bytes; the same for the same number.
func text(number, size int) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, sentences[(number+i)%len(sentences)], (number*31+i*7)%97+2)
		b.WriteString([]string{" ", " ", "\n\n"}[i%3])
	}
	return b.String()
}

func document(number, size int) *copydeskv1.Document {
	return copydeskv1.Document_builder{Id: fmt.Sprint("d", number), Text: new(text(number, size))}.Build()
}

// documents are so many documents of a size.
func documents(n, size int) []*copydeskv1.Document {
	docs := make([]*copydeskv1.Document, n)
	for i := range docs {
		docs[i] = document(i+1, size)
	}
	return docs
}

var cleanOnly = copydeskv1.ProcessOptions_builder{Clean: new(copydeskv1.CleanOptions)}.Build()
