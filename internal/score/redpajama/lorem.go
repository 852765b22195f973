package redpajama

import "strings"

// lorem returns how often "lorem ipsum" stands in the normalised text, and adds where to p. As there, a dotless i and a long
// s pass for i and s, but only in a text that also has it in plain letters.
func (n *normal) lorem(p *places) int {
	if n.seen&loremEnd == 0 {
		return 0
	}
	plain, all := 0, 0
	for i, id := range n.IDs[:n.Len()-1] {
		if n.traits[id]&loremEnd == 0 {
			continue
		}
		next := n.Type(n.IDs[i+1])
		if strings.HasPrefix(next, "ipsum") {
			plain++
		}
		if strings.HasPrefix(looser.Replace(next), "ipsum") {
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

// looser makes the letters that re.IGNORECASE takes for the same.
var looser = strings.NewReplacer("ı", "i", "ſ", "s")
