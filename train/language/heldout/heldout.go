// Package heldout has the texts that the identification of languages is measured on, which its model has not seen: sentences of treebanks and,
// for languages without one, the Universal Declaration of Human Rights.
package heldout

import (
	"bufio"
	"cmp"
	"fmt"
	"hash/fnv"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/train/packed"
)

// Languages are the ISO 639-1 codes of the languages that are measured.
const Languages = "af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gu he hi hr hu hy id is it ja ka kk ko la lg lt lv mi mk mn mr ms nb nl nn " +
	"pa pl pt ro ru sk sl sn so sq sr st sv sw ta te th tl tn tr ts uk ur vi xh yo zh zu"

// Set is the texts of one language.
type Set struct {
	// Source is the treebank, or "rights".
	Source string

	// Words are of five letters at least, Pairs follow each other in a sentence and have ten letters at least together; Sentences are
	// sentences of treebanks and paragraphs of the Declaration.
	Words, Pairs, Sentences []string
}

// mostTexts is how many texts of each kind there are at most.
const mostTexts = 1000

// Read reads the sets from the data folder, by language.
func Read(data string) (map[string]Set, error) {
	banks, err := Table(filepath.Join(data, "sentences.tsv.xz"))
	if err != nil {
		return nil, err
	}
	rights, err := Table(filepath.Join(data, "udhr.tsv.xz"))
	if err != nil {
		return nil, err
	}
	sets := map[string]Set{}
	for code := range strings.FieldsSeq(Languages) {
		sets[code] = setOf(code, banks, rights)
	}
	return sets, nil
}

// norwegian are the treebanks of the two written languages of Norway, which have one code there.
var norwegian = map[string]string{"nb": "Norwegian-Bokmaal", "nn": "Norwegian-Nynorsk"}

func setOf(code string, banks, rights [][]string) Set {
	s := Set{Source: "rights"}
	for _, row := range banks {
		bank, isNorwegian := norwegian[code]
		if code != "sr" && row[0] == code || isNorwegian && row[1] == bank { // the Serbian one is in Latin script
			s.Source, s.Sentences = row[1], append(s.Sentences, row[2])
		}
	}
	if s.Source == "rights" {
		for _, row := range rights {
			if row[1] == code && row[0] != "srp_latn" && row[0] != "lat_1" {
				s.Sentences = append(s.Sentences, row[2])
			}
		}
	}
	for _, line := range s.Sentences {
		words := strings.FieldsFunc(line, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		for i, w := range words {
			w = strings.ToLower(w)
			if utf8.RuneCountInString(w) >= 5 {
				s.Words = append(s.Words, w)
			}
			if i > 0 && utf8.RuneCountInString(words[i-1]+w) >= 10 {
				s.Pairs = append(s.Pairs, strings.ToLower(words[i-1])+" "+w)
			}
		}
	}
	s.Words, s.Pairs, s.Sentences = sample(s.Words), sample(s.Pairs), sample(s.Sentences)
	return s
}

// sample returns the first texts of list in an order that is the same each time.
func sample(list []string) []string {
	slices.Sort(list)
	list = slices.Compact(list)
	slices.SortStableFunc(list, func(a, b string) int { return cmp.Compare(order(a), order(b)) })
	return list[:min(mostTexts, len(list))]
}

func order(s string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s)) // never fails
	return h.Sum64() * 0x9e3779b97f4a7c15
}

// ForCalibration reports whether a text is of the half that probabilities are calibrated on; figures are of the other half.
func ForCalibration(s string) bool { return order(s)>>40&1 == 0 }

// Table reads a compressed file of three columns.
func Table(file string) (rows [][]string, err error) {
	err = packed.Read(file, func(r io.Reader) error {
		lines := bufio.NewScanner(r)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			row := strings.Split(lines.Text(), "\t")
			if len(row) != 3 {
				return fmt.Errorf("%d columns", len(row))
			}
			rows = append(rows, row)
		}
		return lines.Err()
	})
	return rows, err
}
