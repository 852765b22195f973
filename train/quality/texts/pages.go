package texts

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/train/labelled"
)

// learnt are the sets of pages that are learnt from; those whose golds hold parts only or whose licence is not stated never are.
var learnt = []string{"wcxb", "news4k", "magic-article", "artext", "n4ktest"}

// mostOfSet is how many pages of a set are used at most.
const mostOfSet = 600

// pages returns the golds of pages, and what is on them beside the gold.
func pages(data string, half Half) ([]Text, error) {
	all, err := labelled.Read(data, func(s *labelled.Set) bool {
		return !s.Pieces && !s.Part && slices.Contains(learnt, s.Name) == (half == Learn)
	})
	if err != nil {
		return nil, err
	}
	var list []Text
	counts := map[string]int{}
	for i := range all {
		p := &all[i]
		if !p.Complete || counts[p.Set.Name] == mostOfSet {
			continue
		}
		t, ok := good(p.Set.Name, p.Site, p.Set.Name+"|"+p.ID, p.Gold)
		if !ok {
			continue
		}
		counts[p.Set.Name]++
		list = append(list, t)
		r := seeded(Boilerplate, p.Set.Name+"|"+p.ID)
		if rest := stretch(r, beside(p)); wordsOf(rest) >= leastWords {
			list = append(list, Text{Set: p.Set.Name, Kind: Boilerplate, ID: t.ID, Key: p.Site, Text: join(r, rest)})
		}
	}
	return list, nil
}

// beside returns the lines of a page that are not in its gold, each once.
func beside(p *labelled.Page) (list []string) {
	gold := newGold(p.Gold)
	seen := map[string]bool{}
	for _, line := range linesOf(p.HTML) {
		if !seen[line] && !gold.has(line) {
			list = append(list, line)
		}
		seen[line] = true
	}
	return list
}

// linesOf returns the text of a page, a line for each element that stands by itself.
func linesOf(page string) (list []string) {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil
	}
	var line strings.Builder
	flush := func() {
		if s := strings.Join(strings.Fields(line.String()), " "); s != "" {
			list = append(list, s)
		}
		line.Reset()
	}
	var visit func(*html.Node)
	visit = func(n *html.Node) {
		switch {
		case n.Type == html.TextNode:
			line.WriteString(n.Data)
			return
		case n.Type == html.ElementNode && unseen[n.DataAtom]:
			return
		}
		apart := n.Type == html.ElementNode && !inline[n.DataAtom]
		if apart {
			flush()
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			visit(c)
		}
		if apart {
			flush()
		}
	}
	visit(root)
	flush()
	return list
}

var (
	unseen = map[atom.Atom]bool{
		atom.Head: true, atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Svg: true, atom.Iframe: true,
	}
	inline = map[atom.Atom]bool{
		atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Em: true,
		atom.Font: true, atom.I: true, atom.Kbd: true, atom.Label: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true,
		atom.Span: true, atom.Strong: true, atom.Sub: true, atom.Sup: true, atom.Time: true, atom.U: true, atom.Var: true,
	}
)

// gold finds lines in the main text of a page.
type gold struct {
	text  string // words in small letters, with spaces around
	grams map[string]bool
}

const gramWords = 4

func newGold(s string) gold {
	words := lettersOf(s)
	g := gold{" " + strings.Join(words, " ") + " ", map[string]bool{}}
	for i := 0; i+gramWords <= len(words); i++ {
		g.grams[strings.Join(words[i:i+gramWords], " ")] = true
	}
	return g
}

// has reports whether a line is in the gold: as a whole, or half of its runs of four words.
func (g gold) has(line string) bool {
	words := lettersOf(line)
	if strings.Contains(g.text, " "+strings.Join(words, " ")+" ") {
		return true
	}
	found, all := 0, 0
	for i := 0; i+gramWords <= len(words); i++ {
		all++
		if g.grams[strings.Join(words[i:i+gramWords], " ")] {
			found++
		}
	}
	return all > 0 && 2*found >= all
}

func lettersOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
