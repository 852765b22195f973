// Package repair mends characters and white space: what went wrong between the author's keyboard and the file, not what
// was written. It never joins lines, and never drops one that holds text.
//
// The default rules leave undamaged text as it is, byte for byte: curly quotation marks, no-break and typographic spaces,
// fullwidth punctuation, joiners, tables, code and boxes. Run(Run(x)) equals Run(x). Time is linear in the text for each
// layer of damage, and each layer at least halves in length what it covers.
//
// # Files
//
// rules.go lists the rules. A rule is in the file of its name (repair.mojibake in mojibake.go), or of its kind:
//
//   - controls.go: c1, line_breaks, controls
//   - invisible.go: soft_hyphens, invisible, bidi, direction_marks
//   - smuggled.go: tag_characters, variation_selectors, zero_width
//   - ligatures.go: ligatures, digraphs
//   - characters.go: quotes, width, stray_width
//   - spaces.go: spaces, space_debris
//   - whitespace.go: whitespace, blank_runs
//
// repair.go runs the passes, each a walk over the text for one or more rules; scan.go finds out which of them have anything
// to do. Mojibake is found by weighing (stretch.go): a stretch of characters that is UTF-8 in some single-byte encoding is
// decoded if the text around it is the better for it.
//
// # Adding a rule
//
// A rule for single characters: add its id and description to rules.go, a function to the file that fits and a row to
// substitutions in characters.go; let characterNeeds in scan.go cover the characters. Say at the function when it is wrong.
// Add cases to testdata, also of what must stay, and a text to TestEveryRuleCanBeSwitchedOff.
//
// Everything is safe for concurrent use.
package repair
