package dedup

// Groups say which documents belong together. Documents are numbered from 0 in the order in which they were added.
type Groups struct {
	parent []uint32 // a document of the same group with a smaller number, or the document itself
}

// First returns the first document of the group that a document belongs to; itself if there is none before it.
func (g *Groups) First(doc uint32) uint32 {
	for g.parent[doc] != doc {
		g.parent[doc] = g.parent[g.parent[doc]] // halves the way for those who come later
		doc = g.parent[doc]
	}
	return doc
}

// Len is the number of documents.
func (g *Groups) Len() int { return len(g.parent) }

// join makes one group of two.
func (g *Groups) join(a, b uint32) {
	if a, b = g.First(a), g.First(b); a < b {
		g.parent[b] = a
	} else {
		g.parent[a] = b
	}
}
