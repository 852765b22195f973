// Package dolma measures what the gopher and c4 taggers of dolma measure (allenai/dolma, Apache-2.0, 1.2.1), and judges as
// its published mixing configurations do.
//
// The taggers have two versions each. Those of gopher differ in blank lines: v1 takes each for a line, so that the blank
// lines between paragraphs are one another's duplicates; v2 does not. Those of c4 differ in "javascript", which is a word by
// itself in v1 and any part of the text in v2. The rest they have in common, so both are measured at once.
package dolma
