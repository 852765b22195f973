package main

import (
	"archive/zip"
	"bufio"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/copydesk/copydesk/train/packed"
)

// newsTokens is how many words are drawn of a language's n-grams.
const newsTokens = 150_000

// newsOf draws words of a language from the n-grams of lingua, which are of news and other pages.
func newsOf(folder string, c class, seed uint64) (source, error) {
	l, err := readLingua(folder, c.code)
	if err != nil {
		return nil, err
	}
	r, s := rand.New(rand.NewPCG(seed, 1)), source{}
	for range newsTokens {
		if w, ok := wordOf(l.word(r), c.script); ok {
			s[w]++
		}
	}
	return s, nil
}

// inLists is the code that lists of words have for a language.
func inLists(code string) string {
	if code == "nb" {
		return "no"
	}
	return code
}

// mostTopWords is how many words of Wikipedia count; the files have the most frequent first.
const mostTopWords = 60_000

// topWords reads the most frequent words that the package langidentify-full-model, a wheel, has of a language in Wikipedia; none if it lacks the language.
func topWords(wheel string, c class) (source, error) {
	z, err := zip.OpenReader(wheel)
	if err != nil {
		return nil, err
	}
	defer z.Close() //nolint:errcheck // only read
	f, err := z.Open("langidentify_full_model/data/topwords-" + inLists(c.code) + ".txt.gz")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	g, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	s, lines := source{}, bufio.NewScanner(g)
	for lines.Scan() && len(s) < mostTopWords {
		w, p, _ := strings.Cut(lines.Text(), " ")
		log, err := strconv.ParseFloat(p, 64)
		if err != nil {
			continue // the head of the file
		}
		if w, ok := wordOf(w, c.script); ok {
			s[w] += math.Exp(log)
		}
	}
	return s, lines.Err()
}

// readSubtitles reads the lists of words of subtitles, by the code that they have.
func readSubtitles(data string) (map[string][]byte, error) {
	all := map[string][]byte{}
	return all, packed.Each(filepath.Join(data, "frequency-words.tar.xz"), func(name string, r io.Reader) (err error) {
		all[strings.TrimSuffix(path.Base(name), ".txt")], err = io.ReadAll(r)
		return err
	})
}

// fewWords is the number below which the words of a list in a script are strays.
const fewWords = 500

// subtitlesOf returns the words of a language in subtitles; none if there is no list, or one in another script.
func subtitlesOf(lists map[string][]byte, c class) source {
	codes := []string{inLists(c.code)}
	if c.code == "zh" {
		codes = append(codes, "zh_cn", "zh_tw")
	}
	s := source{}
	for _, code := range codes {
		for line := range strings.Lines(string(lists[code])) {
			w, count, _ := strings.Cut(strings.TrimSpace(line), " ")
			if n, err := strconv.ParseFloat(count, 64); err == nil {
				splitWords(w, c.script, func(w string) { s[w] += n })
			}
		}
	}
	if len(s) < fewWords {
		return nil
	}
	return s
}
