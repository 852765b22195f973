package main

import (
	"bufio"
	"io"
	"os"
	"path"
	"strconv"
	"strings"
	"unicode"

	"github.com/copydesk/copydesk/train/packed"
)

// line is a piece of text and how often it counts.
type line struct {
	text  string
	count float64
}

// corpus are texts by language.
type corpus map[string][]line

// dataSets are the three sets of ../shared/data/languages that models learn from.
type dataSets struct {
	words     corpus // with their frequencies in subtitles
	rights    corpus // paragraphs of the Universal Declaration of Human Rights
	sentences corpus // of treebanks
}

func readAll(folder string) (dataSets, error) {
	d := dataSets{words: corpus{}, rights: corpus{}, sentences: corpus{}}
	if err := d.words.readWords(folder + "/frequency-words.tar.xz"); err != nil {
		return d, err
	}
	if err := d.rights.readLines(folder+"/udhr.tsv.xz", rightsLanguage); err != nil {
		return d, err
	}
	return d, d.sentences.readLines(folder+"/sentences.tsv.xz", sentenceLanguage)
}

// wordLists are the names of word lists that are not the code of their language. That of zh mixes both scripts, the others
// two languages.
var wordLists = map[string]string{"no": "nb", "pt_br": "pt", "zh_cn": "zh-cn", "zh_tw": "zh-tw", "zh": "", "ze_en": "", "ze_zh": ""}

// rightsLanguage returns the language of a line of the declaration: text code, language code, paragraph.
func rightsLanguage(fields []string) string {
	switch fields[0] {
	case "cmn_hans":
		return "zh-cn"
	case "cmn_hant":
		return "zh-tw"
	case "mlt":
		return "mt"
	}
	return fields[1]
}

// sentenceLanguage returns the language of a sentence: language code, treebank, sentence. The Chinese ones are in
// traditional characters.
func sentenceLanguage(fields []string) string {
	if fields[0] == "zh" {
		return "zh-tw"
	}
	return fields[0]
}

// add adds a text under its language and, if it is written in two, its script.
func (c corpus) add(language, text string, count float64) {
	if language == "sr" || language == "bs" || language == "az" || language == "mn" {
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			language += "-c"
		} else {
			language += "-l"
		}
	}
	if language == "vi" {
		text = splitTones(text)
	}
	c[language] = append(c[language], line{text, count})
}

func (c corpus) readLines(file string, languageOf func(fields []string) string) error {
	return packed.Read(file, func(r io.Reader) error {
		s := bufio.NewScanner(r)
		for s.Scan() {
			fields := strings.Split(s.Text(), "\t")
			if language := languageOf(fields); language != "" {
				c.add(language, fields[2], 1)
			}
		}
		return s.Err()
	})
}

// readOther reads a file of lines of a language, a tab and a text.
func (c corpus) readOther(file string) error {
	all, err := os.ReadFile(file) //nolint:gosec // the user names it
	for l := range strings.Lines(string(all)) {
		if language, text, ok := strings.Cut(strings.TrimSuffix(l, "\n"), "\t"); ok {
			c.add(language, text, 1)
		}
	}
	return err
}

func (c corpus) readWords(file string) error {
	return packed.Each(file, func(name string, r io.Reader) error {
		language := strings.TrimSuffix(path.Base(name), ".txt")
		if other, ok := wordLists[language]; ok {
			language = other
		}
		if language == "" {
			return nil
		}
		s := bufio.NewScanner(r)
		for s.Scan() {
			word, n, _ := strings.Cut(s.Text(), " ")
			if count, err := strconv.Atoi(n); err == nil {
				c.add(language, word, float64(count))
			}
		}
		return s.Err()
	})
}
