package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Abbreviation classes abbreviations by where they occur in a sentence; zero for a word that is none. A word may be in
// several classes: "Gen." is a title in English and a month in Italian.
type Abbreviation uint16

// The classes of abbreviations.
const (
	// BeforeName: a title or other word before a name: "Mr.", "Gen.", "St.". It ends no sentence.
	BeforeName Abbreviation = 1 << iota

	// BeforeNumber: an abbreviation only before a number; elsewhere often a word of its own: "No. 5", "Fig. 3".
	BeforeNumber

	// Inside: it occurs within a sentence and hardly ever at its end: "e.g.", "vs.", "bzw.".
	Inside

	// MayEnd: it occurs within a sentence as well as at its end, so the next word must decide: "Inc.", "U.S.", "etc.".
	MayEnd

	// Calendar: the name of a month or a day of the week. It ends no sentence before a number.
	Calendar

	// Initial: one capital letter, as in "J. Smith".
	Initial

	// Letters: single letters, or groups of two, with full stops inside: "U.S.", "a.m.", "Ph.D.".
	Letters
)

// Has reports whether a holds a class of b.
func (a Abbreviation) Has(b Abbreviation) bool { return a&b != 0 }

// Languages is a set of languages.
type Languages uint16

// The languages that have a list of abbreviations.
const (
	English Languages = 1 << iota
	German
	French
	Spanish
	Italian
	Portuguese
	Dutch
)

// abbreviationLists are the abbreviations by language and class, without the final full stop. A list holds nothing that
// is an everyday word of another language, unless its class asks for a number after it: the language of a document is
// not known when it is split.
//
// The lists are the project's own, made from the four that were in use before and checked against the sentence
// annotation of the English EWT and GUM treebanks (training parts).
var abbreviationLists = []struct {
	languages Languages
	class     Abbreviation
	words     string
}{
	{English, BeforeName, "Mr Mrs Ms Messrs Mx Dr Drs Prof Rev Revs Fr Pr Sr Br St Ste Gen Lt Maj Capt Col Cmdr Cdr Sgt Cpl Pvt Adm Brig Gov " +
		"Govs Sen Sens Rep Reps Pres Hon Supt Insp Det Amb Atty Asst Assoc Mt Ft Pte Lieut Ald Dir Mme Mlle Msgr"},
	{English, BeforeNumber, "no nos p pp vol vols ch chap fig figs sec secs art arts para paras ed eds op pt pts v vv n nn tel ext ver b c d m r fl div"},
	{English, Inside, "vs cf e.g i.e viz approx al ca esp incl resp"},
	{English, MayEnd, "Inc Ltd Corp Co Cos Bros LLC plc Jr Sr Esq etc Dept Univ Assn Bldg Ave Blvd Rd Hwy Ln Pkwy est min max hr hrs sq mph " +
		"U.S U.K U.N E.U D.C a.m p.m Ph.D M.D B.A M.A Ala Ariz Ark Calif Colo Conn Fla Ga Ind Kan Ky La Md Mich Minn Mo Mont " +
		"Neb Nev Okla Ore Tenn Tex Va Vt Wis Wyo"},
	{English, Calendar, "Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"},

	{German, BeforeName, "Hr Hrn Fr Frl Dr Prof Dipl Ing Mag Hl St"},
	{German, BeforeNumber, "Nr Bd Abs Abb Kap Tab Tel S"},
	{German, Inside, "bzw ca z.B d.h u.a o.ä evtl ggf inkl exkl sog vgl insb i.d.R z.T z.Zt v.a s.o s.u bspw"},
	{German, MayEnd, "usw usf etc Co e.V Jh Jhd Std Mio Mrd Str"},
	{German, Calendar, "Jan Jän Feb Apr Aug Sept Okt Nov Dez"},

	{French, BeforeName, "MM Mme Mmes Mlle Mlles Mgr Me Dr Pr St Ste"},
	{French, BeforeNumber, "art chap fig vol tél éd"},
	{French, Inside, "cf c.-à-d p.ex env"},
	{French, MayEnd, "etc av bd"},
	{French, Calendar, "janv févr avr juil sept oct nov déc"},

	{Spanish, BeforeName, "Sr Sra Srta Sres Dr Dra Ud Uds Vd Gral Lic Ing Mtro Sto Sta"},
	{Spanish, BeforeNumber, "núm art pág págs cap fig vol tel"},
	{Spanish, Inside, "p.ej aprox"},
	{Spanish, MayEnd, "etc EE.UU S.A S.L a.C d.C avda"},

	{Italian, BeforeName, "Sig Sigg Dott Dott.ssa Prof Ing Avv Arch On Geom Rag Mons"},
	{Italian, BeforeNumber, "art pag cap fig vol tel"},
	{Italian, MayEnd, "ecc S.p.A S.r.l a.C d.C"},

	{Portuguese, BeforeName, "Sr Sra Srs Dr Dra Prof Profa Eng Exmo Exma"},
	{Portuguese, BeforeNumber, "art pág cap fig vol tel"},
	{Portuguese, MayEnd, "etc S.A Ltda a.C d.C"},

	{Dutch, BeforeName, "dhr mevr mw mr drs ir prof dr ing"},
	{Dutch, BeforeNumber, "nr blz art hfst fig tel"},
	{Dutch, Inside, "bijv bv m.b.t d.w.z o.a t.a.v i.p.v ca"},
	{Dutch, MayEnd, "enz e.d N.V B.V"},
}

// longestAbbreviation is the length in bytes up to which a word may be an abbreviation.
const longestAbbreviation = 9

type abbreviationEntry struct {
	class     Abbreviation
	languages Languages
	small     bool // also an abbreviation where it begins with a small letter
}

// abbreviations holds abbreviationLists by word in lower case.
var abbreviations = func() map[string]abbreviationEntry {
	m := make(map[string]abbreviationEntry, 512)
	for _, l := range abbreviationLists {
		for w := range strings.FieldsSeq(l.words) {
			key := strings.ToLower(w)
			e := m[key]
			e.class, e.languages, e.small = e.class|l.class, e.languages|l.languages, e.small || key == w
			m[key] = e
		}
	}
	return m
}()

// LookAbbreviation returns the classes of word, which is written without a final full stop, and the languages whose list
// has it. Case does not matter, except that what is always capitalised ("Sen", "Mo") is none in small letters. One capital
// letter is an Initial, and letters with full stops inside are Letters, in any language; for these alone the set of
// languages is empty.
func LookAbbreviation(word string) (Abbreviation, Languages) {
	if word == "" || len(word) > longestAbbreviation {
		return 0, 0
	}
	first, n := utf8.DecodeRuneInString(word)
	var class Abbreviation
	if n == len(word) && unicode.IsUpper(first) {
		class = Initial
	}
	if areLetters(word) {
		class |= Letters
	}
	var lower [longestAbbreviation]byte
	key := lower[:copy(lower[:], word)]
	for i, c := range key {
		switch {
		case 'A' <= c && c <= 'Z':
			key[i] = c | 0x20
		case c >= utf8.RuneSelf:
			key = []byte(strings.ToLower(word))
		}
	}
	e, ok := abbreviations[string(key)]
	if !ok || !e.small && !unicode.IsUpper(first) {
		return class, 0
	}
	return class | e.class, e.languages
}

// areLetters reports whether word is groups of one or two letters separated by full stops.
func areLetters(word string) bool {
	group, groups := 0, 1
	for _, r := range word {
		switch {
		case r == '.' && group > 0:
			group = 0
			groups++
		case unicode.IsLetter(r) && group < 2:
			group++
		default:
			return false
		}
	}
	return groups > 1 && group > 0
}
