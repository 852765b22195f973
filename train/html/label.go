package main

// gramWords is how long the runs of words are by which a text is found again.
const gramWords = 4

// aligner finds the blocks of a page again in its known content.
type aligner struct {
	gold  []int32
	grams map[[gramWords]int32][]int // where each run of words begins in gold
	used  []bool
}

func newAligner(gold []int32) *aligner {
	a := &aligner{gold: gold, grams: make(map[[gramWords]int32][]int, len(gold))}
	a.used = make([]bool, len(a.gold))
	for i := 0; i+gramWords <= len(a.gold); i++ {
		g := [gramWords]int32(a.gold[i : i+gramWords])
		a.grams[g] = append(a.grams[g], i)
	}
	return a
}

// label is how much of each block is content, from 0 to 1.
func (a *aligner) label(blocks [][]int32) []float32 {
	labels := make([]float32, len(blocks))
	ends := make([][2]int, len(blocks)) // where in gold a block begins and ends; {0, 0} if it was not found
	at := 0
	for i, b := range blocks {
		if len(b) < gramWords {
			continue
		}
		labels[i], ends[i] = a.long(b, at)
		if labels[i] > .5 {
			at = ends[i][1]
		}
	}
	a.short(blocks, labels, ends)
	return labels
}

// long returns how much of a block of at least four words is in gold, and where. Of several places the first that
// is free from at on counts, else the first that is free.
func (a *aligner) long(b []int32, at int) (share float32, where [2]int) {
	covered := make([]bool, len(b))
	where = [2]int{len(a.gold), 0}
	for i := 0; i+gramWords <= len(b); i++ {
		places := a.grams[[gramWords]int32(b[i:i+gramWords])]
		p := a.free(places, at)
		if p < 0 {
			continue
		}
		where[0], where[1] = min(where[0], p), max(where[1], p+gramWords)
		for k := range gramWords {
			covered[i+k] = true
		}
		at = p
	}
	n := 0
	for _, c := range covered {
		if c {
			n++
		}
	}
	share = float32(n) / float32(len(b))
	if share > .5 {
		for i := where[0]; i < min(where[1], where[0]+2*len(b)); i++ {
			a.used[i] = true
		}
	}
	return share, where
}

// free returns the place to take.
func (a *aligner) free(places []int, at int) int {
	best := -1
	for _, p := range places {
		if a.used[p] {
			continue
		}
		if p >= at {
			return p
		}
		if best < 0 {
			best = p
		}
	}
	return best
}

// window is the number of words after the previous block within which a short block is looked for, where the next block is not known.
const window = 60

// short finds blocks of fewer words between the long ones before and after them.
func (a *aligner) short(blocks [][]int32, labels []float32, ends [][2]int) {
	at := 0
	for i, b := range blocks {
		if len(b) >= gramWords {
			if labels[i] > .5 {
				at = ends[i][1]
			}
			continue
		}
		if len(b) == 0 {
			continue
		}
		limit := at + window
		for k := i + 1; k < len(blocks); k++ {
			if len(blocks[k]) >= gramWords && labels[k] > .5 {
				if ends[k][0] >= at {
					limit = min(limit, ends[k][0])
				}
				break
			}
		}
		if p := a.find(b, at, min(limit, len(a.gold))); p >= 0 {
			labels[i] = 1
			for k := range b {
				a.used[p+k] = true
			}
			at = p + len(b)
		}
	}
}

// find looks for b in gold[from:to].
func (a *aligner) find(b []int32, from, to int) int {
next:
	for p := from; p+len(b) <= to; p++ {
		for k, w := range b {
			if a.used[p+k] || a.gold[p+k] != w {
				continue next
			}
		}
		return p
	}
	return -1
}
