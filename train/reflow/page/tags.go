package page

import "golang.org/x/net/html/atom"

func tags(list ...atom.Atom) map[atom.Atom]bool {
	m := make(map[atom.Atom]bool, len(list))
	for _, a := range list {
		m[a] = true
	}
	return m
}

var (
	// isVoid are elements without content.
	isVoid = tags(atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr)

	// isBlock are elements that begin a line of their own.
	isBlock = tags(atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
		atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html,
		atom.Li, atom.Main, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody,
		atom.Tfoot, atom.Thead, atom.Tr, atom.Ul)

	// neverContent are elements whose text is no part of what a reader came for.
	neverContent = tags(atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Head, atom.Nav, atom.Footer,
		atom.Aside, atom.Button, atom.Iframe, atom.Select, atom.Textarea, atom.Object, atom.Canvas, atom.Dialog,
		atom.Audio, atom.Video, atom.Title)

	// keptAnyway are elements that a class name does not condemn: pages call their bodies strange things.
	keptAnyway = tags(atom.Html, atom.Body, atom.Main, atom.Article, atom.P, atom.H1, atom.Table, atom.Td, atom.Tr)
)
