package main

import (
	"context"
	_ "embed"
	"encoding/gob"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"slices"

	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/train/language/heldout"
)

// packages are those of Python that words are read from, with their digests.
//
//go:embed packages.txt
var packages []byte

// sources is where words come from.
type sources struct {
	lingua    string            // the folder of lingua's n-grams
	topWords  string            // the wheel of langidentify-full-model
	messages  string            // the wheel of Django
	subtitles map[string][]byte // by code
	rights    [][]string        // text, code, paragraph
	work      string            // a folder that keeps what takes long
}

// openSources downloads the packages into work, unless they are there, and opens the data folder.
func openSources(ctx context.Context, data, work string) (s *sources, err error) {
	s = &sources{work: work}
	if err := os.MkdirAll(work, 0o755); err != nil { //nolint:gosec // nothing in it is secret
		return nil, err
	}
	list := filepath.Join(work, "packages.txt")
	if err := os.WriteFile(list, packages, 0o644); err != nil { //nolint:gosec // nothing in it is secret
		return nil, err
	}
	pip := exec.CommandContext(ctx, "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-d", work, "-r", list) //nolint:gosec // constants
	pip.Stderr = os.Stderr
	if err := pip.Run(); err != nil {
		return nil, fmt.Errorf("pip download: %w", err)
	}
	s.topWords = filepath.Join(work, "langidentify_full_model-1.0.0-py3-none-any.whl")
	s.messages = filepath.Join(work, "django-5.2.8-py3-none-any.whl")
	if s.lingua, err = linguaFolder(ctx); err != nil {
		return nil, err
	}
	if s.subtitles, err = readSubtitles(data); err != nil {
		return nil, err
	}
	s.rights, err = heldout.Table(filepath.Join(data, "udhr.tsv.xz"))
	return s, err
}

// lexicon returns the words of a class, from the work folder if they are there.
func (s *sources) lexicon(c class) (*lexicon, error) {
	return kept(filepath.Join(s.work, "words-"+c.name()), func() (*lexicon, error) {
		seed := uint64(slices.IndexFunc(classes(), func(o class) bool { return o.name() == c.name() })) //nolint:gosec // it is there
		by, err := s.of(c, seed)
		if err != nil {
			return nil, err
		}
		return merge(by), nil
	})
}

// kept returns what a file has, or what compute returns, which it writes to the file.
func kept[T any](file string, compute func() (*T, error)) (*T, error) {
	f, err := os.Open(file) //nolint:gosec // of the work folder
	if err == nil {
		defer f.Close() //nolint:errcheck // only read
		v := new(T)
		return v, gob.NewDecoder(f).Decode(v)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	v, err := compute()
	if err != nil {
		return nil, err
	}
	slog.Info("made", "what", filepath.Base(file))
	if f, err = os.Create(file + ".new"); err != nil { //nolint:gosec // of the work folder
		return nil, err
	}
	if err := errors.Join(gob.NewEncoder(f).Encode(v), f.Close()); err != nil {
		return nil, err
	}
	return v, os.Rename(file+".new", file)
}

// withNews are the scripts in which words can be drawn from the n-grams of lingua: for others it has single letters, or parts of syllables.
var withNews = []language.Script{language.Latin, language.Cyrillic, language.Arabic}

// of returns the words of a class by source.
func (s *sources) of(c class, seed uint64) (by map[string]source, err error) {
	if c.code == "sr" && c.script == language.Latin {
		return s.serbianInLatin(c, seed)
	}
	by = map[string]source{}
	add := func(name string, words source) {
		if len(words) > 0 {
			by[name] = words
		}
	}
	if len(c.rights) == 0 && slices.Contains(withNews, c.script) {
		if by[news], err = newsOf(s.lingua, c, seed); err != nil {
			return nil, err
		}
	}
	top, err := topWords(s.topWords, c)
	if err != nil {
		return nil, err
	}
	if len(top) > fewWords { // in a second script of a language there are strays only
		add(wiki, top)
	}
	add(subtitles, subtitlesOf(s.subtitles, c))
	words, err := messagesIn(s.messages, c)
	if err != nil {
		return nil, err
	}
	add(messages, words)
	declared := source{}
	for _, row := range s.rights {
		if slices.Contains(c.rights, row[0]) {
			splitWords(row[2], c.script, func(w string) { declared[w]++ })
		}
	}
	add(rights, declared)
	return by, nil
}
