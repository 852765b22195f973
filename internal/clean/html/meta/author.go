package meta

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// authorOrder is how far sources are trusted to tell authors.
var authorOrder = [...]source{fromLD, fromRel, fromItem, fromClass, fromGraph, fromMeta, fromText, fromOther}

// decideAuthors returns the authors, all from the source that is trusted most of those that name any.
func (r *reader) decideAuthors(headline string) []text.Fact {
	r.readBylines()
	for _, s := range authorOrder {
		if facts := r.authorsFrom(s, headline); len(facts) > 0 {
			return facts
		}
	}
	return nil
}

// maxAuthors is how many authors of a page are kept.
const maxAuthors = 32

// authorsFrom returns the names of one source. Only those of the best rank count, and of links and elements only the first,
// with those that stand near it: further down are those of other pages.
func (r *reader) authorsFrom(s source, headline string) []text.Fact {
	var facts []text.Fact
	var first *candidate
	seen := map[string]bool{}
	for rank := range uint8(4) {
		for i := range r.found {
			c := &r.found[i]
			if c.field != author || c.source != s || c.rank != rank {
				continue
			}
			if first != nil && c.node > 0 && c.source != fromMeta && c.source != fromGraph && c.span.Start-first.span.End > 600 {
				continue
			}
			for _, name := range people(c.value) {
				key := letters(name)
				if seen[key] || key == letters(headline) || r.isSite(name) && s != fromLD || len(facts) == maxAuthors {
					continue
				}
				seen[key] = true
				facts = append(facts, c.fact(name))
				if first == nil {
					first = c
				}
			}
		}
		if len(facts) > 0 {
			return facts
		}
	}
	return nil
}

// readBylines reads the elements that are named for the author, and those near the headline that begin as a byline does.
func (r *reader) readBylines() {
	for _, i := range r.visible {
		n := &r.t.Nodes[i]
		if n.Tag == atom.Time || n.In&(dom.Skip|dom.Nav|dom.Footer|dom.Hidden) != 0 || r.zones[i]&inherited != 0 {
			continue
		}
		v, span := r.words(i)
		if v == "" || len(v) > 160 {
			continue
		}
		rest, credited := afterBy(v)
		switch {
		case credited:
			r.add(candidate{field: author, source: fromClass, rank: 1, node: i, span: span, value: rest})
		case r.zones[i]&inByline != 0 && len(v) < 80:
			r.add(candidate{field: author, source: fromClass, rank: 2, node: i, span: span, value: v})
		}
	}
}

// credits are what bylines begin with, in lower case.
var credits = [...]string{
	"by:", "by ", "von:", "von ", "autor:", "autorin:", "autor/in:", "autoren:", "author:", "authors:", "written by", "posted by", "published by", "par ", "por ", "di ", "da ", "door ", "av ", "af ", "text:", "ein beitrag von",
	"geschrieben von", "verfasst von", "veröffentlicht von", "ein artikel von", "autor ", "autore:", "auteur:", "auteur :", "tekst:", "автор:", "words by", "story by", "reported by", "redaktion:", "eingestellt von", "erstellt von", "gepostet von", "publié par", "publicado por", "escrito por", "scritto da", "rédigé par",
}

// afterBy returns what follows the opening of a byline, and whether v has one.
func afterBy(v string) (string, bool) {
	v = strings.TrimLeft(v, "-–—|•·/ ")
	lower := strings.ToLower(v[:min(len(v), 40)])
	for _, c := range credits {
		if strings.HasPrefix(lower, c) {
			return strings.TrimLeft(v[min(len(c), len(v)):], ": "), true
		}
	}
	return v, false
}
