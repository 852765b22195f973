package lexis

import "strings"

// Class is a set of closed classes of words.
type Class uint16

// The classes.
const (
	Determiner  Class = 1 << iota // begins a description: "the", "his", "several"
	Preposition                   // "of", "for"
	Conjunction                   // "and", "because"
	Relative                      // "who", "which"
	Auxiliary                     // "is", "would"
	Adverb                        // "also", "later"; besides, whatever ends in -ly
	Subject                       // a pronoun that can be a subject: "he"
	Object                        // a pronoun that cannot: "him"
	Time                          // a weekday, a month or a word like "yesterday"
	Male                          // of a man: "he", "Mr", "spokesman"
	Female                        // of a woman
	Plural                        // of several: "they"
	Thing                         // of neither: "it"
	Courtesy                      // a title that belongs to a speaker as written: "Mr."
	First                         // of the speaker: "I", "we"
	Possessive                    // "his", "their"
)

// Has reports whether c holds a class of d.
func (c Class) Has(d Class) bool { return c&d != 0 }

// closed lists the words of the classes, in small letters and without a final full stop.
var closed = [...]struct {
	class Class
	words string
}{
	{Determiner, "the a an one another two three four five some many several few most all both this that these those no any each every other such"},
	{Determiner | Possessive | Male, "his"},
	{Determiner | Possessive | Female | Object, "her"},
	{Determiner | Possessive | Thing, "its"},
	{Determiner | Possessive | Plural, "their"},
	{Determiner | Possessive | First, "my our"},
	{Determiner | Possessive, "your"},
	{Preposition, "of in on at for with from by to into onto about over under after before during against between among through without within upon near " +
		"toward towards across behind beyond like despite amid via per since until till around outside inside above below along off unlike including regarding"},
	{Conjunction, "and or but nor yet so because although though while when if unless whether than as where why how that once whereas"},
	{Relative, "who which whose whom what that"},
	{Auxiliary, "is are was were be been being am has have had having do does did will would can could may might shall should must not isn't wasn't " +
		"aren't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't cannot"},
	{Adverb, "also then later again now just even still once never ever already soon often always sometimes instead too only further aloud back first" +
		" perhaps maybe however meanwhile nevertheless nonetheless therefore thus there here"},
	{Subject | Male, "he"},
	{Subject | Female, "she"},
	{Subject | Plural, "they"},
	{Subject | Thing, "it"},
	{Subject | First, "i we"},
	{Subject, "you"},
	{Object | Male, "him himself"},
	{Object | Female, "herself hers"},
	{Object | Plural, "them themselves theirs"},
	{Object | Thing, "itself"},
	{Object | First, "me us myself ourselves"},
	{Object, "you yourself"},
	{Time, "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december " +
		"today yesterday tomorrow tonight week month year morning afternoon evening night last next earlier ago recently mon tue tues wed thu thur thurs fri sat " +
		"sun jan feb mar apr jun jul aug sep sept oct nov dec"},
	{Male | Courtesy, "mr"},
	{Female | Courtesy, "mrs ms miss"},
	{Courtesy, "dr mx"},
	{Male, "sir monsieur king prince lord father mullah sheikh imam pope congressman chairman spokesman businessman man boy husband son brother uncle nephew grandfather " +
		"grandson gentleman actor policeman fireman salesman assemblyman councilman alderman cleric priest rabbi bishop cardinal monk duke baron emperor waiter dad guy"},
	{Female, "queen princess lady madam madame mademoiselle dame mother congresswoman chairwoman spokeswoman businesswoman woman girl wife daughter sister aunt niece grandmother " +
		"granddaughter actress policewoman saleswoman assemblywoman councilwoman nun duchess baroness empress waitress mom nurse maid"},
}

// closedClasses is closed by word.
var closedClasses = func() map[string]Class {
	m := map[string]Class{}
	for _, c := range closed {
		for w := range strings.FieldsSeq(c.words) {
			m[w] |= c.class
		}
	}
	return m
}()
