package score

import (
	"bufio"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"golang.org/x/text/encoding/charmap"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/train/language/heldout"
)

// noneMade makes texts without a language from what the model has not seen: other programs, other names, other generators.
type noneMade struct {
	*rand.Rand
	code, names []string
	sets        map[string]heldout.Set
	codes       []string
}

// textsOfKind is how many texts of each kind there are.
const textsOfKind = 150

// noLanguage prints how many texts without a language are recognised, and how many of the texts that are called so are so: beside them
// stands the same number of sentences, titles and paragraphs in the measured languages.
func noLanguage(sets map[string]heldout.Set) error {
	n := &noneMade{Rand: rand.New(rand.NewPCG(11, 5)), sets: sets, codes: strings.Fields(heldout.Languages)}
	if err := n.read(); err != nil {
		return err
	}
	m, kinds := language.Default(), []struct {
		name string
		make func() string
	}{{"code", n.program}, {"tables", n.table}, {"keyboard noise", n.keys}, {"names", n.people}, {"mojibake", n.garbled}, {"hashes", n.hashes}, {"addresses", n.addresses}}
	isNone := func(s string) bool {
		r, _ := m.Detect(context.Background(), s) // it does not end
		return len(r.Languages) > 0 && (r.Languages[0].Code == language.NoLanguage)
	}
	found := 0
	for _, k := range kinds {
		right := 0
		for range textsOfKind {
			s := k.make()
			ok := isNone(s)
			right += data.OneIf(ok)
			if !ok && os.Getenv("EVAL_SHOW") != "" {
				fmt.Printf("  %s: %.90q\n", k.name, s)
			}
		}
		found += right
		fmt.Printf("no language: %-16s %.3f recognised\n", k.name, float64(right)/textsOfKind)
	}
	wrong, total := 0, textsOfKind*len(kinds)
	for range total {
		s := n.prose()
		ok := !isNone(s)
		wrong += data.OneIf(!ok)
		if !ok && os.Getenv("EVAL_SHOW") != "" {
			fmt.Printf("  prose: %.90q\n", s)
		}
	}
	precision, recall := float64(found)/float64(found+wrong), float64(found)/float64(total)
	fmt.Printf("no language: precision %.4f, recall %.4f of %d texts beside as many with a language\n", precision, recall, total)
	floor.AtLeast("language/no language, precision", precision)
	floor.AtLeast("language/no language, recall", recall)
	return nil
}

// read reads programs of Go's standard library and names of the census.
func (n *noneMade) read() error {
	for _, file := range []string{"../train/lexicon/lists/forenames.txt", "../train/lexicon/lists/surnames.txt"} {
		b, err := os.ReadFile(file) //nolint:gosec // of the project
		if err != nil {
			return err
		}
		for s := bufio.NewScanner(strings.NewReader(string(b))); s.Scan(); {
			if name, _, _ := strings.Cut(s.Text(), "\t"); name != "" && !strings.HasPrefix(name, "#") {
				name = strings.Fields(name)[0]
				n.names = append(n.names, strings.ToUpper(name[:1])+strings.ToLower(name[1:]))
			}
		}
	}
	return filepath.WalkDir(filepath.Join(runtime.GOROOT(), "src", "net"), func(path string, d fs.DirEntry, err error) error { //nolint:staticcheck // where the sources are
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || len(n.code) > 30_000 {
			return err
		}
		b, err := os.ReadFile(path) //nolint:gosec // of Go
		for line := range strings.Lines(string(b)) {
			if line = strings.TrimRight(line, "\n"); line != "" && !strings.HasPrefix(strings.TrimSpace(line), "//") {
				n.code = append(n.code, line)
			}
		}
		return err
	})
}

func (n *noneMade) of(list []string) string { return list[n.IntN(len(list))] }

func (n *noneMade) lines(least, most int, line func() string) string {
	list := make([]string, least+n.IntN(most-least+1))
	for i := range list {
		list[i] = line()
	}
	return strings.Join(list, "\n")
}

func (n *noneMade) random(from string, length int) string {
	b := make([]byte, length)
	for i := range b {
		b[i] = from[n.IntN(len(from))]
	}
	return string(b)
}

func (n *noneMade) program() string {
	at := n.IntN(len(n.code) - 20)
	return strings.Join(n.code[at:at+5+n.IntN(15)], "\n")
}

func (n *noneMade) table() string {
	teams := []string{"Total", "AAPL", "Q1", "Berlin", "EUR", "kWh", "No.", "A-12", "min", "max"}
	return n.lines(4, 12, func() string {
		row := n.of(teams)
		for range 3 + n.IntN(5) {
			row += n.of([]string{"\t", "\t", "  ", " | "}) + fmt.Sprintf(n.of([]string{"%.1f", "%.0f", "%.3f", "$%.2f", "(%.1f)"}), n.Float64()*5000)
		}
		return row
	})
}

func (n *noneMade) keys() string {
	return n.lines(1, 2, func() string {
		var words []string
		for range 4 + n.IntN(8) {
			words = append(words, n.random(n.of([]string{"asdfghjkl", "qwertyuiop", "sdfjklasdf", "abcdefghijklmnopqrstuvwxyz", "jkl;asdf"}), 4+n.IntN(9)))
		}
		return strings.Join(words, " ")
	})
}

func (n *noneMade) people() string {
	separator := n.of([]string{"\n", ", ", "\n", " / "})
	var list []string
	for range 6 + n.IntN(20) {
		list = append(list, n.of(n.names)+" "+n.of(n.names))
	}
	return strings.Join(list, separator)
}

func (n *noneMade) garbled() string {
	for {
		s := n.of(n.sets[n.of([]string{"ru", "uk", "el", "ar", "he", "ja", "zh", "ko", "th", "hi", "bg", "fa", "ka", "vi"})].Sentences)
		if out, err := n.of2(charmap.Windows1252, charmap.ISO8859_1, charmap.Windows1251).NewDecoder().String(s); err == nil {
			return out
		}
	}
}

func (n *noneMade) of2(list ...*charmap.Charmap) *charmap.Charmap { return list[n.IntN(len(list))] }

func (n *noneMade) hashes() string {
	return n.lines(1, 8, func() string {
		return n.random(n.of([]string{"0123456789abcdef", "0123456789ABCDEF", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"}), 24+8*n.IntN(6))
	})
}

func (n *noneMade) addresses() string {
	words := []string{"news", "shop", "img", "static", "en", "2021", "article", "index", "blog", "media"}
	return n.lines(2, 8, func() string {
		return n.of([]string{"http://", "https://", "www."}) + n.of(words) + "." + n.of([]string{"example.net", "test.org", "site.io"}) + "/" + n.of(words) + "/" + n.of(words) + n.of([]string{".html", ".jpg", "/", "?id=77"})
	})
}

// prose returns a sentence, a paragraph of sentences or the first words of a sentence as a title, of a measured language.
func (n *noneMade) prose() string {
	list := n.sets[n.of(n.codes)].Sentences
	switch s := n.of(list); n.IntN(3) {
	case 0:
		return s
	case 1:
		return s + " " + n.of(list) + " " + n.of(list)
	default:
		words := strings.Fields(s)
		return strings.Join(words[:min(len(words), 4+n.IntN(6))], " ")
	}
}
