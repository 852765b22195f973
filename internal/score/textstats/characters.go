package textstats

import (
	"unicode"

	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// script is a signal's share of the letters.
type script struct {
	name   string
	tables []*unicode.RangeTable
}

// scripts are by Unicode's property Script; the last one has all other letters. Both kana share the mark of long vowels, which
// therefore has no script of its own.
var scripts = []script{
	{"latin", []*unicode.RangeTable{unicode.Latin}},
	{"cyrillic", []*unicode.RangeTable{unicode.Cyrillic}},
	{"greek", []*unicode.RangeTable{unicode.Greek}},
	{"arabic", []*unicode.RangeTable{unicode.Arabic}},
	{"hebrew", []*unicode.RangeTable{unicode.Hebrew}},
	{"devanagari", []*unicode.RangeTable{unicode.Devanagari}},
	{"thai", []*unicode.RangeTable{unicode.Thai}},
	{"han", []*unicode.RangeTable{unicode.Han}},
	{"kana", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana, longVowel}},
	{"hangul", []*unicode.RangeTable{unicode.Hangul}},
	{"other", nil},
}

var longVowel = &unicode.RangeTable{R16: []unicode.Range16{{Lo: 0x30FC, Hi: 0x30FC, Stride: 1}, {Lo: 0xFF70, Hi: 0xFF70, Stride: 1}}}

var characterSignals = func() []profile.Signal {
	list := []profile.Signal{
		{Name: prefix + "character_entropy", Description: "Shannon's entropy of the text's characters", Unit: "bits"},
		{Name: prefix + "uppercase_ratio", Description: "capitals / letters", Unit: "ratio"},
	}
	for _, s := range scripts {
		list = append(list, profile.Signal{Name: prefix + "script_" + s.name, Description: "letters of this script / letters", Unit: "ratio"})
	}
	return list
}()

const (
	characterEntropy = iota
	uppercaseRatio
	firstScript
)

// latin is the number of the Latin script, to which all letters of ASCII belong.
const latin = 0

func measureCharacters(t *pytext.Text, v []float64) {
	h := newHistogram(t)
	var e entropy
	upper, letters, last := 0, 0, 0
	var byScript [16]int
	h.each(func(r rune, n int) {
		e.add(n)
		if !pytext.IsAlpha(r) {
			return
		}
		letters += n
		if pytext.IsUpper(r) {
			upper += n
		}
		last = scriptOf(r, last)
		byScript[last] += n
	})
	h.release()
	v[characterEntropy] = e.bits()
	v[uppercaseRatio] = profile.Ratio(upper, letters)
	for i := range scripts {
		v[firstScript+i] = profile.Ratio(byScript[i], letters)
	}
}

// scriptOf returns the number of r's script; guess is that of a letter close by.
func scriptOf(r rune, guess int) int {
	if r <= unicode.MaxASCII {
		return latin
	}
	if unicode.In(r, scripts[guess].tables...) {
		return guess
	}
	for i, s := range scripts {
		if unicode.In(r, s.tables...) {
			return i
		}
	}
	return len(scripts) - 1
}
