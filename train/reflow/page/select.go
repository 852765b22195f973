package page

import "golang.org/x/net/html/atom"

const (
	// minParagraph is how many characters a block needs to speak for its container.
	minParagraph = 25

	// minArticle is how many characters an element needs that calls itself the article.
	minArticle = 200

	// maxLinkDensity is the share of link text from which a container is a list of links.
	maxLinkDensity = .5
)

// mainContent returns the element that holds the main content: one that says so of itself if it holds enough,
// else the one whose paragraphs weigh most, else the whole page.
func (t *tree) mainContent() int32 {
	t.weigh()
	best, most := int32(0), minArticle
	for i := range t.elements {
		e := &t.elements[i]
		if own := e.chars - e.linked; e.marked && !e.skip && own > most && 3*own >= t.elements[0].chars-t.elements[0].linked {
			best, most = int32(i), own
		}
	}
	if best != 0 {
		return best
	}
	evidence := 0.0
	for i := range t.elements {
		e := &t.elements[i]
		if e.skip || e.chars == 0 || !isBlock[e.tag] {
			continue
		}
		density := float64(e.linked) / float64(e.chars)
		if score := e.evidence * (1 - density); density < maxLinkDensity && score > evidence {
			best, evidence = int32(i), score
		}
	}
	return best
}

// weigh sums text upwards and lets paragraphs speak for what holds them: fully for the parent, half for the
// parent's parent (the weighting of Readability). Children come after their parents, so that one pass backwards is enough.
func (t *tree) weigh() {
	for i := len(t.elements) - 1; i > 0; i-- {
		e := &t.elements[i]
		p := &t.elements[e.parent]
		p.chars += e.chars
		p.linked += e.linked
		own := e.chars - e.linked
		if isParagraph(e.tag) && own >= minParagraph {
			p.evidence += float64(own)
			t.elements[p.parent].evidence += float64(own) / 2
		}
	}
}

func isParagraph(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Pre, atom.Blockquote, atom.Li, atom.Td, atom.Dd:
		return true
	default:
		return false
	}
}
