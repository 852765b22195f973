package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/clean/reflow/breaks"
	"github.com/copydesk/copydesk/internal/portable"
)

const (
	// vocabulary is how many words are put into classes; others count by their form.
	vocabulary = 12000

	// passes is how often every word may change its class: hardly any does so after a few.
	passes = 4
)

// pairs counts how often a word comes right after another inside a sentence. Words are numbered: below breaks.FirstClass are the
// classes of the form of words without one, then come those of the vocabulary.
type pairs struct {
	ids    map[string]int32
	usage  []breaks.Usage
	counts map[[2]int32]int32
}

// newPairs returns an empty count for the first words of entries.
func newPairs(entries []breaks.Entry) *pairs {
	p := pairs{ids: map[string]int32{}, counts: map[[2]int32]int32{}}
	for i, e := range entries[:min(len(entries), vocabulary)] {
		p.ids[e.Word] = int32(breaks.FirstClass + i) //nolint:gosec // few
		p.usage = append(p.usage, e.Usage)
	}
	return &p
}

// count counts the pairs of s, a line of which is a paragraph.
func (p *pairs) count(s string) {
	for line := range strings.SplitSeq(s, "\n") {
		before := int32(-1)
		for word := range strings.FieldsSeq(line) {
			bare := strings.TrimFunc(word, isMark)
			if bare == "" {
				before = -1
				continue
			}
			id := p.id(bare)
			if before >= 0 && strings.HasPrefix(word, bare) {
				p.counts[[2]int32{before, id}]++
			}
			if before = id; !strings.HasSuffix(word, bare) {
				before = -1
			}
		}
	}
}

func isMark(r rune) bool { return !isWord(r) }

func (p *pairs) id(word string) int32 {
	id, ok := p.ids[strings.ToLower(word)]
	switch {
	case !ok:
		return int32(breaks.ClassOfForm(word))
	case p.usage[id-breaks.FirstClass].IsTitle(word):
		return breaks.ClassTitle
	default:
		return id
	}
}

// link is a word beside another, or its class, and how often it is there.
type link struct{ id, n int32 }

// clustering puts words into classes so that the class of a word says as much as possible about the class of the next: by the exchange
// algorithm, which moves one word after another to the class where the likelihood of all pairs of classes is greatest.
type clustering struct {
	class       []uint8  // by word
	right, left [][]link // by word, the words after it and before it
	n           [breaks.Classes][breaks.Classes]int32
	rows, cols  [breaks.Classes]int32
	logs        []float64 // x log x for small x
}

// cluster returns the class of each word, and the table that breaks.OpenFollows reads.
func (p *pairs) cluster() (class []uint8, follows []byte) {
	words := len(p.usage) + breaks.FirstClass
	c := clustering{class: make([]uint8, words), right: make([][]link, words), left: make([][]link, words), logs: make([]float64, 1<<16)}
	for x := 1; x < len(c.logs); x++ {
		c.logs[x] = float64(x) * portable.Log(float64(x))
	}
	for w := range c.class {
		c.class[w] = uint8(w) //nolint:gosec // below Classes
		if w >= breaks.Classes {
			c.class[w] = uint8(breaks.FirstClass + w%(breaks.Classes-breaks.FirstClass)) //nolint:gosec // below Classes
		}
	}
	c.read(p.counts)
	for range passes {
		for w := breaks.FirstClass; w < words; w++ {
			c.move(w)
		}
	}
	return c.class, c.table()
}

// read fills in the neighbours of each word, in order, and the counts of pairs of classes.
func (c *clustering) read(counts map[[2]int32]int32) {
	for k, n := range counts {
		c.right[k[0]] = append(c.right[k[0]], link{k[1], n})
		c.left[k[1]] = append(c.left[k[1]], link{k[0], n})
		a, b := c.class[k[0]], c.class[k[1]]
		c.n[a][b] += n
		c.rows[a] += n
		c.cols[b] += n
	}
	for w := range c.class {
		slices.SortFunc(c.right[w], func(a, b link) int { return cmp.Compare(a.id, b.id) })
		slices.SortFunc(c.left[w], func(a, b link) int { return cmp.Compare(a.id, b.id) })
	}
}

// around are the classes beside a word and how often they are, in order; self is how often it is beside itself.
type around struct {
	right, left []link
	self        int32
	rows, cols  int32
}

func (c *clustering) around(w int) around {
	var right, left [breaks.Classes]int32
	a := around{}
	for _, l := range c.right[w] {
		a.rows += l.n
		if int(l.id) == w {
			a.self = l.n
			continue
		}
		right[c.class[l.id]] += l.n
	}
	for _, l := range c.left[w] {
		a.cols += l.n
		if int(l.id) != w {
			left[c.class[l.id]] += l.n
		}
	}
	for k := range right {
		if right[k] > 0 {
			a.right = append(a.right, link{int32(k), right[k]}) //nolint:gosec // below Classes
		}
		if left[k] > 0 {
			a.left = append(a.left, link{int32(k), left[k]}) //nolint:gosec // below Classes
		}
	}
	return a
}

// move moves word w to the best class.
func (c *clustering) move(w int) {
	a := c.around(w)
	c.add(&a, int(c.class[w]), -1)
	best, most := int(c.class[w]), c.gain(&a, int(c.class[w]))
	for to := breaks.FirstClass; to < breaks.Classes; to++ {
		if g := c.gain(&a, to); g > most {
			best, most = to, g
		}
	}
	c.add(&a, best, 1)
	c.class[w] = uint8(best) //nolint:gosec // below Classes
}

// add adds a word with the neighbours a to class to, times sign.
func (c *clustering) add(a *around, to int, sign int32) {
	for _, l := range a.right {
		c.n[to][l.id] += sign * l.n
	}
	for _, l := range a.left {
		c.n[l.id][to] += sign * l.n
	}
	c.n[to][to] += sign * a.self
	c.rows[to] += sign * a.rows
	c.cols[to] += sign * a.cols
}

// gain returns how much likelier all pairs are with a word with the neighbours a in class to.
func (c *clustering) gain(a *around, to int) float64 {
	gain, own := 0., a.self
	for _, l := range a.right {
		if int(l.id) == to {
			own += l.n
			continue
		}
		gain += c.more(c.n[to][l.id], l.n)
	}
	for _, l := range a.left {
		if int(l.id) == to {
			own += l.n
			continue
		}
		gain += c.more(c.n[l.id][to], l.n)
	}
	return gain + c.more(c.n[to][to], own) - c.more(c.rows[to], a.rows) - c.more(c.cols[to], a.cols)
}

// more returns (x + n) log (x + n) less x log x.
func (c *clustering) more(x, n int32) float64 { return c.xlogx(x+n) - c.xlogx(x) }

func (c *clustering) xlogx(x int32) float64 {
	if int(x) < len(c.logs) {
		return c.logs[x]
	}
	return float64(x) * portable.Log(float64(x))
}

// table returns, for every pair of classes, how much more often than by chance the second follows the first.
func (c *clustering) table() []byte {
	const unit, prior = 16, 1
	all := 0.
	for _, n := range c.rows {
		all += float64(n)
	}
	out := make([]byte, 0, breaks.Classes*breaks.Classes)
	for a := range c.n {
		for b, n := range c.n[a] {
			expected := float64(c.rows[a]) * float64(c.cols[b]) / all
			v := unit * portable.Log2((float64(n)+prior)/(expected+prior))
			out = append(out, byte(int8(max(-127, min(v, 127))))) //nolint:gosec // with its sign
		}
	}
	return out
}
