package content

import "github.com/copydesk/copydesk/internal/clean/html/dom"

// pullNames are names that pages give to a sentence of the text that is set large beside it.
var pullNames = setOf("pullquote pull-quote pullout pull-right pull-left")

const (
	// pullWords is how many words such a sentence has at least, mostPulled at most.
	pullWords  = 6
	mostPulled = 80

	// pullRun is how many words in a row are looked for, pullShare how many of its runs the text has, in per cent: editors shorten at times.
	pullRun   = 4
	pullShare = 80
)

// dropPullQuotes leaves out of an article of the press the quotations that say again what the text beside them says.
func (p *Page) dropPullQuotes(keep []bool) {
	if p.press < creditPress || p.isThread() {
		return
	}
	var pulled []int
	for i := range keep {
		if n := p.wordsIn(i); keep[i] && n >= pullWords && n <= mostPulled && p.isPulled(i) {
			pulled = append(pulled, i)
		}
	}
	if len(pulled) == 0 {
		return
	}
	runs := p.runsOf(keep, pulled)
	for _, i := range pulled {
		words := p.wordsOf(&p.Blocks[i])
		n := 0
		for k := 0; k+pullRun <= len(words); k++ {
			if runs[runOf(words[k:])] {
				n++
			}
		}
		if all := len(words) + 1 - pullRun; all > 0 && n*100 >= all*pullShare {
			keep[i] = false
		}
	}
}

// postNames are those of embedded posts, which may be quoted beside.
var postNames = setOf("twitter-tweet twitter-video instagram-media bluesky-embed mastodon-embed")

// isPulled reports whether block i is in a quotation that is no post of another site, or named as a sentence of the text.
func (p *Page) isPulled(i int) bool {
	node := p.Blocks[i].Node
	parent := p.Tree.Nodes[node].Parent
	if p.contextOf(i)&dom.Quote != 0 {
		return !p.isNamed(node, postNames) && !p.isNamed(parent, postNames)
	}
	return p.isNamed(node, pullNames) || p.isNamed(parent, pullNames)
}

// runsOf are the runs of words of what is kept, without some blocks.
func (p *Page) runsOf(keep []bool, without []int) wordSet {
	runs := wordSet{}
	for i := range keep {
		if len(without) > 0 && without[0] == i {
			without = without[1:]
			continue
		}
		if !keep[i] {
			continue
		}
		words := p.wordsOf(&p.Blocks[i])
		if p.late(8 * len(words)) {
			break
		}
		for k := 0; k+pullRun <= len(words); k++ {
			runs[runOf(words[k:])] = true
		}
	}
	return runs
}

func runOf(words []uint32) (h uint32) {
	for _, w := range words[:pullRun] {
		h = pairOf(h, w)
	}
	return h
}
