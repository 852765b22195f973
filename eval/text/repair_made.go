package text

import (
	"bufio"
	"hash/fnv"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/ulikunitz/xz"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/eval/data"
)

// damages are the chains by which texts are damaged, as in the development set and more.
var damages = []struct {
	name   string
	tables []*charmap.Charmap
}{
	{"utf8>cp1252", []*charmap.Charmap{charmap.Windows1252}},
	{"utf8>latin1", []*charmap.Charmap{charmap.ISO8859_1}},
	{"utf8>cp1251", []*charmap.Charmap{charmap.Windows1251}},
	{"utf8>macroman", []*charmap.Charmap{charmap.Macintosh}},
	{"utf8>cp437", []*charmap.Charmap{charmap.CodePage437}},
	{"utf8>koi8r", []*charmap.Charmap{charmap.KOI8R}},
	{"utf8>cp1250", []*charmap.Charmap{charmap.Windows1250}},
	{"utf8>cp1254", []*charmap.Charmap{charmap.Windows1254}},
	{"utf8>cp850", []*charmap.Charmap{charmap.CodePage850}},
	{"utf8>cp1252+utf8>cp1252", []*charmap.Charmap{charmap.Windows1252, charmap.Windows1252}},
	{"utf8>latin1+utf8>cp1252", []*charmap.Charmap{charmap.ISO8859_1, charmap.Windows1252}},
	{"utf8>cp1252+utf8>latin1", []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1}},
	{"utf8>macroman+utf8>cp1252", []*charmap.Charmap{charmap.Macintosh, charmap.Windows1252}},
}

// damage reads the UTF-8 of s in each of tables in turn. A byte that a table lacks becomes the control of the same
// number, as in browsers.
func damage(s string, tables []*charmap.Charmap) string {
	for _, table := range tables {
		var b strings.Builder
		for i := range len(s) {
			r := table.DecodeByte(s[i])
			if r == utf8.RuneError {
				r = rune(s[i])
			}
			b.WriteRune(r)
		}
		s = b.String()
	}
	return s
}

// madeText is a text that a set is made of.
type madeText struct {
	source, text string
	hash         uint64
}

// madeTexts reads sentences, paragraphs of the declaration of human rights and paragraphs of news: those with
// characters beyond ASCII, in NFC, that are in no development set. Their order is that of the files.
func madeTexts() ([]madeText, error) {
	dev, err := devTexts()
	if err != nil {
		return nil, err
	}
	var made []madeText
	add := func(source, s string) {
		if utf8.RuneCountInString(s) == len(s) || dev[s] || strings.ContainsFunc(s, noText) || !norm.NFC.IsNormalString(s) || strings.TrimSpace(s) != s {
			return
		}
		h := fnv.New64a()
		h.Write([]byte(s))
		made = append(made, madeText{source, s, h.Sum64()})
	}
	for _, file := range []string{"sentences", "udhr"} {
		lines, err := readTSV("languages/" + file + ".tsv.xz")
		if err != nil {
			return nil, err
		}
		for _, l := range lines {
			add(file, l[len(l)-1])
		}
	}
	articles, err := data.ReadJSONL[struct{ Text string }]("news/news-train.jsonl.xz")
	if err != nil {
		return nil, err
	}
	for i, a := range articles {
		if i%4 != 0 {
			continue
		}
		for p := range strings.SplitSeq(a.Text, "\n") {
			add("news", p)
		}
	}
	return made, nil
}

// noText reports whether r is to be repaired wherever it occurs: a text that holds it is damaged.
func noText(r rune) bool {
	return 0x7F <= r && r < 0xA0 || r == 0xAD || r == 0x200B || 0x2060 <= r && r <= 0x2064 || r == 0xFEFF || 0x202A <= r && r <= 0x202E ||
		0x2066 <= r && r <= 0x2069 || 0xFB00 <= r && r <= 0xFB06 || r == 0xFFFD
}

// devTexts are the texts of the development sets.
func devTexts() (map[string]bool, error) {
	dev := map[string]bool{}
	damaged, err := data.ReadJSONL[struct{ Original string }]("repair/mojibake-dev.jsonl.xz")
	if err != nil {
		return nil, err
	}
	for _, d := range damaged {
		dev[d.Original] = true
	}
	untouched, err := data.ReadJSONL[struct{ Text string }]("repair/negatives-dev.jsonl.xz")
	for _, u := range untouched {
		dev[u.Text] = true
	}
	return dev, err
}

// readTSV reads a compressed file of fields separated by tabs.
func readTSV(file string) ([][]string, error) {
	f, err := os.Open(data.Dir + file)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // only read
	r, err := xz.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, err
	}
	var lines [][]string
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		lines = append(lines, strings.Split(s.Text(), "\t"))
	}
	return lines, s.Err()
}

// heldOut says that a text belongs to the part on which nothing was tuned.
func (m madeText) heldOut() bool { return m.hash%2 == 1 }

// madeSets prints the rates on sets made of texts that are in no development set: damaged texts whole and short, and
// untouched ones. Only the held-out half is looked at.
func madeSets() error {
	texts, err := madeTexts()
	if err != nil {
		return err
	}
	var whole, short, untouched []repaired
	for _, m := range texts {
		if !m.heldOut() {
			continue
		}
		d := damages[m.hash/2%uint64(len(damages))]
		pick := m.hash / 64 % 100
		if m.source != "news" || pick < 40 {
			untouched = append(untouched, repaired{m.source, m.text, m.text})
		}
		if pick < 20 {
			whole = append(whole, repaired{d.name, damage(m.text, d.tables), m.text})
		}
		if s := shortened(m.text); s != "" && pick >= 80 {
			short = append(short, repaired{d.name, damage(s, d.tables), s})
		}
	}
	if err := printExact("made, held out: paragraphs, exact", whole); err != nil {
		return err
	}
	if err := printExact("made, held out: three words, exact", short); err != nil {
		return err
	}
	return printExact("made, held out: untouched, unchanged", untouched)
}

// shortened returns three words of s around its first character beyond ASCII, or "".
func shortened(s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if utf8.RuneCountInString(w) < len(w) {
			return strings.Join(words[max(0, i-1):min(len(words), i+2)], " ")
		}
	}
	return ""
}
