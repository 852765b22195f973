package language

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestScriptRanges(t *testing.T) {
	t.Parallel()
	for i, r := range scriptRanges {
		if r.first > r.last || i > 0 && r.first <= scriptRanges[i-1].last {
			t.Errorf("range %d, %x to %x, is out of order", i, r.first, r.last)
		}
	}
	for r, want := range map[rune]Script{
		'a': Latin, 'é': Latin, 'ệ': Latin, '×': NoScript, 'я': Cyrillic, 'ς': Greek, 'あ': Kana, '漢': Han, '한': Hangul, 'ا': Arabic, '،': NoScript,
		'क': Devanagari, 'ि': Devanagari, '।': NoScript, '๏': NoScript, 'ก': Thai, '1': NoScript, '😀': NoScript, '\u0301': NoScript,
	} {
		if got := ScriptOf(r); got != want {
			t.Errorf("%q is of script %d, want %d", r, got, want)
		}
	}
	scripts := map[Script]*unicode.RangeTable{
		Latin: unicode.Latin, Cyrillic: unicode.Cyrillic, Greek: unicode.Greek, Arabic: unicode.Arabic, Devanagari: unicode.Devanagari, Hebrew: unicode.Hebrew,
		Thai: unicode.Thai, Hangul: unicode.Hangul, Ethiopic: unicode.Ethiopic, Georgian: unicode.Georgian,
	}
	for r := range rune(0xffff) {
		if table := scripts[ScriptOf(r)]; table != nil && unicode.IsLetter(r) && !unicode.In(r, table, unicode.Common, unicode.Inherited) {
			if !strings.ContainsRune("ϢϣϤϥϦϧϨϩϪϫϬϭϮϯ", r) { // Coptic in the block of Greek
				t.Errorf("%q is not of script %d", r, ScriptOf(r))
			}
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"The QUICK brown-fox":                         "the quick brown fox",
		"l’été n'est":                                 "l été n est",
		"Ελλάδα и Россия":                             "ελλάδα и россия",
		"see https://a.example/b c.d me@x.org @me #t": "see",
		"a1b2 12:30 iPhone":                           "iphone",
		"km/h and/or":                                 "km h and or",
		"end. Next":                                   "end next",
		"main.go x_y":                                 "",
		"o\u0323ro\u0323":                             "o\u0323ro\u0323",
		"漢字かな":                                        "漢字 かな",
	} {
		var got []string
		Words(s, func(_ Script, word []rune) { got = append(got, string(word)) })
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%q:\n%s", s, diff)
		}
	}
}

// TestPieces holds that pieces are in order, apart and cut between characters, and that a short text is read as a whole.
func TestPieces(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"", "a", strings.Repeat("a ", 700), strings.Repeat("字", 900), strings.Repeat("word after word\n", 9000), strings.Repeat("é", 100_000), strings.Repeat("\xbf", 5000),
	} {
		last, read := 0, 0
		for start, end := range pieces(s) {
			if start < last || end < start || end > len(s) {
				t.Fatalf("%d bytes: piece from %d to %d after %d", len(s), start, end, last)
			}
			if utf8.ValidString(s) && !utf8.ValidString(s[start:end]) {
				t.Errorf("%d bytes: a character is cut at %d or %d", len(s), start, end)
			}
			last, read = end, read+end-start
		}
		if len(s) <= readAtOnce && read != len(s) {
			t.Errorf("%d of %d bytes are read", read, len(s))
		}
		if most := readAtOnce + len(s)/readShare + len(s)/8; read > most+2*pieceBytes {
			t.Errorf("%d of %d bytes are read", read, len(s))
		}
	}
}

// TestLooksUpWhatIsLearnt holds that a detector looks up what EachFeature lists for training, whatever a model has of a word.
func TestLooksUpWhatIsLearnt(t *testing.T) {
	t.Parallel()
	for word, script := range map[string]Script{"a": Latin, "house": Latin, "straßenbahnhaltestelle": Latin, "дом": Cyrillic, "漢字": Han, "漢": Han} {
		for skip := range 7 { // every so many n-grams are missing
			table, have := &Table{Classes: []Class{{Code: "aa", ISO: "Zzzz", Script: script}, {Code: "bb", ISO: "Zzzz", Script: script}}}, map[uint64]bool{}
			for i, g := range AppendGrams(nil, []rune(word), script) {
				if !have[g.Hash] && (skip == 0 || i%(skip+1) > 0) {
					table.Entries = append(table.Entries, Entry{Hash: g.Hash, Classes: []uint8{0}, Weights: []float64{1}})
					have[g.Hash] = true
				}
			}
			m, err := OpenModel(string(table.Sorted().Bytes()))
			if err != nil {
				t.Fatal(err)
			}
			want := 0
			EachFeature([]rune(word), script, func(h uint64) bool {
				if have[h] {
					want++
				}
				return have[h]
			})
			var e evidence
			m.read(word, &e)
			if got := int(float64(e.scores[0]) * unit); got != want || skip == 0 && got == 0 {
				t.Errorf("%s without one n-gram in %d: %d n-grams count, want %d", word, skip+1, got, want)
			}
		}
	}
}
