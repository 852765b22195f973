package extract

import "github.com/copydesk/copydesk/internal/extract/speech"

// cue returns the verb that introduces q, as written; "according to" counts as one. Empty where there is none.
func (x *extraction) cue(q speech.Quotation) string { return q.Verb.Of(x.d.Clean) }
