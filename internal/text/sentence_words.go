package text

import "strings"

// opensSentence are words that begin a sentence where they are capitalised, and are in hardly any name.
var opensSentence = wordSet(`The A An He She It They We I You This That These Those There Here In On At As But And Or If When While
	After Before For From However Although Though Because Since So Then Now What Who Why How Where Which Its His Her Their
	Our My Your Some Many Most All Both Each Every Another No Not Yes Also Meanwhile Still Yet Once Is Are Was Were Do Does
	Did Has Have Had Can Could Will Would Should May Might Please Thanks Thank Let By With Under Over During Until
	Despite Instead Perhaps Maybe Anyway Nor Such Only Even Just Well Oh
	Der Die Das Er Sie Es Wir Ein Eine Im Am Und Aber Le La Les Il Elle Un Une En El Los Las`)

// reportsSpeech are verbs that name the speaker after a quotation.
var reportsSpeech = wordSet(`said says asked asks wrote told added replied answered shouted cried exclaimed called whispered
	muttered wondered demanded tweeted yelled screamed inquired repeated`)

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
