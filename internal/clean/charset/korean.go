package charset

import (
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/transform"
)

// What ISO-2022-KR, in which mails were written in Korean, begins with, and what stands around its pairs of bytes.
const (
	koreanHeader = "\x1b$)C"
	shiftOut     = 0x0E
	shiftIn      = 0x0F
)

// korean7 is ISO-2022-KR: its pairs are those of EUC-KR without the highest bits.
type korean7 struct{}

func (korean7) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: &korean7Decoder{euc: korean.EUCKR.NewDecoder()}}
}

func (korean7) NewEncoder() *encoding.Encoder { return encoding.Replacement.NewEncoder() }

// korean7Decoder decodes ISO-2022-KR.
type korean7Decoder struct {
	euc     *encoding.Decoder
	shifted bool // pairs follow
}

// Reset forgets that pairs follow.
func (d *korean7Decoder) Reset() { d.shifted = false }

// Transform decodes src as transform.Transformer says.
func (d *korean7Decoder) Transform(dst, src []byte, atEOF bool) (written, used int, err error) {
	for used < len(src) {
		c := src[used]
		switch {
		case c == shiftOut || c == shiftIn:
			d.shifted = c == shiftOut
			used++
			continue
		case c == koreanHeader[0] && len(src)-used < len(koreanHeader) && !atEOF:
			return written, used, transform.ErrShortSrc
		case c == koreanHeader[0] && len(src)-used >= len(koreanHeader) && string(src[used:used+len(koreanHeader)]) == koreanHeader:
			used += len(koreanHeader)
			continue
		}
		n := 1
		if d.isPair(c) {
			n = 2
		}
		if used+n > len(src) {
			if !atEOF {
				return written, used, transform.ErrShortSrc
			}
			n = 1
		}
		decoded := d.decode(src[used : used+n])
		if written+len(decoded) > len(dst) {
			return written, used, transform.ErrShortDst
		}
		written += copy(dst[written:], decoded)
		used += n
	}
	return written, used, nil
}

// isPair reports whether c begins a pair.
func (d *korean7Decoder) isPair(c byte) bool { return d.shifted && c > ' ' && c < 0x7F }

// decode returns the text of one byte, or of a pair.
func (d *korean7Decoder) decode(s []byte) string {
	switch {
	case len(s) == 2:
		decoded, err := d.euc.String(string([]byte{s[0] | 0x80, s[1] | 0x80}))
		if err != nil {
			return replacement
		}
		return decoded
	case s[0] >= 0x80 || d.isPair(s[0]):
		return replacement
	default:
		return string(s)
	}
}
