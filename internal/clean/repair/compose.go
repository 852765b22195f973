package repair

import (
	"golang.org/x/text/unicode/norm"

	"github.com/copydesk/copydesk/internal/text"
)

// compose brings the text into NFC. Almost all text is there already, which is found at the speed of reading.
// What is not is rewritten from one boundary of normalisation to the next, so that the change stays small.
func compose(c *text.Chain, _ text.RuleSet) {
	in := c.Text()
	if text.IsASCII(in) || norm.NFC.IsNormalString(in) {
		return
	}
	e := c.Edit()
	defer c.Apply()
	var it norm.Iter
	it.InitString(norm.NFC, in)
	for !it.Done() {
		start := it.Pos()
		with := it.Next()
		if s := (text.Span{Start: start, End: it.Pos()}); s.Of(in) != string(with) {
			e.Replace(s, string(with), text.Change{Rule: NFC})
		}
	}
}
