// Package repair mends characters and white space: what went wrong between the author's keyboard and the file,
// not what was written. It never joins or drops a line that holds text.
//
// What a text without damage holds stays byte for byte, by the default rules: curly quotation marks, no-break and
// typographic spaces, fullwidth punctuation, joiners, tables, code and boxes. Run(Run(x)) equals Run(x), and time is
// linear in the text for each layer of damage, of which each at least halves what it is on.
//
// Mojibake is found by weighing, see run: each stretch of characters that is UTF-8 in some single-byte encoding is
// decoded if the text around it is better for it. The other rules are a file each, or a short table.
//
// Everything is safe for concurrent use.
package repair
