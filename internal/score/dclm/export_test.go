package dclm

import "github.com/copydesk/copydesk/internal/score/pytext"

// Tokens returns the words of UAX #29 of s as they are counted.
func Tokens(s string) (list []string) {
	t := pytext.New(s)
	defer t.Release()
	k := tokensOf(t)
	all := make([][2]int32, k.Len())
	for i := range all {
		all[i] = [2]int32{int32(i), int32(i + 1)}
	}
	for _, p := range k.spans(all) {
		list = append(list, p.Of(s))
	}
	return list
}

// AsICU returns s with characters of the classes that ICU has in place of those that it classes otherwise.
func AsICU(s string) string { return asICU.Replace(s) }
