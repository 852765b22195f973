package detect

// The encodings of several bytes a character are read by a table of what each pair of bytes costs, in 1/8 bits.
const (
	firstLead, lastLead   = 0x81, 0xFE
	firstTrail, lastTrail = 0x40, 0xFE
	trails                = lastTrail - firstTrail + 1

	// PairCount is how many pairs of bytes have a cost.
	PairCount = (lastLead - firstLead + 1) * trails
)

// NoCharacter is the cost of a pair of bytes that is no character.
const NoCharacter = 255

// PairAt returns the pair of bytes whose cost is at index i of a table.
func PairAt(i int) [2]byte {
	return [2]byte{byte(firstLead + i/trails), byte(firstTrail + i%trails)} //nolint:gosec // i is below PairCount
}

// pairCosts are the costs of the pairs of one encoding.
type pairCosts struct {
	label string
	costs string
}

// What a sample costs beside its pairs.
const (
	// multiPrior is the prior of every encoding of several bytes a character: single words that are no words of any language
	// would otherwise be taken for rare characters.
	multiPrior = 10 * bit

	asciiCost   = 6 * bit  // a character of ASCII
	halfCost    = 16 * bit // a halfwidth katakana, of one byte
	strangeCost = 20 * bit // a character of three or four bytes
	cutCost     = 16 * bit // half a character at the end
	brokenCost  = 32 * bit // no character

	// tooDear is what a sample costs of which more than maxBroken thousandths of the characters are none.
	tooDear   = 1 << 30
	maxBroken = 20
)

// advance reads s up to n, or beyond for the rest of a character.
func (p *pairCosts) advance(r *reading, s []byte, n int) {
	at, sum := int(r.at), 0
	for at < n {
		c := s[at]
		width, cost := 1, asciiCost
		if c >= 0x80 {
			if width, cost = p.character(s[at:]); cost == brokenCost {
				r.broken++
			}
		}
		sum += cost
		at += width
	}
	r.at = int16(at) //nolint:gosec // at most maxSample and a character
	r.cost += int32(sum)
	if int(r.broken)*1000 > at*maxBroken/2 {
		r.cost = max(r.cost, tooDear)
	}
}

// character returns the length and the cost of the first character of s, which is beyond ASCII. One that is cut off at the end of
// s is not broken, but in a short text it is a sign of another encoding.
func (p *pairCosts) character(s []byte) (width, cost int) {
	c := s[0]
	switch {
	case p.label == "shift_jis" && 0xA1 <= c && c <= 0xDF:
		return 1, halfCost
	case len(s) == 1:
		return 1, cutCost
	case c < firstLead || c > lastLead:
		return 1, brokenCost
	case p.label == "gbk" && '0' <= s[1] && s[1] <= '9':
		return min(4, len(s)), strangeCost
	case p.label == "euc-jp" && c == 0x8F && s[1] >= 0xA1:
		return min(3, len(s)), strangeCost
	case s[1] < firstTrail || s[1] > lastTrail:
		return 1, brokenCost
	}
	if cost = int(p.costs[int(c-firstLead)*trails+int(s[1]-firstTrail)]); cost == NoCharacter {
		if s[1] < 0x80 {
			return 1, brokenCost
		}
		return 2, brokenCost
	}
	return 2, cost
}
