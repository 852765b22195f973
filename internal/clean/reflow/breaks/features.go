package breaks

// Count is how many numbers describe a break.
const Count = 101

// Features are the numbers that describe a break, in the order in which the method Features writes them. A model works
// with the order that it was trained with.
type Features [Count]int16

// Features writes the description of the break after Pieces[i] to f.
func (d *Document) Features(i int, f *Features) {
	w := writer{f: f[:]}
	a, b := d.whole(i), d.whole(i+1)
	w.left(a)
	w.right(b)
	w.outer(d.piece(i-1), d.piece(i+2))
	w.pair(a, b)
	for _, k := range [...]int{-3, -2, -1, 0, 1, 2, 3} {
		w.put(d.suspect(i + k))
	}
	w.put(int(d.before[i]), int(d.after[i]))
	w.put(int(d.gaps[i]), d.gap(i-1), d.gap(i+1))
	w.put(min(i, 20), min(len(d.gaps)-i, 20))
	r := &d.runs[i]
	w.put(int(r.stopBefore), int(r.stopAfter), int(r.shortBefore), int(r.shortAfter))
	w.widths(d, i)
	w.repeats(d, i)
	w.put(btoi(d.binds(i+1)), d.shared(i), btoi(d.isWholeAside(i+1)), btoi(d.SeparatesEntries(i)), d.colonAfter(i))
	w.follows(d, i)
	w.document(&d.all)
}

// follows describes how well the words beside break i and those beside its neighbours follow one another.
func (w *writer) follows(d *Document, i int) {
	for k := i - 1; k <= i+1; k++ {
		w.put(d.Lexicon.Follows.At(d.piece(k).last.Class, d.piece(k+1).first.Class))
	}
}

// nothing is the line before the first and after the last.
var nothing Piece

func (d *Document) piece(i int) *Piece {
	if i < 0 || i >= len(d.Pieces) {
		return &nothing
	}
	return d.whole(i)
}

func (d *Document) suspect(i int) int {
	if i < 0 || i >= len(d.suspicion) {
		return -1
	}
	return int(d.suspicion[i])
}

func (d *Document) gap(i int) int {
	if i < 0 || i >= len(d.gaps) {
		return 0
	}
	return int(d.gaps[i])
}

// writer fills in features in order.
type writer struct {
	f  []int16
	at int
}

func (w *writer) put(values ...int) {
	for _, v := range values {
		w.f[w.at] = int16(max(-1000, min(v, 10000)))
		w.at++
	}
}

func (w *writer) left(p *Piece) {
	w.put(int(p.Last), int(p.First), int(p.Chars), int(p.words), int(p.LastWord),
		portion(p.capitals, p.words), portion(p.functions, p.words), int(p.stops), int(p.digits), int(p.opens), int(p.closes), btoi(p.heading()))
}

func (w *writer) right(p *Piece) {
	w.put(int(p.First), int(p.Last), int(p.Chars), int(p.words), int(p.FirstWord),
		portion(p.capitals, p.words), portion(p.functions, p.words), int(p.stops), int(p.digits), int(p.opens), int(p.closes), btoi(p.heading()),
		int(p.inQuote), btoi(p.firstFunction), btoi(p.label))
}

// outer describes the lines beyond the two beside the break.
func (w *writer) outer(before, after *Piece) {
	for _, p := range [...]*Piece{before, after} {
		w.put(int(p.Last), int(p.First), int(p.Chars), int(p.words), portion(p.capitals, p.words), btoi(p.heading()))
	}
}

func (w *writer) pair(a, b *Piece) {
	w.usage(a.last)
	w.usage(a.first)
	w.usage(b.first)
	w.put(btoi(a.label))
	w.put(int(min(a.opens, 3)*4+min(b.closes, 3)), int(a.Chars-b.Chars))
}

func (w *writer) widths(d *Document, i int) {
	a, b, width := &d.Pieces[i], &d.Pieces[i+1], int(d.widths[i])
	need := int(a.Chars) + 1 + int(b.FirstWord)
	w.put(width, max(width-need, -200), d.all.width-need, width-int(b.Chars), d.all.width-width)
}

func (w *writer) document(s *summary) {
	w.put(min(s.breaks, 200), min(s.certain, 100), share(s.certain, s.breaks), share(s.suspects, s.breaks), s.single,
		s.unfinished, s.lower, s.short, s.full, s.width, s.labels, s.colons,
		share(s.long, s.breaks), share(s.longOpen, s.long), min(s.longOpen, 100))
}

// share returns n of all in thousandths.
func share(n, all int) int { return n * 1000 / max(all, 1) }

// portion is share for the counts of a piece.
func portion(n, all int16) int { return share(int(n), int(all)) }

func (w *writer) usage(u Usage) { w.put(int(u.Closing), int(u.Capital), int(u.Opening)) }
