package redpajama

// blocked returns how often an entry of the block list stands in the text, and adds where to p.
func (n *normal) blocked(p *places) int {
	if n.seen&blockHead == 0 {
		return 0
	}
	count := 0
	for i, id := range n.IDs {
		if n.traits[id]&blockHead == 0 {
			continue
		}
		for _, tail := range n.lists.get(n.Type(id)).tails {
			if n.follows(i+1, tail) {
				count++
				p.add(i, i+1+len(tail))
			}
		}
	}
	return count
}

// follows reports whether the words from number i on are these.
func (n *normal) follows(i int, tail []string) bool {
	if i+len(tail) > n.Len() {
		return false
	}
	for j, word := range tail {
		if n.Type(n.IDs[i+j]) != word {
			return false
		}
	}
	return true
}
