package spacy

import "github.com/copydesk/copydesk/internal/score/pytext"

// Count returns Of(t).Len(), without numbering the tokens if nobody asked for them yet.
func Count(t *pytext.Text) int {
	if k, ok := t.Found(key{}).(*Tokens); ok {
		return k.Len()
	}
	k := tokenPool.Get()
	defer k.Release()
	k.begin(t)
	w := k.words
	for _, s := range w.All() {
		n := len(k.cut(s))
		k.chunks = append(k.chunks, chunk{0, int32(n), k.split.match.first.number(), k.split.match.last.number()}) //nolint:gosec // a Text is shorter than 2 GiB
	}
	n := 0
	for i := 0; i < w.Len(); i++ {
		t.Tick(4)
		c := &k.chunks[w.IDs[i]]
		if c.tail != 0 {
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
