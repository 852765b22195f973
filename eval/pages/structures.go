package pages

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// structureKinds are the structures that are kept or dropped as a whole.
var structureKinds = []string{"table", "list", "dl", "code", "quotation"}

// wholeness counts the structures of a kind by what became of them.
type wholeness struct{ whole, dropped, part int }

func (w wholeness) share() float64 {
	return float64(w.whole+w.dropped) / float64(max(w.whole+w.dropped+w.part, 1))
}

// Structures prints of how many tables, lists, descriptions, blocks of code and quotations on the pages of all sets all or nothing is kept.
// Those with at least half of the page's text, in navigation or forms, and of one unit only, are none.
func Structures() error {
	bySet := map[string]map[string]*wholeness{}
	var names []string
	all := map[string]*wholeness{}
	for _, kind := range structureKinds {
		all[kind] = &wholeness{}
	}
	err := lookAt(func(set pageSet, l *looked) error {
		if bySet[set.name] == nil {
			names = append(names, set.name)
			bySet[set.name] = map[string]*wholeness{}
			for _, kind := range structureKinds {
				bySet[set.name][kind] = &wholeness{}
			}
		}
		l.eachStructure(func(kind string, node int32) {
			l.count(kind, node, all[kind], bySet[set.name][kind])
		})
		return nil
	})
	if err != nil {
		return err
	}
	fmt.Printf("%-14s", "whole/dropped/part")
	for _, kind := range structureKinds {
		fmt.Printf(" %24s", kind)
	}
	fmt.Println()
	for _, name := range names {
		printWholeness(name, bySet[name])
	}
	printWholeness("all", all)
	for _, kind := range structureKinds {
		floor.AtLeast("structures/"+kind, all[kind].share())
	}
	return nil
}

func printWholeness(name string, of map[string]*wholeness) {
	fmt.Printf("%-18s", name)
	for _, kind := range structureKinds {
		w := of[kind]
		fmt.Printf(" %12s %5.3f %5.3f", fmt.Sprintf("%d/%d/%d", w.whole, w.dropped, w.part), w.share(), float64(w.whole)/float64(max(w.whole+w.part, 1)))
	}
	fmt.Println()
}

// eachStructure calls do with the outermost structures.
func (l *looked) eachStructure(do func(kind string, node int32)) {
	t := l.tree
	size := 0
	for i := range t.Texts {
		size += l.size(int32(i))
	}
	for i := int32(1); int(i) < len(t.Nodes); {
		n := &t.Nodes[i]
		kind, ok := l.structure(i, size)
		if !ok {
			i++
			continue
		}
		do(kind, i)
		i = n.End
	}
}

// structure returns what kind of structure node i is, if it is one.
func (l *looked) structure(i int32, size int) (string, bool) {
	t := l.tree
	n := &t.Nodes[i]
	if n.In&(dom.Nav|dom.Form|dom.Footer|dom.Aside|dom.Skip|dom.Hidden) != 0 || n.EndText-n.FirstText < 2 {
		return "", false
	}
	own := 0
	for k := n.FirstText; k < n.EndText; k++ {
		own += l.size(k)
	}
	if own*2 > size {
		return "", false
	}
	switch n.Tag {
	case atom.Table:
		return "table", l.isDataTable(i)
	case atom.Ul, atom.Ol:
		return "list", l.units(i, atom.Li) > 1 && !l.mostlyLinks(i)
	case atom.Dl:
		return "dl", l.units(i, atom.Dt) > 0 && l.units(i, atom.Dd) > 0
	case atom.Pre:
		return "code", true
	case atom.Blockquote:
		return "quotation", !l.mostlyLinks(i)
	default:
		return "", false
	}
}

// units counts the elements of a tag inside a node.
func (l *looked) units(node int32, tag dom.Tag) (n int) {
	for k := node + 1; k < l.tree.Nodes[node].End; k++ {
		if l.tree.Nodes[k].Tag == tag {
			n++
		}
	}
	return n
}

func (l *looked) mostlyLinks(node int32) bool {
	n := &l.tree.Nodes[node]
	linked, all := 0, 0
	for k := n.FirstText; k < n.EndText; k++ {
		all += l.size(k)
		if l.tree.Nodes[l.tree.Texts[k].Parent].In&(dom.Link|dom.Control) != 0 {
			linked += l.size(k)
		}
	}
	return linked*2 > all
}

// isDataTable reports whether a table has at least two rows of two short cells, and neither tables nor headings of the page inside.
func (l *looked) isDataTable(node int32) bool {
	t := l.tree
	if role := t.Raw(node, dom.Role); role == "presentation" || role == "none" {
		return false
	}
	cells := map[int32]int{}
	for k := node + 1; k < t.Nodes[node].End; k++ {
		n := &t.Nodes[k]
		switch n.Tag {
		case atom.Table, atom.H1, atom.H2, atom.H3, atom.Form, atom.Article:
			return false
		case atom.Td, atom.Th:
			if n.EndText > n.FirstText {
				cells[n.Parent]++
			}
			if n.EndText-n.FirstText > 0 && int(t.Texts[n.EndText-1].End-t.Texts[n.FirstText].Start) > 1500 {
				return false
			}
		}
	}
	rows := 0
	for _, n := range cells {
		if n > 1 {
			rows++
		}
	}
	return rows > 1
}

// mostLost is the share of a structure's bytes that may be lost of one that is whole: a button or a mark, and leastKept that which may be
// left of one that is dropped.
const mostLost = .03

// count counts a structure by how much of it is in the clean text. What readers cannot see does not count, nor what is to be pressed.
func (l *looked) count(kind string, node int32, counts ...*wholeness) {
	n := &l.tree.Nodes[node]
	kept, all := 0, 0
	lost := map[string]int{}
	for k := n.FirstText; k < n.EndText; k++ {
		in := l.tree.Nodes[l.tree.Texts[k].Parent].In
		if in&(dom.Control|dom.Skip|dom.Caption) != 0 || strings.HasPrefix(string(l.why[k]), "html.hidden.") || l.why[k] == "html.markup" {
			continue
		}
		kept += min(l.kept[k], l.size(k))
		all += l.size(k)
		if l.kept[k] == 0 {
			lost[string(l.why[k])] += l.size(k)
		}
	}
	if all == 0 {
		return
	}
	missing := float64(all-kept) / float64(all)
	for _, w := range counts {
		switch {
		case missing <= mostLost:
			w.whole++
		case missing >= 1-mostLost:
			w.dropped++
		default:
			w.part++
		}
	}
	if showing && missing > mostLost && missing < 1-mostLost {
		l.showPart(kind, node, missing, lost)
	}
}

func (l *looked) showPart(kind string, node int32, missing float64, lost map[string]int) {
	n := &l.tree.Nodes[node]
	fmt.Printf("PART %s of %s: missing %.2f, %v\n", kind, l.id, missing, lost)
	for k := n.FirstText; k < min(n.EndText, n.FirstText+60); k++ {
		mark := '-'
		if l.kept[k] > 0 {
			mark = '+'
		}
		words := strings.Fields(l.tree.Span(k).Of(l.tree.Page))
		fmt.Printf("   %c %-10s %-18s %s\n", mark, l.tree.Nodes[l.tree.Texts[k].Parent].Tag, l.why[k], strings.Join(words[:min(len(words), 12)], " "))
	}
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
