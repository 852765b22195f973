package breaks

import "strings"

// functionWords are words that no paragraph ends with. The languages share one list, because it is rare that a word of one
// ends a paragraph in another.
const functionWords = `
	a an the and or but nor as at by for from if in into of on onto over than that their then this these those to toward
	towards upon via was were which while who whom whose why with within without is are am has have had be been being
	its his her my your our not because since though although whether when where how what about after before between
	during through against among around under until can could will would should may might must said says every each
	another any some such very more most called named like see read including
	und oder der die das den dem des ein eine einen einem einer eines im am vom zum zur mit von für auf bei nach über
	unter durch gegen ohne um aus dass wenn weil als wie sich nicht ist sind war waren wird werden hat haben kann können
	ihre ihr seine sein unser unsere diese dieser dieses diesem diesen auch sowie sowohl zwischen während seit bis beim
	le la les un une des du et ou où à au aux dans par pour sur sous avec sans que qui dont est sont ses son sa leur
	leurs ce cette ces chez entre comme mais plus selon
	el los las y o u en con por para del al se su sus como pero más lo una unos unas entre sobre desde hasta es son fue
	il gli i e di da nel nella nei della delle degli dei dello al alla ai alle con su per tra fra che non è sono un uno
	os as um uma do dos das no na nos nas ao aos à às em com pelo pela são foi
	het een van op te met voor bij aan uit naar door om dat dit deze zijn werd wordt en
	i w z na do od po za ze dla nie jest są oraz lub przez pod nad przy
	och att som på av för med till den det ett är var og af til ikke ja sekä`

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// longestFunction is the length in bytes of the longest of functionWords.
const longestFunction = 9

// isFunction reports whether word, in small letters, is one of functionWords.
func isFunction(word string) bool {
	if len(word) > longestFunction {
		return false
	}
	at := slot(word)
	for functionTable[at] != "" {
		if functionTable[at] == word {
			return true
		}
		at = (at + 1) % len(functionTable)
	}
	return false
}

// isFunctionFold is isFunction for a word that may begin with an ASCII capital.
func isFunctionFold(word string) bool {
	if word[0] < 'A' || word[0] > 'Z' || len(word) > longestFunction {
		return isFunction(word)
	}
	var lower [longestFunction]byte
	n := copy(lower[:], word)
	lower[0] |= 0x20
	return isFunction(string(lower[:n]))
}

// functionTable is a hash table of functionWords with linear probing: every word of every line is looked up, for which a
// map is too slow.
var functionTable = func() (table [2048]string) {
	for w := range strings.FieldsSeq(functionWords) {
		at := slot(w)
		for table[at] != "" && table[at] != w {
			at = (at + 1) % len(table)
		}
		table[at] = w
	}
	return table
}()

func slot(word string) int {
	first, last := uint32(word[0]), uint32(word[len(word)-1])
	h := first*0x9e3779b1 ^ last*0x85ebca6b ^ uint32(word[len(word)/2])*0xc2b2ae35 ^ uint32(len(word))*0x27d4eb2f //nolint:gosec // a word is short
	return int(h >> 21)
}
