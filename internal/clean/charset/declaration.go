package charset

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// named is an encoding and its WHATWG label; the zero value is none.
type named struct {
	encoding encoding.Encoding
	label    string
}

const utf8Label = "utf-8"

// lookup returns the encoding of a label, any of those of the WHATWG Encoding Standard and of others. GBK and GB 2312 are read as
// GB 18030, of which they are parts.
func lookup(label string) named {
	e, name := charset.Lookup(label)
	if e == nil {
		e, name = charset.Lookup(strings.ReplaceAll(strings.Trim(label, " \t\"';."), "_", "-"))
	}
	switch name {
	case "":
		return lookupOther(label)
	case "gbk":
		e = simplifiedchinese.GB18030
	case "replacement", "x-user-defined":
		return named{}
	}
	return named{e, name}
}

// maxPrescan is how far into a page a declaration is looked for. Browsers need it within 1,024 bytes; real pages put it
// after comments and scripts, and a declaration that is wrong is recognised by the bytes.
const maxPrescan = 64 << 10

// declaredIn returns the encodings that the start of a page declares, in its XML declaration and its meta elements.
func declaredIn(page string) []named {
	head := page[:min(len(page), maxPrescan)]
	var all []named
	if n := lookup(xmlEncoding(head)); n.label != "" {
		all = append(all, n)
	}
	z := html.NewTokenizer(strings.NewReader(head))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return all
		case html.StartTagToken, html.SelfClosingTagToken:
			name, more := z.TagName()
			switch string(name) {
			case "meta":
				if n := metaEncoding(z, more); n.label != "" {
					all = append(all, n)
				}
			case "body":
				return all
			}
		case html.TextToken, html.EndTagToken, html.CommentToken, html.DoctypeToken:
		}
	}
}

// metaEncoding returns what a meta element declares. UTF-16 there means UTF-8, as its bytes could not be read otherwise.
func metaEncoding(z *html.Tokenizer, more bool) named {
	var label, content string
	isContentType := false
	for more {
		var key, value []byte
		key, value, more = z.TagAttr()
		switch string(key) {
		case "charset":
			label = string(value)
		case "http-equiv":
			isContentType = strings.EqualFold(strings.TrimSpace(string(value)), "content-type")
		case "content":
			content = string(value)
		}
	}
	if label == "" && isContentType {
		label = charsetIn(content)
	}
	n := lookup(label)
	if strings.HasPrefix(n.label, "utf-16") {
		return lookup(utf8Label)
	}
	return n
}

// charsetIn returns the charset that the content of a meta element names: whatever follows "charset" and an equals sign.
func charsetIn(content string) string {
	rest := content
	for {
		i := strings.Index(strings.ToLower(rest), "charset")
		if i < 0 {
			return ""
		}
		rest = strings.TrimLeft(rest[i+len("charset"):], httpSpace)
		if value, ok := strings.CutPrefix(rest, "="); ok {
			value = strings.TrimLeft(value, httpSpace)
			if value != "" && (value[0] == '"' || value[0] == '\'') {
				value, _, _ = strings.Cut(value[1:], value[:1])
				return value
			}
			return value[:strings.IndexAny(value+";", "; \t\r\n\f")]
		}
	}
}

// xmlEncoding returns the encoding that an XML declaration at the start of head names.
func xmlEncoding(head string) string {
	head = strings.TrimLeft(head, "\xEF\xBB\xBF \t\r\n")
	if !strings.HasPrefix(head, "<?xml") {
		return ""
	}
	declaration, _, _ := strings.Cut(head, "?>")
	_, value, found := strings.Cut(declaration, "encoding")
	value = strings.TrimLeft(value, " \t\r\n=")
	if !found || value == "" || value[0] != '"' && value[0] != '\'' {
		return ""
	}
	value, _, _ = strings.Cut(value[1:], value[:1])
	return value
}
