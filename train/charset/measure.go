package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"syscall"

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
	InPage   bool   `json:"in_page"` // whether it was decoded exactly as part of a page that declares nothing
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
	exact, inPage := 0, 0
	for _, x := range m.all[first:] {
		if x.Exact {
			exact++
		}
		if x.InPage {
			inPage++
		}
	}
	n := len(m.all) - first
	share := func(k int) float64 { return float64(k) / float64(max(n, 1)) }
	fmt.Printf("%-10s %5d bytes: %d of %d texts decoded exactly (%.4f), inside pages %d (%.4f)\n", m.set, size, exact, n, share(exact), inPage, share(inPage))
}

// A page that declares nothing and has no text of its own beyond ASCII.
const (
	pageStart = "<!DOCTYPE html><html><head><title>Home</title><link rel=stylesheet href=/s.css></head><body><div class=\"main\"><p>"
	pageEnd   = "</p></div><script>var page = {id: 17};</script></body></html>"
)

// each measures the texts of one language in one encoding.
func (m *measurer) each(lines []line, x measured) {
	wrong := map[string]int{}
	for _, raw := range texts(lines, x.Label, x.Size) {
		x.Raw, x.Text = []byte(raw), decode(x.Label, raw)
		var guess string
		if x.Exact, guess = m.isExact(raw, raw, x.Text); !x.Exact {
			wrong[guess]++
		}
		x.InPage, _ = m.isExact(pageStart+raw+pageEnd, raw, x.Text)
		m.all = append(m.all, x)
	}
	if m.verbose && len(wrong) > 0 {
		fmt.Printf("  %d %s %s: %v\n", x.Size, x.Language, x.Label, wrong)
	}
}

// isExact reports whether the encoding that document seems to be in decodes raw, which is part of it, to text.
func (m *measurer) isExact(document, raw, text string) (bool, string) {
	guesses := m.model.Detect(document)
	if len(guesses) == 0 {
		return false, ""
	}
	return decode(guesses[0].Label, raw) == text, guesses[0].Label + "/" + guesses[0].Language
}

// write prints the speed and writes what was measured as JSON Lines.
func (m *measurer) write(file string) error {
	bytes, start := 0, cpuSeconds()
	for _, x := range m.all {
		m.model.Detect(string(x.Raw))
		bytes += len(x.Raw)
	}
	fmt.Printf("%.1f MB/s on one core\n", float64(bytes)/1e6/(cpuSeconds()-start))
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

// cpuSeconds returns the time that this process has computed so far.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
