package dom

import "golang.org/x/net/html/atom"

func tags(list ...Tag) map[Tag]bool {
	m := make(map[Tag]bool, len(list))
	for _, a := range list {
		m[a] = true
	}
	return m
}

// traits are the properties of a tag that the builder needs, as bits.
type traits uint8

const (
	void   traits = 1 << iota // without content
	block                     // begins a line of its own
	scope                     // what is inside cannot close what is outside
	inHead                    // allowed in the head
	format                    // an inline element whose end does not end blocks inside it
)

// traitsOf are the traits by tag. The blocks are the elements that HTML's style sheet displays as such (WHATWG,
// "Rendering").
var traitsOf = func() map[Tag]traits {
	m := map[Tag]traits{}
	add := func(t traits, list ...Tag) {
		for _, tag := range list {
			m[tag] |= t
		}
	}
	add(void, atom.Area, atom.Base, atom.Basefont, atom.Bgsound, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Img,
		atom.Image, atom.Input, atom.Keygen, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr)
	add(block, atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer, atom.Form, atom.H1,
		atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Listing,
		atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Plaintext, atom.Pre, atom.Section,
		atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Xmp)
	add(scope, atom.Applet, atom.Caption, atom.Html, atom.Table, atom.Td, atom.Th, atom.Marquee, atom.Object, atom.Template, atom.Noscript)
	add(inHead, atom.Base, atom.Basefont, atom.Bgsound, atom.Link, atom.Meta, atom.Noframes, atom.Noscript, atom.Script, atom.Style,
		atom.Template, atom.Title)
	add(format, atom.A, atom.B, atom.Big, atom.Code, atom.Em, atom.Font, atom.I, atom.Nobr, atom.S, atom.Small, atom.Strike,
		atom.Strong, atom.Tt, atom.U, atom.Span, atom.Label, atom.Cite, atom.Sub, atom.Sup, atom.Mark, atom.Time)
	return m
}()

// Level returns the level of a heading, 1 to 6, or 0.
func Level(tag Tag) int {
	switch tag {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	default:
		return 0
	}
}
