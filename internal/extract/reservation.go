package extract

import (
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// Reservation is one statement about use by machines: text and data mining, training, indexing.
type Reservation struct {
	// Scheme is the convention that it follows, as the contract names them.
	Scheme string

	// Value is what it says.
	Value string

	// Reserved says that use is reserved; false where the statement grants it.
	Reserved bool
	Place    Place
}

// reservedBy keeps f if it is such a statement in the markup.
func (r *metadataReader) reservedBy(f text.Fact) {
	one := Reservation{Scheme: string(f.Name), Value: f.Value, Place: Place{Source: f.Source}}
	switch f.Name {
	case text.FactRobots:
		word := f.Value[strings.LastIndexByte(f.Value, ' ')+1:]
		one.Reserved = strings.HasPrefix(word, "no")
	case text.FactTDMReservation:
		one.Reserved = f.Value != "0"
	case text.FactTDMPolicy:
		one.Reserved = !r.grants(text.FactTDMReservation)
	case text.FactSignal:
		_, use, _ := strings.Cut(f.Value, "=")
		one.Reserved = strings.HasPrefix(strings.ToLower(strings.TrimSpace(use)), "n")
	case text.FactLicense:
		one.Reserved = !isOpenLicense(f.Value)
	case text.FactMachineLicense:
		one.Scheme, one.Reserved = string(text.FactLicense), true
	default:
		return
	}
	r.reservation(one, f.Origin)
}

// grants reports whether the page has a statement by the convention name that grants use.
func (r *metadataReader) grants(name text.FactName) bool {
	for _, f := range r.d.Facts {
		if f.Name == name && f.Value == "0" {
			return true
		}
	}
	return false
}

func (r *metadataReader) reservation(one Reservation, origin string) {
	r.m.Reservations = keep(r.m.Reservations, one, MaxReservations, &r.omitted.Reservations)
	r.evidence(Evidence{"reservations", origin, one.Value, one.Place})
}

// openLicenses are parts of the addresses and names of licences that let anybody use a text, in lower case. What they ask for
// in return is theirs to say.
var openLicenses = [...]string{
	"creativecommons.org/licenses/", "creativecommons.org/publicdomain/", "spdx.org/licenses/", "opensource.org/licenses/", "gnu.org/licenses/",
	"apache.org/licenses/", "open-government-licence", "govdata.de/dl-de/", "etalab.gouv.fr/licence-ouverte", "opendatacommons.org/licenses/",
	"creative commons", "cc by", "cc-by", "cc0", "public domain", "gemeinfrei", "domaine public",
}

func isOpenLicense(v string) bool {
	v = strings.ToLower(v)
	for _, open := range openLicenses {
		if strings.Contains(v, open) {
			return true
		}
	}
	return false
}

// A line that is read as a written reservation has at least and at most so many bytes: a few words, and a paragraph of terms.
const minReservation, maxReservation = 20, 1200

// markWork is what looking for one of machineMarks in a short line counts as, in bytes, between two looks at the context.
const markWork = 16

// reserves reports whether a line is one by which the publisher of a text reserves its use by machines, in writing. It must name
// such a use, reserve it, and speak of what it belongs to: prose about the law names the first two. The error is that of the context.
func (r *metadataReader) reserves(line string) (bool, error) {
	if len(line) < minReservation || len(line) > maxReservation || len(r.m.Reservations) == MaxReservations {
		return false, nil
	}
	if err := r.pace.Step(markWork * len(machineMarks)); err != nil || !hasAny(line, machineMarks[:]) {
		return false, err
	}
	lower := strings.ToLower(line)
	return hasAny(lower, machineUses[:]) && hasAny(lower, reservingWords[:]) && hasAny(lower, ownWords[:]), nil
}

// machineMarks are parts of every name of a use by machines, as lines write them: most lines have none.
var machineMarks = [...]string{
	"ining", "AI ", "AI-", "AI.", "A.I.", "KI-", "rtificial", "rtificiel", "ünstliche", "44b", "2019/790", "machine learning", "language models",
	"minería", "mineração", "estrazione di testo", "fouille", "sztuczn", "eksploracj", "искусственн", "数据挖掘", "人工智能", "データマイニング", "機械学習", "生成AI",
}

// machineUses name a use by machines, reservingWords reserve something, ownWords speak of the text that they stand in or of its
// publisher; in lower case.
var (
	machineUses = [...]string{
		"text and data mining", "text & data mining", "text- and data-mining", "data mining", "data-mining", "44b", "2019/790",
		"ai training", "train ai", "training ai", "train any ai", "artificial intelligence", "machine learning", "language models", "generative ai",
		"text und data mining", "text- und data-mining", "text-und-data-mining", "künstlicher intelligenz", "künstliche intelligenz", "ki-training", "ki-model", "ki-system",
		"fouille de textes", "intelligence artificielle", "minería de textos", "inteligencia artificial", "mineração de textos", "inteligência artificial",
		"estrazione di testo", "intelligenza artificiale", "tekst- en datamining", "datamining", "kunstmatige intelligentie",
		"eksploracj", "sztucznej inteligencji", "искусственного интеллекта", "数据挖掘", "人工智能", "データマイニング", "機械学習", "生成ai",
	}
	reservingWords = [...]string{
		"reserved", "reserves", "we reserve", "expressly reserve", "prohibited", "not permitted", "not allowed", "forbidden", "may not be", "must not be", "without permission", "without the permission",
		"prior written", "without express", "no part of", "do not consent", "does not consent", "opt out", "opts out",
		"vorbehalten", "behält sich", "behalten uns", "untersagt", "nicht gestattet", "nicht erlaubt", "verboten", "widerspr",
		"réservé", "réserve", "interdit", "s'oppose", "s’oppose", "reservad", "reserva", "prohibid", "prohíbe", "proibid", "riservat", "vietat", "voorbehouden", "niet toegestaan",
		"zastrze", "zabronion", "запрещ", "不得", "禁止", "保留", "禁じ",
	}
	ownWords = [...]string{
		"©", "copyright", "all rights", "all content", "any content", "no part of", "no content", "this site", "this website", "this page", "this work", "this article", "this publication", "this text", "this material", "this content",
		"our content", "our text", "our article", "our work", "our site", "we reserve", "we do not", "we prohibit", "we expressly", "the publisher reserves", "the author reserves", "44b",
		"alle rechte", "dieser website", "diese website", "dieser seite", "diese seite", "dieses text", "dieser text", "dieses werk", "dieser artikel", "unsere", "behalten uns", "der verlag", "die inhalte",
		"tous droits", "ce site", "cet article", "nos contenus", "nos articles", "cette publication", "todos los derechos", "este sitio", "nuestros", "esta web", "este contenido", "este artículo", "todos os direitos", "este site", "nossos", "nosso",
		"tutti i diritti", "questo sito", "nostri", "questo articolo", "alle rechten", "deze website", "deze site", "onze", "wszelkie prawa", "tej strony", "naszych", "все права", "этого сайта", "本站", "本网站", "本文", "版权所有", "当サイト", "本サイト", "本記事",
	}
)

func hasAny(s string, list []string) bool {
	for _, w := range list {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
