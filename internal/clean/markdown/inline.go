package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/text"
)

// flow writes running text with its links, code, formulas and images.
func (w *writer) flow(s text.Span) {
	for len(w.anchors) > 0 && w.anchors[0].Span.Start < s.Start {
		w.anchors = w.anchors[1:]
	}
	for len(w.inlines) > 0 && w.inlines[0].Span.Start < s.Start {
		w.inlines = w.inlines[1:]
	}
	f := flow{writer: w, at: s.Start, lineStart: true}
	f.to(s.End, true)
}

// flow is one stretch of running text on its way out.
type flow struct {
	*writer

	at        int  // offset in the clean text up to which it has been written
	lineStart bool // the next character begins a line
}

// plain writes text up to offset to.
func (f *flow) plain(to int) {
	if to <= f.at {
		return
	}
	s := f.d.Clean[f.at:to]
	f.escape(s, f.lineStart)
	f.lineStart = strings.HasSuffix(s, "\n")
	f.at = to
}

// to writes everything up to offset end. A link is written as its words alone where links is false: links do not nest.
func (f *flow) to(end int, links bool) {
	for f.err == nil {
		link, inline, image := end, end, end
		if links && len(f.anchors) > 0 {
			link = min(link, f.anchors[0].Span.Start)
		}
		if len(f.inlines) > 0 {
			inline = min(inline, f.inlines[0].Span.Start)
		}
		if len(f.images) > 0 {
			image = min(image, f.images[0].At)
		}
		switch {
		case image < end && image <= min(link, inline):
			f.plain(image)
			f.inlineImage()
		case link < end && (link < inline || link == inline && f.anchors[0].Span.End >= f.inlines[0].Span.End):
			f.link(end)
		case inline < end:
			f.inline(end)
		default:
			f.plain(end)
			return
		}
	}
}

// link writes the next link, as far as it stands before offset end.
func (f *flow) link(end int) {
	a := f.anchors[0]
	f.anchors = f.anchors[1:]
	if a.Span.Start < f.at || a.URL == "" || a.Span.Empty() {
		return
	}
	f.plain(a.Span.Start)
	f.put("[")
	f.lineStart = false
	f.to(min(a.Span.End, end), false)
	f.put("](" + linkTarget(a.URL) + ")")
}

// inline writes the next code or formula.
func (f *flow) inline(end int) {
	x := f.inlines[0]
	f.inlines = f.inlines[1:]
	if x.Span.Start < f.at || x.Span.End > end || x.Span.Empty() {
		return
	}
	f.plain(x.Span.Start)
	body := x.Span.Of(f.d.Clean)
	if x.Kind == text.InlineCode {
		f.put(codeSpan(body))
	} else {
		f.lines(withDollars(body), false)
	}
	f.at, f.lineStart = x.Span.End, false
}

// withDollars returns a formula between the marks that most dialects of Markdown know: the brackets that TeX has for them lose their backslashes
// there.
func withDollars(body string) string {
	switch {
	case strings.HasPrefix(body, `\(`):
		return "$" + strings.TrimSpace(body[2:len(body)-2]) + "$"
	case strings.HasPrefix(body, `\[`):
		return "$$" + strings.TrimSpace(body[2:len(body)-2]) + "$$"
	case strings.HasPrefix(body, `\begin`):
		return "$$" + body + "$$"
	default:
		return body
	}
}

// codeSpan returns code within a line between runs of backticks longer than any inside.
func codeSpan(body string) string {
	fence := strings.Repeat("`", longestRun(body, '`')+1)
	pad := ""
	if strings.HasPrefix(body, "`") || strings.HasSuffix(body, "`") {
		pad = " "
	}
	return fence + pad + strings.ReplaceAll(body, "\n", " ") + pad + fence
}

// inlineImage writes the next image, apart from the words around it.
func (f *flow) inlineImage() {
	if s := f.b.String(); s != "" && strings.IndexByte(" \n[(", s[len(s)-1]) < 0 {
		f.put(" ")
	}
	f.image(f.images[0])
	f.images, f.lineStart = f.images[1:], false
	if r, _ := utf8.DecodeRuneInString(f.d.Clean[f.at:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		f.put(" ")
	}
}

// imagesBefore writes the images up to offset at, each in a paragraph of its own.
func (w *writer) imagesBefore(at int) {
	for len(w.images) > 0 && w.images[0].At <= at && w.err == nil {
		w.image(w.images[0])
		w.put("\n\n")
		w.images = w.images[1:]
	}
}

func (w *writer) image(x text.Image) {
	newline := w.newline
	w.newline = " "
	w.put("![")
	w.escape(x.Alt, false)
	w.put("](" + linkTarget(x.URL) + ")")
	w.newline = newline
}

var unsafeInTarget = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\n", "", "\r", "", "\t", "", "\\", "%5C")

// linkTarget makes an address safe between the brackets of a link.
func linkTarget(url string) string { return unsafeInTarget.Replace(url) }
