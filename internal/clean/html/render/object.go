package render

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// object is an element that shows something without having text inside.
type object struct {
	node int32
	kind objectKind
}

type objectKind uint8

const (
	picture objectKind = iota
	letter             // a picture of its alternative text, such as an emoji
	tex                // a script of TeX, or a picture of a formula
)

// findObjects lists the objects of the page in order.
func (w *writer) findObjects() {
	t := w.t
	for i := range t.Nodes {
		if w.stop(8) {
			return
		}
		n := &t.Nodes[i]
		id := int32(i)
		switch {
		case n.Tag == atom.Img && n.In&(dom.Skip|dom.Unseen) == 0:
			if w.ancestry(int32(i)).math == 0 {
				w.objects = append(w.objects, object{id, w.pictureKind(id)})
			}
		case n.Tag == atom.Script:
			w.setsTeX = w.setsTeX || setsTeX(t.Raw(id, dom.Src))
			if w.texts && isTeX(t.Raw(id, dom.Type)) {
				w.objects = append(w.objects, object{id, tex})
			}
		}
	}
}

// pictureKind returns what a picture shows.
func (w *writer) pictureKind(node int32) objectKind {
	class, alt := w.t.Raw(node, dom.Class), w.t.Raw(node, dom.Alt)
	switch {
	case alt == "":
		return picture
	case hasWord(class, isFormulaImageName) || strings.Contains(w.t.Raw(node, dom.Src), "latex.php"):
		return tex
	case w.isEmoji(node, class, alt):
		return letter
	default:
		return picture
	}
}

// longestEmoji is the length in bytes of the longest text of a picture that stands for one character, longestSmiley that of one of marks.
const longestEmoji, longestSmiley = 40, 3

// isEmoji reports whether a picture stands for a character: it is named so, and its text is one, or a smiley of marks.
func (w *writer) isEmoji(node int32, class, alt string) bool {
	if len(alt) > longestEmoji || strings.IndexByte(alt, ' ') >= 0 {
		return false
	}
	if alt[0] >= utf8.RuneSelf {
		return strings.Contains(class, "emoji") || strings.Contains(w.t.Raw(node, dom.Src), "/emoji/")
	}
	return len(alt) <= longestSmiley && hasWord(class, isEmojiName)
}

// objectsBefore writes the objects before text i, up to the first that is in block, where text i begins a line.
func (w *writer) objectsBefore(i, block int32) {
	for w.next < len(w.objects) && !w.stop(64) {
		o := w.objects[w.next]
		n := &w.t.Nodes[o.node]
		if n.FirstText > i || n.FirstText == i && w.t.Nodes[o.node].Block == block {
			return
		}
		w.next++
		if w.isAmong(n) || w.isAmongContent(o) {
			w.writeAlone(o)
		}
	}
}

// isAmong reports whether the texts around an object are written, or the one after it, if that is its caption. The caption of the picture before
// is passed over.
func (w *writer) isAmong(n *dom.Node) bool {
	if w.choice(n.FirstText) == dom.LeaveOut {
		return false
	}
	before := n.FirstText - 1
	for k := 0; k < maxFigure && before >= 0 && w.t.Nodes[w.t.Texts[before].Parent].In&(dom.Figure|dom.Caption) != 0; k++ {
		before--
	}
	return w.choice(before) != dom.LeaveOut || w.isShown(n)
}

// isShown reports whether an element is in one figure with the text after it, its caption.
func (w *writer) isShown(n *dom.Node) bool {
	return n.In&dom.Figure != 0 && w.t.Nodes[w.t.Texts[n.FirstText].Parent].In&dom.Figure != 0
}

// maxFigure is how many elements up from a picture its figure is looked for.
const maxFigure = 8

// isAmongContent reports whether a picture is in a figure between two texts that are written, whatever becomes of its caption.
// Pictures that are links lead elsewhere, as teasers do.
func (w *writer) isAmongContent(o object) bool {
	n := &w.t.Nodes[o.node]
	if o.kind != picture || n.In&dom.Figure == 0 || n.In&(dom.Link|dom.Nav|dom.Aside|dom.Footer|dom.Form) != 0 {
		return false
	}
	for range maxFigure {
		if n.Tag == atom.Figure {
			return w.choice(n.FirstText-1) == dom.Keep && w.choice(n.EndText) == dom.Keep
		}
		n = &w.t.Nodes[n.Parent]
	}
	return false
}

// objectsInside writes the objects before text i, which goes on with a line.
func (w *writer) objectsInside(i int32) {
	for w.next < len(w.objects) && !w.stop(64) && w.t.Nodes[w.objects[w.next].node].FirstText <= i {
		o := w.objects[w.next]
		w.next++
		first := w.t.Nodes[o.node].FirstText
		if w.choice(first) != dom.LeaveOut || w.last >= 0 && w.choice(first-1) != dom.LeaveOut || w.isAmongContent(o) {
			w.writeInline(o)
		}
	}
}

// objectsAfter writes the objects at the end of a line that are in the same block as its last text.
func (w *writer) objectsAfter(to int32) {
	block := w.t.Nodes[w.t.Texts[to-1].Parent].Block
	for w.next < len(w.objects) && !w.stop(64) {
		o := w.objects[w.next]
		n := &w.t.Nodes[o.node]
		if n.FirstText > to || n.Block != block {
			return
		}
		w.next++
		if w.choice(to-1) != dom.LeaveOut {
			w.writeInline(o)
		}
	}
}

// writeAlone writes an object that is a block of its own.
func (w *writer) writeAlone(o object) {
	if o.kind == picture {
		w.picture(o.node)
		return
	}
	s, words := w.objectText(o)
	if words == "" || s.Start < w.done {
		return
	}
	kind := text.Paragraph
	if o.kind == tex {
		kind = text.Math
	}
	w.begin(text.Block{Kind: kind, Quotes: int(w.ancestry(o.node).quotes), Lists: w.listsAround(o.node, kind)}, 0)
	w.gap, w.sep, w.list = blockGap, "", 0
	w.putObject(o, s, words, true)
}

// writeInline writes an object inside a line.
func (w *writer) writeInline(o object) {
	if o.kind == picture || !w.open {
		w.picture(o.node)
		return
	}
	s, words := w.objectText(o)
	if words == "" || s.Start < w.done {
		return
	}
	if w.last >= 0 && s.Start > 0 && isSpace(w.t.Page[s.Start-1]) {
		w.owe(spaceGap)
	}
	w.putObject(o, s, words, strings.Contains(w.t.Raw(o.node, dom.Type), "mode=display"))
	w.last = max(w.last, 0)
	w.afterObject = true
}

func (w *writer) putObject(o object, s text.Span, words string, display bool) {
	if o.kind == tex {
		w.putTeX(s, words, display)
		return
	}
	w.put(s, words, byMarkup)
}

// objectText returns what is written for an object, and in place of what.
func (w *writer) objectText(o object) (text.Span, string) {
	n := &w.t.Nodes[o.node]
	s := text.Span{Start: int(n.Open), End: int(n.Close)}
	if n.Tag == atom.Img {
		words := w.t.Value(o.node, dom.Alt)
		if o.kind == tex {
			words = cleanTeX(words)
		}
		return s, words
	}
	s.End = w.endOf(n)
	inside := strings.TrimSpace(w.t.Page[n.Close:s.End])
	inside = strings.TrimSuffix(strings.TrimPrefix(inside, "<![CDATA["), "]]>")
	return s, cleanTeX(strings.TrimSuffix(strings.TrimPrefix(inside, "% <![CDATA["), "%"))
}
