package dclm

import "github.com/copydesk/copydesk/internal/score/pytext"

// Tokens returns the words of UAX #29 of s as they are counted, by where they stand.
func Tokens(s string) (list []string) {
	t := pytext.New(s)
	defer t.Release()
	k := tokensOf(t)
	for _, p := range k.spans() {
		list = append(list, p.Of(s))
	}
	return list
}

// AsICU returns s with characters of the classes that ICU has in place of those that it classes otherwise.
func AsICU(s string) string { return asICU.Replace(s) }
