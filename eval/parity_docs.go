package main

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"github.com/ulikunitz/xz"
)

// furtherDocs are parityDocs, read once: unpacking takes most of a minute.
var furtherDocs = sync.OnceValues(parityDocs)

// parityDocs returns the documents beyond the golden files on which the references' own code is run: news, the main text of
// web pages, sentences and declarations in many languages, and texts made to stand at the edges.
func parityDocs() ([]parityDoc, error) {
	var docs []parityDoc
	for _, part := range []func() ([]parityDoc, error){parityNews, parityWeb, parityLanguages, parityEdges} {
		d, err := part()
		if err != nil {
			return nil, err
		}
		docs = append(docs, d...)
	}
	return docs, nil
}

// parityNews is every thirtieth article of the news, about.
func parityNews() ([]parityDoc, error) {
	articles, err := readJSONL[struct{ ID, Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return nil, err
	}
	var docs []parityDoc
	for _, a := range articles {
		if hashed(a.ID)%30 == 0 {
			docs = append(docs, parityDoc{"news-" + a.ID, a.Text})
		}
	}
	return docs, nil
}

// parityWeb is the main text of every second page of WCXB's development part, about.
func parityWeb() ([]parityDoc, error) {
	all, err := parityWebAll()
	return slices.DeleteFunc(all, func(d parityDoc) bool { return hashed(d.DocID)%2 == 0 }), err
}

// parityWebAll is the main text of all its pages.
func parityWebAll() ([]parityDoc, error) {
	var docs []parityDoc
	err := readTar("html/wcxb-dev.tar.xz", func(name string, content []byte) error {
		if !strings.Contains(name, "truth/") || !strings.HasSuffix(name, ".json") {
			return nil
		}
		var truth struct {
			GroundTruth struct {
				MainContent string `json:"main_content"`
			} `json:"ground_truth"`
		}
		if err := json.Unmarshal(content, &truth); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		docs = append(docs, parityDoc{"web-" + name, truth.GroundTruth.MainContent})
		return nil
	})
	return docs, err
}

// parityLanguages is a declaration in each language of the Universal Declaration of Human Rights.
func parityLanguages() ([]parityDoc, error) {
	f, err := os.Open(dataDir + "languages/udhr.tsv.xz")
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	r, err := xz.NewReader(f)
	if err != nil {
		return nil, err
	}
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	texts := map[string][]string{}
	var order []string
	for line := range strings.Lines(string(b)) {
		fields := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(fields) < 2 {
			continue
		}
		if texts[fields[0]] == nil {
			order = append(order, fields[0])
		}
		texts[fields[0]] = append(texts[fields[0]], fields[len(fields)-1])
	}
	docs := make([]parityDoc, 0, len(order))
	for _, lang := range order {
		docs = append(docs, parityDoc{"udhr-" + lang, strings.Join(texts[lang], "\n")})
	}
	return docs, nil
}

// readTar calls do with each file of a packed archive below the data folder.
func readTar(file string, do func(name string, content []byte) error) error {
	f, err := os.Open(dataDir + file)
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // only read
	packed, err := xz.NewReader(f)
	if err != nil {
		return err
	}
	for r := tar.NewReader(packed); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		var b bytes.Buffer
		if _, err := io.Copy(&b, r); err != nil { //nolint:gosec // our own data
			return err
		}
		if err := do(h.Name, b.Bytes()); err != nil {
			return err
		}
	}
}

func hashed(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s)) //nolint:errcheck // never fails
	return h.Sum32()
}

// edgePieces are what the made texts consist of.
var edgePieces = []string{
	"", "word", "The boat left the quay at dawn with the mail and the milk.", "It was to be of use, that much they have said, and with reason.",
	"- a point", "* another point", "• a third", "‣ a fourth", "1. first", "MENU", "ALL CAPS LINE THAT GOES ON", "42", "3.14 2,718", "#tag #other ##", "Wait...",
	"Wait…", "Read more...", "Sign-in here", "2 items in cart", "12K likes", "Lorem ipsum dolor sit amet", "if (x) { return; }", "javascript is needed",
	"We use cookies", "Terms of use", "See our privacy policy.", "🙂🙂🙂", "👩‍👩‍👧 🇩🇪 e\u0301", "ｆｕｌｌｗｉｄｔｈ", "日本語の文章です。次の文です。", "Русский текст без точки",
	"العربية", "हिन्दी में वाक्य।", "ไทยไม่มีช่องว่าง", "한국어 문장입니다.", "a\u00a0b\u00a0c", "x\u0085y", "p\u2028q", "tab\tseparated\tcells", "| a | b |", "|---|---|", "http://example.com/a?b=c",
	"https://example.org/porn.html", "don't can't it's John's", "$5.00 10km 5kg 9am", "U.S.A. e.g. i.e. Mr. Smith", "“quoted” ‘words’", "[1] cited [edit] text[2].", "ʼn ŉ ǅ ß İ ı", "²³ ½ Ⅷ 一万",
	"a-b--c---d", "snake_case_word", "(brackets) [more] {braces} ⟨angle⟩", "end -»", "(...)", "naughty", "Scunthorpe", ":-) <3 :( ;)", "e-mail me@example.com now", "\x1c\x1d\x1e\x1f", "\u200b\ufeff", "no end",
	strings.Repeat("long", 300), strings.Repeat("again ", 30), strings.Repeat("!", 40), strings.Repeat("the same line over and over ", 3),
}

// edgeSeparators stand between the pieces.
var edgeSeparators = []string{"\n", "\n", "\n\n", " ", " ", "\r\n", "\n\n\n", " \n ", "\u2028", "\v"}

// parityEdges makes texts of pieces, drawn by a fixed rule.
func parityEdges() ([]parityDoc, error) {
	docs := make([]parityDoc, 0, 600)
	state := uint64(1)
	draw := func(n int) int {
		state = state*6364136223846793005 + 1442695040888963407
		return int((state >> 33) % uint64(n)) //nolint:gosec // n is small
	}
	for i, piece := range edgePieces {
		docs = append(docs, parityDoc{fmt.Sprintf("edge-one-%d", i), piece})
	}
	for i := range 600 {
		var b strings.Builder
		few := 2 + draw(len(edgePieces)-2) // how many of the pieces a text knows: few repeat much
		for range 1 + draw(60) {
			b.WriteString(edgePieces[draw(few)])
			b.WriteString(edgeSeparators[draw(len(edgeSeparators))])
		}
		docs = append(docs, parityDoc{fmt.Sprintf("edge-%d", i), b.String()})
	}
	return docs, nil
}
