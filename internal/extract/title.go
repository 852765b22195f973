package extract

import (
	"github.com/copydesk/copydesk/internal/extract/gazetteer"
	"github.com/copydesk/copydesk/internal/text"
)

// named are titles that are a part of the name: "Pope Francis".
var named = set("King Queen Prince Princess Pope Saint St Father Lord Lady Sir Captain")

// The words of titles that no list has: those that stand alone before a name, and the first and the last of two.
var (
	ranks       = set("Detective Sheriff Commissioner Superintendent Speaker Cmdr. Lt. Sgt. Maj. Gen. Col. Capt.")
	titleBegins = set("Prime Vice Deputy Assistant Acting Special Chief First Foreign Press Associate Senior Executive Majority Minority House Senate")
	titleEnds   = set("Minister President General Secretary Counsel Officer Operator Agent Lady Justice Leader Speaker Whip Marshal Director Prosecutor Correspondent")
)

// withoutTitles is words, a person's name, without the titles that it begins with: "Prime Minister Ann Bo" is Ann Bo. At least one word
// is left.
func withoutTitles(clean string, words []text.Word) []text.Word {
	for len(words) > 1 {
		word := words[0].Of(clean)
		switch {
		case named[word]:
			return words
		case ranks[word], gazetteer.Look(word).Has(gazetteer.Title):
			words = words[1:]
		case len(words) > 2 && titleBegins[word] && titleEnds[words[1].Of(clean)]:
			words = words[2:]
		default:
			return words
		}
	}
	return words
}
