package clean

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// flow writes running text with its links, code, formulas and images.
func (m *markdown) flow(s text.Span) string {
	if !m.marked(s) {
		return escape(s.Of(m.d.Clean))
	}
	f := flow{m: m, at: s.Start, lineStart: true}
	f.to(s.End, true)
	return f.b.String()
}

// marked reports whether there is anything but text in s. What stands before it goes.
func (m *markdown) marked(s text.Span) bool {
	for len(m.anchors) > 0 && m.anchors[0].Span.Start < s.Start {
		m.anchors = m.anchors[1:]
	}
	for len(m.inlines) > 0 && m.inlines[0].Span.Start < s.Start {
		m.inlines = m.inlines[1:]
	}
	return len(m.anchors) > 0 && m.anchors[0].Span.Start < s.End || len(m.inlines) > 0 && m.inlines[0].Span.Start < s.End ||
		len(m.images) > 0 && m.images[0].At < s.End
}

// flow writes one stretch of running text, left to right.
type flow struct {
	m         *markdown
	b         strings.Builder
	at        int
	lineStart bool
}

// text writes plain text up to offset to.
func (f *flow) text(to int) {
	if to <= f.at {
		return
	}
	s := f.m.d.Clean[f.at:to]
	f.b.WriteString(escapeFrom(s, f.lineStart))
	f.lineStart = strings.HasSuffix(s, "\n")
	f.at = to
}

// to writes everything up to offset end.
func (f *flow) to(end int, links bool) {
	m := f.m
	for {
		link, inline, image := end, end, end
		if links && len(m.anchors) > 0 {
			link = min(link, m.anchors[0].Span.Start)
		}
		if len(m.inlines) > 0 {
			inline = min(inline, m.inlines[0].Span.Start)
		}
		if len(m.images) > 0 {
			image = min(image, m.images[0].At)
		}
		switch {
		case image < end && image <= min(link, inline):
			f.text(image)
			f.b.WriteString(imageMark(m.images[0]))
			m.images, f.lineStart = m.images[1:], false
		case link < end && (link < inline || link == inline && m.anchors[0].Span.End >= m.inlines[0].Span.End):
			f.link(end)
		case inline < end:
			f.inline(end)
		default:
			f.text(end)
			return
		}
	}
}

// link writes the next link, as far as it stands before offset end.
func (f *flow) link(end int) {
	a := f.m.anchors[0]
	f.m.anchors = f.m.anchors[1:]
	if a.Span.Start < f.at || a.URL == "" || a.Span.Empty() {
		return
	}
	f.text(a.Span.Start)
	f.b.WriteByte('[')
	f.lineStart = false
	f.to(min(a.Span.End, end), false)
	f.b.WriteString("](" + linkTarget(a.URL) + ")")
}

// inline writes the next code or formula.
func (f *flow) inline(end int) {
	x := f.m.inlines[0]
	f.m.inlines = f.m.inlines[1:]
	if x.Span.Start < f.at || x.Span.End > end || x.Span.Empty() {
		return
	}
	f.text(x.Span.Start)
	body := x.Span.Of(f.m.d.Clean)
	if x.Kind == text.InlineCode {
		body = codeSpan(body)
	}
	f.b.WriteString(body)
	f.at, f.lineStart = x.Span.End, false
}

// codeSpan writes code within a line between runs of backticks longer than any inside.
func codeSpan(body string) string {
	fence := strings.Repeat("`", longestRun(body, '`')+1)
	pad := ""
	if strings.HasPrefix(body, "`") || strings.HasSuffix(body, "`") {
		pad = " "
	}
	return fence + pad + strings.ReplaceAll(body, "\n", " ") + pad + fence
}

// imagesBefore writes the images up to offset at, each in a paragraph of its own.
func (m *markdown) imagesBefore(at int) {
	for len(m.images) > 0 && m.images[0].At <= at {
		m.b.WriteString(imageMark(m.images[0]) + "\n\n")
		m.images = m.images[1:]
	}
}

func imageMark(x text.Image) string {
	return "![" + strings.ReplaceAll(escapeFrom(x.Alt, false), "\n", " ") + "](" + linkTarget(x.URL) + ")"
}

var unsafeInTarget = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29", "<", "%3C", ">", "%3E", "\n", "", "\r", "", "\t", "", "\\", "%5C")

// linkTarget makes an address safe between the brackets of a link.
func linkTarget(url string) string { return unsafeInTarget.Replace(url) }
