package charset

import (
	"mime"
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

// settle says whether raw is a page or plain text, and gives the parameters of contentType.
func settle(raw, contentType string) (string, map[string]string, error) {
	if contentType == "" {
		kind, err := sniff(raw)
		return kind, nil, err
	}
	declared, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		f := fault.Invalidf("MEDIA_TYPE_MALFORMED", "media_type", "is not a media type")
		return "", nil, f
	}
	switch declared {
	case htmlType, "application/xhtml+xml":
		return htmlType, params, nil
	case plainType, "text/markdown":
		return plainType, params, nil
	case "application/octet-stream":
		kind, err := sniff(raw)
		return kind, params, err
	default:
		return "", nil, unsupported(declared)
	}
}

// sniff tells a page from plain text and refuses what is neither.
func sniff(raw string) (string, error) {
	const enough = 1024
	head := strings.TrimLeft(raw[:min(len(raw), enough)], "\xEF\xBB\xBF \t\r\n")
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
