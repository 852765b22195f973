package hidden

import (
	"slices"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
)

// isPage reports whether an element holds the most of a page, which readers must have seen: what is not displayed, 70 % of
// the texts; what only cannot be seen until scripts have run, half of them.
func (f *finder) isPage(n *dom.Node, notDisplayed bool) bool {
	inside, all := int(n.EndText-n.FirstText), len(f.t.Texts)
	if n.Tag == atom.Main || !notDisplayed && inside >= 20 && inside*2 >= all {
		return true
	}
	return inside >= 8 && inside*10 >= all*7
}

const (
	// leastMain is how many bytes of content an element holds at least that is taken for the body of a page, and leastPaid how many one
	// does whose name says that subscribers see it: some 150 and 60 words.
	leastMain = 900
	leastPaid = 360

	// leastTexts is how many texts it holds at least: a body has several paragraphs.
	leastTexts = 3
)

// weighChoice sums up how much of the page is content by the choice of content.
func (f *finder) weighChoice(parts []dom.Part) {
	f.chosen = make([]int, len(f.t.Texts)+1)
	without := 0
	for i := range f.t.Texts {
		if f.stop(4) {
			return
		}
		f.chosen[i+1] = f.chosen[i]
		if i < len(parts) && parts[i].Written() {
			n := f.t.Span(int32(i)).Len()
			f.chosen[i+1] += n
			if f.inFallback(int32(i)) {
				without += n
			}
		}
	}
	f.fallback = without*2 >= f.chosen[len(f.chosen)-1]
}

// inFallback reports whether text i is for readers without scripts.
func (f *finder) inFallback(i int32) bool {
	return f.t.Nodes[f.t.Texts[i].Parent].In&dom.Fallback != 0
}

// isFallback reports whether text i is for readers without scripts on a page whose content is for all.
func (f *finder) isFallback(i int32) bool { return !f.fallback && f.inFallback(i) }

// isContent reports whether an element that is not displayed is the body of the page, which a script shows: to subscribers, or once it has
// loaded. It holds half of what was chosen as content; where its name says that subscribers see it, less will do.
func (f *finder) isContent(n *dom.Node, id string) bool {
	if n.EndText-n.FirstText < leastTexts {
		return false
	}
	inside, all := f.chosen[n.EndText]-f.chosen[n.FirstText], f.chosen[len(f.chosen)-1]
	return inside >= leastMain && inside*2 >= all || inside >= leastPaid && (isForSubscribers(id) || slices.ContainsFunc(f.classes, isForSubscribers))
}

// isForSubscribers reports whether a class or id names what subscribers see.
func isForSubscribers(name string) bool {
	name = strings.ToLower(name)
	for _, part := range [...]string{"paywall", "subscriber-only", "subscribers-only", "paid-content", "premium-content", "meteredcontent", "metered-content"} {
		if strings.Contains(name, part) {
			return true
		}
	}
	return false
}
