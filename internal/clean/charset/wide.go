package charset

// wideSample is how many bytes show that a text is in UTF-16.
const wideSample = 4096

// wideLabel returns the label of UTF-16 if raw is in it without a byte order mark, or "". Of the two bytes of a character
// the first is zero for the letters and marks of ASCII, which pages are full of and most texts have; the first bytes of
// characters of East Asia are few, and the second ones any.
func wideLabel(raw string) string {
	s := raw[:min(len(raw), wideSample)&^1]
	if len(s) < 4 || len(raw)%2 == 1 {
		return ""
	}
	var zero, high [2]int
	controls := 0
	for i := range len(s) {
		c := s[i]
		switch {
		case c == 0:
			zero[i%2]++
		case c == 0x30, c >= 0x4E && c <= 0x9F, c == 0xFF:
			high[i%2]++
		case c < ' ' && c != '\n' && c != '\r' && c != '\t':
			controls++
		}
	}
	half := len(s) / 2
	for first, label := range []string{"utf-16be", "utf-16le"} {
		other := 1 - first
		rare := zero[other]*50 <= zero[first]
		switch {
		case zero[first]*5 >= half && rare:
			return label
		case rare && (zero[first]+high[first])*20 >= half*19 && high[other]*10 <= half*7 && controls*50 >= half:
			return label
		}
	}
	return ""
}
