package spacy

import "github.com/copydesk/copydesk/internal/score/pytext"

// Count returns how many tokens t has, as Of(t).Len(), without giving them numbers where nobody asked for the tokens.
func Count(t *pytext.Text) int {
	if k, ok := t.Found(key{}).(*Tokens); ok {
		return k.Len()
	}
	k := pool.Get().(*Tokens) //nolint:forcetypeassert // the pool holds nothing else
	defer k.Release()
	w := t.Words()
	k.words = w
	for id := range uint32(w.Types()) { //nolint:gosec // types are numbered so
		n := len(k.cut(w.Type(id)))
		k.chunks = append(k.chunks, chunk{0, int32(n), k.split.match.first, k.split.match.last}) //nolint:gosec // texts are shorter than 2 GiB
	}
	n := 0
	for i := 0; i < w.Len(); i++ {
		c := &k.chunks[w.IDs[i]]
		if c.tail != nil {
			if last := k.group(t.S, w, i); last > i {
				n += len(k.cutGroup(t.S, w, i, last))
				i = last
				continue
			}
		}
		n += int(c.count)
	}
	return n
}
