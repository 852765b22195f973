// Package charset turns bytes into text: it settles the media type, finds the encoding as browsers do and further where a
// declaration is missing or wrong, and decodes with an exact account, so that every character of the text has its bytes.
package charset

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	decodeRule  text.Rule = "charset.decode"
	invalidRule text.Rule = "charset.invalid"
	bomRule     text.Rule = "charset.bom"
)

// Rules describes the rules.
var Rules = []text.RuleInfo{
	{ID: decodeRule, Default: true, Required: true, Description: "decodes bytes that are not UTF-8; detail names the encoding"},
	{ID: invalidRule, Default: true, Required: true, Description: "puts U+FFFD for bytes that mean nothing in the document's encoding"},
	{ID: bomRule, Default: true, Required: true, Description: "drops a byte order mark at the start"},
}

// Decoded is text made of bytes.
type Decoded struct {
	// Text is valid UTF-8.
	Text string

	// Provenance leads from the bytes to Text.
	Provenance text.Provenance

	// Charset is the WHATWG label of the encoding.
	Charset string

	// MediaType is "text/html" or "text/plain".
	MediaType string
}

// Decode decodes raw, which was served under contentType; that may be empty or malformed. Errors are a *fault.Error with
// reason MEDIA_TYPE_UNSUPPORTED, or ctx.Err().
func Decode(ctx context.Context, raw, contentType string) (Decoded, error) {
	mediaType, declared, err := settle(raw, contentType)
	if err != nil {
		return Decoded{}, err
	}
	d := Decoded{MediaType: mediaType}
	found, err := find(ctx, raw, mediaType, declared)
	if err != nil {
		return Decoded{}, err
	}
	d.Charset = found.label
	e := text.NewEditor(raw)
	at := markLength(raw, found.label)
	e.Drop(text.Span{Start: 0, End: at}, text.Change{Rule: bomRule})
	if found.label == utf8Label {
		err = decodeUTF8(ctx, e, raw, at)
	} else {
		err = decodeOther(ctx, e, raw, at, found)
	}
	if err != nil {
		return Decoded{}, err
	}
	d.Text, d.Provenance = e.Done()
	return d, nil
}

// markLength returns the length of the byte order mark of an encoding at the start of raw, or 0.
func markLength(raw, label string) int {
	if m := byteOrderMarks[label]; m != "" && len(raw) >= len(m) && raw[:len(m)] == m {
		return len(m)
	}
	return 0
}

var byteOrderMarks = map[string]string{utf8Label: "\xEF\xBB\xBF", "utf-16le": "\xFF\xFE", "utf-16be": "\xFE\xFF"}
