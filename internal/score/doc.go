// Package score says how good a clean text is and why: the signals of the field's quality filters as each reference
// computes them, the verdicts of their profiles with every rule that failed, and fingerprints.
//
// What a reference's signals and profiles are stands in a package of its own; here they are put together, asked for by
// name, and judged. A signal is measured when it is first asked for, together with the group that it belongs to, and the
// units of the text that all groups count (words, tokens, lines, n-grams) are found once for all.
package score
