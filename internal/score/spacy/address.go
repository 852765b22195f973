package spacy

import (
	"strings"

	"github.com/copydesk/copydesk/internal/score/pytext"
)

// isAddress reports whether s is an IPv4 address that spaCy's pattern admits: not one of private networks, the loopback, the
// multicast range, nor one that ends in 0 or 255. Its last digits may be of any script, as \d matches them.
func isAddress(s string) bool {
	var parts [4]string
	for i := range 3 {
		part, rest, more := strings.Cut(s, ".")
		if !more {
			return false
		}
		parts[i], s = part, rest
	}
	parts[3] = s
	var octets [4]octet
	for i, p := range parts {
		o, ok := newOctet(p)
		if !ok {
			return false
		}
		octets[i] = o
	}
	return octets[0].first() && octets[1].middle() && octets[2].middle() && octets[3].last() && !private(parts)
}

// octet is one to three digits of any script.
type octet struct {
	n     int
	digit [3]rune
}

func newOctet(s string) (o octet, ok bool) {
	for _, r := range s {
		if o.n == len(o.digit) || !pytext.IsDecimal(r) {
			return o, false
		}
		o.digit[o.n] = r
		o.n++
	}
	return o, o.n > 0
}

// in reports whether digit i is an ASCII digit from lo to hi.
func (o octet) in(i int, lo, hi rune) bool { return lo <= o.digit[i] && o.digit[i] <= hi }

// first is [1-9]\d?|1\d\d|2[01]\d|22[0-3].
func (o octet) first() bool {
	if o.n < 3 {
		return o.in(0, '1', '9')
	}
	return o.in(0, '1', '1') || o.in(0, '2', '2') && (o.in(1, '0', '1') || o.in(1, '2', '2') && o.in(2, '0', '3'))
}

// middle is 1?\d{1,2}|2[0-4]\d|25[0-5].
func (o octet) middle() bool { return o.n < 3 || o.in(0, '1', '1') || o.twoHundred('5') }

// last is [1-9]\d?|1\d\d|2[0-4]\d|25[0-4].
func (o octet) last() bool {
	if o.n < 3 {
		return o.in(0, '1', '9')
	}
	return o.in(0, '1', '1') || o.twoHundred('4')
}

// twoHundred is 2[0-4]\d|25[0-most].
func (o octet) twoHundred(most rune) bool {
	return o.in(0, '2', '2') && (o.in(1, '0', '4') || o.in(1, '5', '5') && o.in(2, '0', most))
}

// private reports whether the parts of an address, each one to three digits, are in a network that the pattern excludes.
func private(parts [4]string) bool {
	switch parts[0] {
	case "10", "127":
		return true
	case "169":
		return parts[1] == "254"
	case "192":
		return parts[1] == "168"
	case "172":
		o, _ := newOctet(parts[1])
		return o.n == 2 && (o.in(0, '1', '1') && o.in(1, '6', '9') || o.in(0, '2', '2') || o.in(0, '3', '3') && o.in(1, '0', '1'))
	}
	return false
}
