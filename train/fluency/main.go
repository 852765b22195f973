// Command fluency makes internal/score/fluency/fluency.model: a model of trigrams of English, from counts of ../shared/data/english and
// news. Run it in train; it takes some minutes of one core and 4 GB:
//
//	go run ./fluency
package main

import (
	"flag"
	"log"
	"os"

	"github.com/copydesk/copydesk/internal/score/fluency"
)

func main() {
	data := flag.String("data", "../../shared/data", "where the data are")
	out := flag.String("out", "../internal/score/fluency/fluency.model", "the file to be written")
	pruned := flag.Float64("prune", 8, "n-grams are left out whose loss costs fewer nats over the whole corpus")
	dump := flag.String("dump", "", "a file to write the tokens of the corpus to, a sentence a line, for other tools")
	flag.Parse()
	log.SetFlags(log.Ltime)
	if err := run(*data, *out, *dump, *pruned); err != nil {
		log.Fatal(err)
	}
}

func run(data, out, dump string, pruned float64) error {
	c, err := readCorpus(data)
	if err != nil {
		return err
	}
	words := c.number()
	log.Printf("%d tokens to count, %d words of the vocabulary", len(c.tokens), len(words))
	if dump != "" {
		if err := c.dump(dump, words); err != nil {
			return err
		}
	}
	ids, size := c.ids(), len(words)+int(fluency.FirstWord)
	l := smooth(ids, size)
	log.Printf("%d bigrams, %d trigrams", len(l.bigrams), len(l.trigrams))
	alike := l.alike(ids, size)
	l.prune(pruned)
	parts := l.parts()
	log.Printf("%d bigrams, %d trigrams left", len(parts.Bigrams), len(parts.Trigrams))
	parts.Words, parts.Alike = words, alike
	parts.Genres, err = c.genres(fluency.Make(parts))
	if err != nil {
		return err
	}
	file := fluency.Make(parts)
	log.Printf("%d bytes", len(file))
	return os.WriteFile(out, file, 0o644) //nolint:gosec // it is public
}
