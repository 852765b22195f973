package redpajama

import "strings"

// blocked returns how many entries of the block list occur in the text, and adds their places to p.
func (n *normal) blocked(p *places) int {
	if n.seen&blockHead == 0 {
		return 0
	}
	count := 0
	for i, id := range n.IDs {
		n.t.Tick(1)
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

// lorem returns how often the normalised text has "lorem ipsum", and adds the places to p. As in the reference, a dotless i and a
// long s count as i and s, but only in a text that also has the phrase in plain letters.
func (n *normal) lorem(p *places) int {
	if n.seen&loremEnd == 0 {
		return 0
	}
	plain, all := 0, 0
	for i, id := range n.IDs[:n.Len()-1] {
		n.t.Tick(1)
		if n.traits[id]&loremEnd == 0 {
			continue
		}
		next := n.Type(n.IDs[i+1])
		if strings.HasPrefix(next, "ipsum") {
			plain++
		}
		if strings.HasPrefix(looser.Replace(next[:min(len(next), maxIpsum)]), "ipsum") {
			all++
			p.add(i, i+2)
		}
	}
	if plain == 0 {
		p.clear()
		return 0
	}
	return all
}

// looser replaces the letters that re.IGNORECASE does not distinguish.
var looser = strings.NewReplacer("ı", "i", "ſ", "s")

// maxIpsum is the length in bytes of "ipsum" in any such letters.
const maxIpsum = len("ıpſum")
