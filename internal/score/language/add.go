package language

import "github.com/copydesk/copydesk/internal/model"

// rowOf returns the number of bytes of a whole row for so many classes.
func rowOf(classes int) int { return (classes + lanes - 1) / lanes * lanes }

// lanes is how many weights of a row are added at once.
const lanes = 8

// rows are sums of whole rows, two words for each eight classes: four sums of 16 bits in each, of the classes with even and with odd numbers.
type rows struct {
	n    int
	sums [(maxClasses + 1) / lanes][2]uint64
}

// mostRows is how many bytes can be added in 16 bits.
const mostRows = (1<<16 - 1) / (1<<8 - 1)

// every second byte of eight.
const evenBytes = 0x00ff00ff00ff00ff

func (r *rows) add(row string, scores *[maxClasses + 1]int32) {
	for i := range min(len(row)/lanes, len(r.sums)) {
		x, sums := model.Uint64(row, lanes*i), &r.sums[i]
		sums[0] += x & evenBytes
		sums[1] += x >> 8 & evenBytes
	}
	if r.n++; r.n == mostRows {
		r.flush(scores)
	}
}

// flush adds the sums to scores, and begins anew.
func (r *rows) flush(scores *[maxClasses + 1]int32) {
	if r.n == 0 {
		return
	}
	zero := int32(rowZero * r.n) //nolint:gosec // at most mostRows
	for i, pair := range r.sums {
		if pair[0] == 0 {
			break // a row has no byte beyond this
		}
		for k := range lanes {
			scores[lanes*i+k] += int32(pair[k&1]>>(16*(k>>1))&0xffff) - zero
		}
	}
	*r = rows{}
}

// addFrom adds the weights of an n-gram, whose bucket is known, to the scores of the classes or to rows, and reports whether the model has it.
func (m *Model) addFrom(g *gram, scores *[maxClasses + 1]int32, r *rows) bool {
	if g.first >= g.to {
		return false
	}
	e := m.entries[g.first:g.to]
	want := uint16(g.hash>>(64-bucketBits-printBits)) << 4 //nolint:gosec // the low bits are meant
	for at := 0; at+headBytes <= len(e); {
		head := uint16(e[at]) | uint16(e[at+1])<<8
		at += headBytes
		n, isRow := int(head&manyPairs), false
		size := n * pairBytes
		if n == manyPairs && at < len(e) {
			n = int(e[at])
			at++
			if size, isRow = n*pairBytes, n == wholeRow; isRow {
				size = m.row
			}
		}
		end := at + size
		if end > len(e) {
			return false
		}
		if head&^manyPairs == want {
			if isRow {
				r.add(e[at:end], scores)
			} else {
				addPairs(e[at:end], scores)
			}
			return true
		}
		at = end
	}
	return false
}

// addPairs adds weights to the scores of their classes, four pairs at a time.
func addPairs(p string, scores *[maxClasses + 1]int32) {
	for ; len(p) >= 4*pairBytes; p = p[4*pairBytes:] {
		x := model.Uint64(p, 0)
		scores[uint8(x)] += int32(int8(x >> 8))      //nolint:gosec // a class, and a weight with its sign
		scores[uint8(x>>16)] += int32(int8(x >> 24)) //nolint:gosec // likewise
		scores[uint8(x>>32)] += int32(int8(x >> 40)) //nolint:gosec // likewise
		scores[uint8(x>>48)] += int32(int8(x >> 56)) //nolint:gosec // likewise
	}
	for ; len(p) >= pairBytes; p = p[pairBytes:] {
		scores[p[0]] += int32(int8(p[1])) //nolint:gosec // a weight has a sign
	}
}
