package charset

import (
	"net/http"
	"strings"

	"github.com/copydesk/copydesk/internal/fault"
)

const (
	htmlType  = "text/html"
	plainType = "text/plain"

	// supported is what a caller may declare.
	supported = "text/html, application/xhtml+xml, text/plain"
)

// settle decides whether raw is a page or plain text, and returns the charset that contentType names, if any.
//
// Content types come from servers, and so are read as browsers read them: of several the last one that is a media type
// counts, and one that is none says nothing.
func settle(raw, contentType string) (mediaType, charset string, err error) {
	declared, charset := parseContentType(contentType)
	switch declared {
	case "", "application/octet-stream", "unknown/unknown", "application/unknown", "*/*":
		mediaType, err = sniff(raw)
	case htmlType, "application/xhtml+xml":
		mediaType = htmlType
	case plainType, "text/markdown":
		mediaType = plainType
	case "text/xml", "application/xml":
		if mediaType, err = sniff(raw); mediaType != htmlType {
			err = unsupported(declared)
		}
	default:
		err = unsupported(declared)
	}
	return mediaType, charset, err
}

// parseContentType returns the media type and the charset of a Content-Type header; "" for what it lacks. It follows
// "extract a MIME type" of the WHATWG Fetch Standard, but also reads a charset in a header without a media type.
func parseContentType(header string) (mediaType, charset string) {
	for _, value := range splitOutsideQuotes(header, ',') {
		parts := splitOutsideQuotes(value, ';')
		kind := strings.ToLower(strings.Trim(parts[0], httpSpace))
		if isMediaType(kind) {
			if kind != mediaType {
				charset = ""
			}
			mediaType = kind
			parts = parts[1:]
		}
		for _, p := range parts {
			if c := charsetOf(p); c != "" {
				charset = c
				break
			}
		}
	}
	return mediaType, charset
}

const httpSpace = " \t\r\n\f"

// charsetOf returns the charset that a parameter names, without quotation marks; "" if it is another parameter or empty.
// A colon in place of the equals sign, as servers write it, is accepted.
func charsetOf(parameter string) string {
	name, value, found := strings.Cut(parameter, "=")
	if !found {
		name, value, _ = strings.Cut(parameter, ":")
	}
	if !strings.EqualFold(strings.Trim(name, httpSpace), "charset") {
		return ""
	}
	return strings.Trim(value, httpSpace+`"'`)
}

// splitOutsideQuotes splits s at each separator that is outside quotation marks.
func splitOutsideQuotes(s string, separator byte) []string {
	var parts []string
	quoted, start := false, 0
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == separator && !quoted:
			parts = append(parts, s[start:i])
			start = i + 1
		}
	}
	return append(parts, s[start:])
}

// isMediaType reports whether s is a type and a subtype.
func isMediaType(s string) bool {
	kind, subtype, found := strings.Cut(s, "/")
	return found && isToken(kind) && isToken(subtype)
}

// isToken reports whether s is a token of HTTP.
func isToken(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c > '~' || strings.IndexByte("()<>@,;:\\\"/[]?=", c) >= 0 {
			return false
		}
	}
	return s != ""
}

// sniffed is how many bytes of a document show its type, as the MIME Sniffing Standard has it.
const sniffed = 1445

// sniff distinguishes pages from plain text and refuses everything else.
func sniff(raw string) (string, error) {
	head := strings.TrimLeft(raw[:min(len(raw), sniffed)], "\xEF\xBB\xBF \t\r\n")
	if label := wideLabel(raw); label != "" {
		head = strings.ReplaceAll(head, "\x00", "")
	}
	switch kind, _, _ := strings.Cut(http.DetectContentType([]byte(head)), ";"); {
	case kind == htmlType, kind == "text/xml" && strings.Contains(strings.ToLower(head), "<html"):
		return htmlType, nil
	case strings.HasPrefix(kind, "text/"), kind == "application/octet-stream":
		return plainType, nil
	default:
		return "", unsupported(kind)
	}
}

func unsupported(mediaType string) error {
	f := fault.Invalidf("MEDIA_TYPE_UNSUPPORTED", "media_type", "%s is not one of %s", mediaType, supported)
	f.Limit, f.Value = supported, mediaType
	return f
}
