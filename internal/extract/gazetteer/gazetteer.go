// Package gazetteer knows common names of persons, places and organisations, and words that stand beside names.
package gazetteer

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/copydesk/copydesk/internal/model"
	"github.com/copydesk/copydesk/internal/text"
)

//go:embed forenames.txt
var forenamesFile string

//go:embed surnames.txt
var surnamesFile string

//go:embed places.txt
var placesFile string

//go:embed bodies.txt
var bodiesFile string

//go:embed nations.txt
var nationsFile string

// Models returns the name lists, as lists that are part of the program.
func Models() []model.Embedded {
	return []model.Embedded{{
		Name:    "extract.names",
		Version: "2026-11",
		Sources: []string{
			"GeoNames (CC BY 4.0), by way of datasets/world-cities",
			"dariusk/corpora (CC0 1.0)",
			"sigpwned/popular-names-by-country-dataset (CC0 1.0)",
			"labels of public English texts by another tagger",
		},
		Data: []string{forenamesFile, surnamesFile, placesFile, bodiesFile, nationsFile, othersFile},
	}}
}

// Lists is a set of the lists that a word is in.
type Lists uint16

// The lists.
const (
	Forename    Lists = 1 << iota
	Surname           // those that are common in one of some forty countries
	Place             // a city, country, state, river or sea of one word
	PlaceBegins       // the first word of a place of several
	PlaceGoesOn       // a later word of such a place; only where the whole name stands
	Title             // before a name: "Mr", "Senator"
	Body              // in the name of an organisation: "Inc", "University"
	BodyBegins        // the first word of an organisation of several; only where the whole name stands
	BodyGoesOn        // a later word of such an organisation; only where the whole name stands
	Nation            // of a nationality: "Afghan"
)

// Has reports whether l holds a list of m.
func (l Lists) Has(m Lists) bool { return l&m != 0 }

const (
	titles = "Mr Mrs Ms Miss Mx Dr Prof Sir Lady Lord Mullah Sheikh President Senator Sen Rep Gov Gen Judge Justice Capt Lt Col Sgt Rev King Queen " +
		"Prince Princess Minister Secretary Chancellor Ambassador General Congressman Congresswoman Governor Mayor Pope Professor Captain " +
		"Colonel Lieutenant Sergeant Reverend Father Saint Imam Rabbi Bishop Cardinal Representative Attorney Chairman Director Doctor Coach"

	bodyWords = "Inc Corp Ltd LLC Co University College School Institute Academy Department Ministry Party Office Journal Times Post News Herald Tribune " +
		"Agency Court Committee Commission Council Association Bank Group Company Companies Senate Congress Parliament Union Foundation Church " +
		"Police Army Navy Force Administration Bureau House Club League Authority Board Society Federation Corporation Partners Holdings " +
		"Hospital Museum Records Airlines Airways Service Services Systems Technologies Industries Center Centre Trust Fund Team Network"
)

// words are the lists of each word that is in one; whole are the names of several words, places before organisations.
type table struct {
	words map[string]Lists
	whole map[string]Lists // Place or Body
}

var lists = sync.OnceValue(func() table {
	t := table{words: make(map[string]Lists, 45_000), whole: make(map[string]Lists, 12_000)}
	t.add(forenamesFile, Forename, 0)
	t.add(surnamesFile, Surname, 0)
	t.add(placesFile, Place, PlaceBegins)
	t.add(bodiesFile, Body, BodyBegins)
	t.add(nationsFile, Nation, 0)
	for w := range strings.FieldsSeq(titles) {
		t.words[w] |= Title
	}
	for w := range strings.FieldsSeq(bodyWords) {
		t.words[w] |= Body
	}
	return t
})

// add puts the lines of file on a list: those of one word on list one, the first words of others on first.
func (t *table) add(file string, one, first Lists) {
	for line := range strings.Lines(file) {
		line = strings.TrimSuffix(line, "\n")
		word, _, several := strings.Cut(line, " ")
		switch {
		case !several && one == Body && len(line) < 4:
		case !several:
			t.words[line] |= one
		case first != 0:
			t.words[word] |= first
			t.whole[line] |= one
		}
	}
}

// Look returns the lists that word is in, without a final full stop.
func Look(word string) Lists { return lists().words[strings.TrimSuffix(word, ".")] }

// IsPlace reports whether the name, of one word or several, is a place.
func IsPlace(name string) bool {
	t := lists()
	return t.words[name].Has(Place) || t.whole[name].Has(Place)
}

// maxWhole is the number of words of the longest names that are looked up.
const maxWhole = 5

// AppendLists appends the lists of each of words, which are those of one sentence of clean, to dst.
func AppendLists(dst []Lists, clean string, words []text.Word) []Lists {
	t := lists()
	first := len(dst)
	for _, w := range words {
		var l Lists
		if w.Shape.Has(text.Capital) {
			l = t.words[strings.TrimSuffix(w.Of(clean), ".")]
		}
		dst = append(dst, l)
	}
	for i := 0; i < len(words); i++ {
		begins := dst[first+i] & (PlaceBegins | BodyBegins)
		if begins == 0 {
			continue
		}
		dst[first+i] &^= PlaceBegins | BodyBegins
		for n := min(maxWhole, len(words)-i); n > 1; n-- {
			found := t.whole[clean[words[i].Start:words[i+n-1].End]]
			if found == 0 {
				continue
			}
			for k := range n {
				dst[first+i+k] |= found.part(k)
			}
			i += n - 1
			break
		}
	}
	return dst
}

// part returns the list of word k of a name of several words that l, Place or Body, holds.
func (l Lists) part(k int) Lists {
	var part Lists
	if l.Has(Place) {
		part |= PlaceBegins << min(k, 1)
	}
	if l.Has(Body) {
		part |= BodyBegins << min(k, 1)
	}
	return part
}
