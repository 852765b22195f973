// Package corpus reads the unlabelled and the machine-labelled texts that models of names are made from.
package corpus

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/ulikunitz/xz"

	"github.com/copydesk/copydesk/internal/text"
)

// Text is one document. File is the base name of the file it is in.
type Text struct {
	File, ID, Text string
}

// Key names a document in all files.
func (t *Text) Key() string { return t.File + "|" + t.ID }

// Files returns the files of unlabelled English text under data, news last.
func Files(data string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(data, "english", "*.jsonl.xz"))
	return append(files, filepath.Join(data, "news", "news-train.jsonl.xz")), err
}

// Each calls do for every document of files, in order.
func Each(files []string, do func(*Text) error) error {
	for _, file := range files {
		err := Lines(file, func(line []byte) error {
			t := Text{File: filepath.Base(file)}
			if err := json.Unmarshal(line, &t); err != nil {
				return err
			}
			return do(&t)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// xzMagic begins a file that xz has compressed.
const xzMagic = "\xfd7zXZ\x00"

// Lines calls each for every line of a file, compressed by xz or not.
func Lines(file string, each func([]byte) error) error {
	f, err := os.Open(file) //nolint:gosec // the caller's choice
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	lines := bufio.NewReaderSize(f, 1<<20)
	if head, _ := lines.Peek(len(xzMagic)); string(head) == xzMagic {
		r, err := xz.NewReader(lines)
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		lines = bufio.NewReaderSize(r, 1<<20)
	}
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 1 {
			if err := each(line); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// Silver is what one other tagger found in a document.
type Silver struct {
	File, ID string
	Spans    []Span
}

// Key names the document in all files.
func (s *Silver) Key() string { return s.File + "|" + s.ID }

// Span is a name, half-open, in code points.
type Span struct {
	Start, End int
	Class      string
}

// UnmarshalJSON reads [start, end, class].
func (s *Span) UnmarshalJSON(b []byte) error {
	return json.Unmarshal(b, &[]any{&s.Start, &s.End, &s.Class})
}

// EachSilver calls do for every document that teacher has labelled.
func EachSilver(data, teacher string, do func(*Silver) error) error {
	return Lines(filepath.Join(data, "silver", teacher+".jsonl.xz"), func(line []byte) error {
		var s Silver
		if err := json.Unmarshal(line, &s); err != nil {
			return err
		}
		return do(&s)
	})
}

// Offsets returns the byte offset of each code point of s, and the length.
func Offsets(s string) []int {
	offsets := make([]int, 0, len(s)+1)
	for i := range s {
		offsets = append(offsets, i)
	}
	return append(offsets, len(s))
}

// Split returns the words and sentences of s as the service finds them.
func Split(s string) ([]text.Word, []text.Span) {
	ctx := context.Background() // it never ends, so there are no errors
	words, _ := text.AppendWords(ctx, nil, s, text.Span{End: len(s)})
	var sentences []text.Span
	for _, p := range text.Paragraphs(s) {
		sentences, _ = text.AppendSentences(ctx, sentences, s, words, p)
	}
	return words, sentences
}
