package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/charset/detect"
)

// wideEncodings are the encodings of several bytes a character that texts are measured in.
var wideEncodings = map[string][]string{"zh-cn": {"gbk"}, "zh-tw": {"big5"}, "ja": {"shift_jis", "euc-jp"}, "ko": {"euc-kr"}}

// measured is a text to be detected, and whether it was decoded exactly.
type measured struct {
	Set      string `json:"set"`
	Size     int    `json:"size"`
	Language string `json:"language"`
	Label    string `json:"label"`
	Raw      []byte `json:"raw"`
	Text     string `json:"text"`
	Exact    bool   `json:"exact"`
}

// measurer measures models and keeps what it measured them on.
type measurer struct {
	model   *detect.Model
	set     string
	verbose bool
	all     []measured
}

// measure prints the share of texts, of size bytes in their encoding, that are decoded exactly.
func (m *measurer) measure(c corpus, size int) {
	first := len(m.all)
	for _, language := range slices.Sorted(maps.Keys(c)) {
		for _, label := range append(slices.Clone(families[language]), wideEncodings[language]...) {
			m.each(c[language], measured{Set: m.set, Size: size, Language: language, Label: label})
		}
	}
	exact := 0
	for _, x := range m.all[first:] {
		if x.Exact {
			exact++
		}
	}
	n := len(m.all) - first
	fmt.Printf("%-10s %5d bytes: %d of %d texts decoded exactly (%.4f)\n", m.set, size, exact, n, float64(exact)/float64(max(n, 1)))
}

// each measures the texts of one language in one encoding.
func (m *measurer) each(lines []line, x measured) {
	wrong := map[string]int{}
	for _, raw := range texts(lines, x.Label, x.Size) {
		x.Raw, x.Text, x.Exact = []byte(raw), decode(x.Label, raw), false
		if guesses := m.model.Detect(raw); len(guesses) > 0 {
			if x.Exact = decode(guesses[0].Label, raw) == x.Text; !x.Exact {
				wrong[guesses[0].Label+"/"+guesses[0].Language]++
			}
		}
		m.all = append(m.all, x)
	}
	if m.verbose && len(wrong) > 0 {
		fmt.Printf("  %d %s %s: %v\n", x.Size, x.Language, x.Label, wrong)
	}
}

// write writes what was measured as JSON Lines.
func (m *measurer) write(file string) error {
	if file == "" {
		return nil
	}
	f, err := os.Create(file) //nolint:gosec // the user names it
	if err != nil {
		return err
	}
	e := json.NewEncoder(f)
	for _, x := range m.all {
		if err := e.Encode(x); err != nil {
			return err
		}
	}
	return f.Close()
}

func decode(label, raw string) string {
	s, err := encodings[label].NewDecoder().String(raw)
	if err != nil {
		return ""
	}
	return s
}

// maxTexts is how many texts are measured for a language in an encoding.
const maxTexts = 20

// texts returns texts of lines in an encoding, of about size bytes, with bytes beyond ASCII. Lines that the encoding cannot
// write are left out.
func texts(lines []line, label string, size int) []string {
	var all []string
	var b strings.Builder
	for _, l := range lines {
		raw, err := encodings[label].NewEncoder().String(l.text)
		if err != nil {
			continue
		}
		if b.WriteString(raw + "\n"); b.Len() >= size {
			if s := b.String(); !isASCII(s) {
				all = append(all, s)
			}
			b.Reset()
			if len(all) == maxTexts {
				break
			}
		}
	}
	return all
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
