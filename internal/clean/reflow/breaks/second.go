package breaks

// Second are the numbers that describe a break at the second look: those of the first, and what the first look found
// here, nearby and in the whole document. A link leaves two breaks, and a text that was broken once is broken often.
type Second [Count2]int16

// Count2 is how many numbers describe a break at the second look.
const Count2 = Count + 20

// Sure is how far from zero, in log-odds, the first look must be to be the last.
const Sure = 4.5

// SetOdds records the log-odds of being false that the first look gave the next break. It must be called for every break,
// in order, before Second.
func (d *Document) SetOdds(logOdds float64) {
	v := int16(max(-1000, min(logOdds*100, 1000)))
	i := len(d.odds)
	d.odds = append(d.odds, v)
	d.kinds.add(&d.Pieces[i], &d.Pieces[i+1], v)
	d.found.add(int(v))
}

// Doubtful reports whether break i is worth a second look.
func (d *Document) Doubtful(i int) bool { return d.odds[i] > -Sure*100 && d.odds[i] < Sure*100 }

// Odds returns the log-odds that the first look found for break i.
func (d *Document) Odds(i int) float64 { return float64(d.odds[i]) / 100 }

// found sums what the first look found in a document.
type found struct{ sum, doubtful, likely, sure, highest, second int }

func (s *found) add(odds int) {
	s.sum += odds
	s.doubtful += btoi(odds > -200)
	s.likely += btoi(odds > 0)
	s.sure += btoi(odds > 300)
	if odds > s.highest {
		odds, s.highest = s.highest, odds
	}
	s.second = max(s.second, odds)
}

// Second writes the description of the break after Pieces[i] to f.
func (d *Document) Second(i int, f *Second) {
	d.Features(i, (*Features)(f[:Count]))
	w := writer{f: f[Count:]}
	for _, k := range [...]int{-3, -2, -1, 0, 1, 2, 3} {
		w.put(d.oddsAt(i + k))
	}
	s, n := d.found, len(d.odds)
	w.put(s.sum/n, share(s.doubtful, n), share(s.likely, n), share(s.sure, n), s.highest, s.second, min(s.likely, 100))
	w.kinds(d, i)
}

// kinds describes the other breaks of the same kind in the document.
func (w *writer) kinds(d *Document, i int) {
	fine, broad := kindOf(&d.Pieces[i], &d.Pieces[i+1])
	for _, t := range [...]*tally{&d.kinds.fine[fine], &d.kinds.broad[broad]} {
		others, mean := t.without(d.odds[i])
		w.put(min(others, 100), mean, share(others, len(d.odds)))
	}
}

func (d *Document) oddsAt(i int) int {
	if i < 0 || i >= len(d.odds) {
		return -1000
	}
	return int(d.odds[i])
}
