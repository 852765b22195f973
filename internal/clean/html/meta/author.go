package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// authorOrder lists the sources of authors, the most trusted first: by how often one was right where another was wrong on
// the pages of trafilatura's evaluation and of WCXB (see docs/metadata.md).
var authorOrder = [...]struct {
	source source
	rank   uint8
}{
	{fromText, 0}, {fromLD, 0}, {fromRel, 0}, {fromRel, 1}, {fromLD, 1}, {fromOther, 0}, {fromClass, 3}, {fromItem, 1}, {fromMeta, 0}, {fromClass, 1},
	{fromMeta, 1}, {fromOther, 1}, {fromClass, 2}, {fromGraph, 1}, {fromGraph, 2}, {fromText, 1}, {fromMeta, 2}, {fromText, 2},
}

// decideAuthors returns the authors, all from the most trusted source that names a person. Only if none does, the name of
// the site or of an account is taken.
func (r *pageReader) decideAuthors(head *candidate, headline string) []text.Fact {
	r.readBylines()
	r.readCredits(head)
	for _, weak := range [...]bool{false, true} {
		for _, k := range authorOrder {
			if facts := r.authorsFrom(k.source, k.rank, headline, weak); len(facts) > 0 {
				return facts
			}
		}
	}
	return nil
}

const (
	// maxAuthors is how many authors of a page are kept.
	maxAuthors = 32

	// together is the distance in bytes from the first name within which the others of a byline are: names further down
	// belong to other pages.
	together = 400
)

// authorsFrom returns the names of one source and rank.
func (r *pageReader) authorsFrom(s source, rank uint8, headline string, weak bool) []text.Fact {
	var facts []text.Fact
	var last *candidate
	seen := map[string]bool{letters(headline): true}
	for i := range r.found {
		c := &r.found[i]
		if c.field != author || c.source != s || c.rank != rank || last != nil && !r.joins(last, c) {
			continue
		}
		for _, name := range people(r.cutSite(c.value)) {
			if c.source == fromText {
				name = r.asInMarkup(name)
			}
			key := letters(name)
			if len(facts) == 0 && !weak && (r.isSite(name) || isAccount(name)) {
				return nil // what follows is by others
			}
			if seen[key] || len(facts) == maxAuthors {
				continue
			}
			seen[key] = true
			facts = append(facts, c.fact(name))
			last = c
		}
	}
	return facts
}

// joins reports whether c can belong to the same byline as the candidate before.
func (r *pageReader) joins(last, c *candidate) bool {
	switch c.source { //nolint:exhaustive // the others list all authors
	case fromClass:
		return !last.span.Overlaps(c.span) && last.rank == c.rank && c.span.Start-last.span.End < together/2 && c.span.Start >= last.span.End && r.t.Nodes[c.node].Tag == r.t.Nodes[last.node].Tag
	case fromRel, fromItem:
		return c.span.Start-last.span.End < together
	case fromText:
		return false
	}
	return true
}

// asInMarkup returns the name as the markup has it, if name begins with it: in visible lines other words follow.
func (r *pageReader) asInMarkup(name string) string {
	for i := range r.found {
		c := &r.found[i]
		if c.field == author && c.source != fromText && c.source != fromClass && len(c.value) > 4 && len(c.value) < len(name) && strings.HasPrefix(name, c.value) && name[len(c.value)] == ' ' {
			return c.value
		}
	}
	return name
}

// isAccount reports whether a name is that of an account of a publishing tool rather than of a person.
func isAccount(name string) bool {
	return strings.IndexByte(name, ' ') < 0 && strings.ContainsAny(name, "._")
}

// readBylines reads the elements whose class or id names the author.
func (r *pageReader) readBylines() {
	for _, i := range r.visible {
		n := &r.t.Nodes[i]
		if n.Tag == atom.Time || n.In&(dom.Skip|dom.Nav|dom.Footer|dom.Hidden) != 0 || r.zones[i]&inherited != 0 {
			continue
		}
		v, span := r.join(n.FirstText, n.EndText, " | ")
		if v == "" || len(v) > 160 {
			continue
		}
		rest, credited := afterBy(v)
		if !credited {
			rest, credited = afterLabel(v)
		}
		switch {
		case credited:
			r.add(candidate{field: author, source: fromClass, rank: 1, node: i, span: span, value: rest})
		case r.zones[i]&inByline != 0 && len(v) < 80:
			r.add(candidate{field: author, source: fromClass, rank: 2, node: i, span: span, value: v})
		case r.zones[i]&inUser != 0 && len(v) < 40:
			r.add(candidate{field: author, source: fromClass, rank: 3, node: i, span: span, value: v})
		}
	}
}

const (
	// creditTexts is the number of texts after the headline among which a line that opens like a byline is one.
	creditTexts = 30

	// maxCredit is the greatest length of such a line in bytes.
	maxCredit = 120

	// maxCreditTexts is the greatest number of its texts.
	maxCreditTexts = 8
)

// readCredits reads the lines that open as bylines do: near the headline all of them, elsewhere those that can be nothing
// else.
func (r *pageReader) readCredits(head *candidate) {
	at := int32(-1)
	if head != nil && head.node > 0 {
		at = r.t.Nodes[head.node].EndText
	}
	texts := r.t.Texts
	for k := 0; k < len(texts); {
		from := k
		for k++; k < len(texts) && texts[k].Edge == texts[from].Edge; {
			k++
		}
		if r.stop(16 * (k - from)) {
			return
		}
		near := at >= 0 && int32(from) >= at-creditTexts/4 && int32(from) < at+creditTexts
		if k-from <= maxCreditTexts {
			r.credit(int32(from), int32(k), near)
		}
	}
}

// credit reads one line.
func (r *pageReader) credit(from, to int32, near bool) {
	x := &r.t.Texts[from]
	first := r.t.Page[x.Start:x.End]
	if len(first) > maxCredit || !opens(first) || !near && !isLabel(first) {
		return
	}
	const frames = dom.Skip | dom.Nav | dom.Footer | dom.Control | dom.Figure | dom.Caption
	if r.t.Nodes[x.Parent].In&frames != 0 || r.zones[x.Parent]&inherited != 0 {
		return
	}
	v, span := r.join(from, to, " ")
	rest, credited := afterBy(v)
	if !credited {
		rest, credited = afterLabel(v)
	}
	if !credited || len(v) > maxCredit {
		return
	}
	if names := people(rest); len(names) == 0 || !looksPersonal(names) {
		return
	}
	c := candidate{field: author, source: fromText, node: x.Parent, span: span, value: rest}
	if !near {
		c.rank = 1
	}
	r.add(c)
}

// labels are words that mean the author and nothing else, in lower case.
var labels = [...]string{"autor", "author", "text:", "written by", "posted by", "verfasst von", "geschrieben von", "auteur", "автор", "words by", "gespeichert von"} //nolint:misspell // words of other languages

// isLabel reports whether a line opens with a word that means the author and nothing else.
func isLabel(v string) bool {
	for _, l := range labels {
		if hasPrefixFold(v, l) {
			return true
		}
	}
	return false
}

// opens reports, quickly, whether a line can open a byline.
func opens(v string) bool {
	v = strings.TrimLeft(v, "-–—|•·/( \n\t")
	if len(v) < 2 {
		return false
	}
	switch v[0] | 0x20 {
	case 'b', 'v', 'a', 'w', 'p', 't', 'd', 'g', 's', 'e', 'r', 'y', 'h':
		return true
	}
	return v[0] >= 0x80
}

// looksPersonal reports whether names are written as names are: every word but particles with a capital.
func looksPersonal(names []string) bool {
	for _, name := range names {
		for w := range strings.FieldsSeq(name) {
			if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) && unicode.IsLower(first) && !particles[w] || strings.ContainsAny(w, "0123456789") {
				return false
			}
		}
	}
	return true
}

// particles are the words in names that are not capitalised.
var particles = map[string]bool{"von": true, "van": true, "de": true, "der": true, "den": true, "la": true, "le": true, "di": true, "da": true, "del": true, "du": true, "dos": true, "und": true, "zu": true, "bin": true, "al": true, "el": true, "ter": true, "y": true, "e": true}

// credits are what bylines begin with, in lower case.
var credits = [...]string{
	"by:", "by ", "von:", "von ", "autor:", "autorin:", "autor/in:", "autoren:", "author:", "authors:", "written by", "posted by", "post by", "published by", "par ", "por ", "di ", "da ", "door ", "av ", "af ", "text:", "ein beitrag von", //nolint:misspell // words of many languages
	"geschrieben von", "verfasst von", "veröffentlicht von", "ein artikel von", "autor ", "autore:", "auteur:", "auteur :", "tekst:", "автор:", "words by", "story by", "reported by", "redaktion:", "eingestellt von", "erstellt von", "gespeichert von", "vom ", "interview:", "(von ", "(by ", "words:", "reporting by", "originally by", "with contributions by", "a guest post by", "gastbeitrag von", "ein gastbeitrag von", "ein kommentar von", "kommentar von", "eine analyse von", "analyse von", "interview von", "bericht von", "protokoll:", "artikel von", "rezept von", "escribe ", "texte par ", "texte :", "textes :", "texte ", "testo di ", "testi di ", "testo:", "texto de ", "texto:", "textos:", "text av ", "tekst af ", "tekst av ", "geprüft von", "gepostet von", "publié par", "publicado por", "escrito por", "scritto da", "rédigé par", "yazan:", "yazar:", "haber:", "autor tekstu:", "autorka:", "autorzy:", "autoři:", "autorka textu:", "auteurs :", "auteurs:", "autores:", "autora:", "autrice:", "autori:", "szerző:", "작성자:", "글쓴이:", //nolint:misspell // words of many languages
	"авторы:", "автор ", "текст:", "автор текста:", "корреспондент:", "бюро:", "автор —", "بقلم:", "بقلم :", "بقلم ", "بقلم/", "كتب:", "كتبت:", "كتب :", "الكاتب:", "الكاتبة:", "إعداد:", "اعداد:", "تحرير:",
}

// afterBy returns what follows the opening of a byline, and whether v has one.
func afterBy(v string) (string, bool) {
	v = strings.TrimLeft(v, "-–—|•·/ ")
	if len(v) > 3 && hasPrefixFold(v, "by") && unicode.IsUpper(rune(v[2])) && v[3] >= 'a' { // the space was in the markup
		return v[2:], true
	}
	for _, c := range credits {
		if len(v) >= len(c) && strings.EqualFold(v[:len(c)], c) {
			return strings.TrimLeft(v[len(c):], ":| "), true
		}
	}
	return v, false
}
