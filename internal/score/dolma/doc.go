// Package dolma measures what the gopher and c4 taggers of dolma measure (allenai/dolma, Apache-2.0, 1.2.1), and judges as
// its published mixing configurations do.
//
// Each tagger has two versions. Those of gopher differ in blank lines: v1 counts each as a line, so that the blank lines between
// paragraphs are duplicates of each other; v2 does not. Those of c4 differ in "javascript", which has to be a word by itself in v1
// and can be any part of the text in v2. Otherwise they are the same, so both are measured at once.
package dolma
