package extract

// Capability is one thing that this package does.
type Capability struct {
	// Name is its stable id.
	Name string

	// Description says what it does and where it ends.
	Description string
}

// Capabilities lists what this package does, by name.
func Capabilities() []Capability {
	return []Capability{
		{"extract.contacts", "E-mail addresses, telephone numbers and handles in the text and in dropped lines; no postal addresses."},
		{"extract.dates", "English and numeric dates to the day, ranges that give their year once, full dates of other languages; no clock times or durations."},
		{"extract.entities", "Persons, organisations and places by a trained tagger and name lists, with a probability for each mention, variants of a name tied together, and roles of persons; English only."},
		{"extract.links", "Links of the content and addresses written out in the text."},
		{"extract.metadata", "Title, authors, times, publisher, rights and the like, from markup and visible text."},
		{"extract.quotations", "Direct quotations in the marks of all languages and their speakers, by trained models of English; no reported speech without marks."},
		{"extract.references", "Third-person pronouns, and I in quotations, tied to persons and bodies where a trained model is sure; English only."},
		{"extract.sentences", "Sentences, in seven languages: by stops and what follows them, abbreviations, lines, and what people leave out on the web."},
	}
}
