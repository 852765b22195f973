// Package score says how good a clean text is and why: the signals of the field's quality filters as each reference
// computes them, the verdicts of their profiles with every rule that failed, and fingerprints.
//
// Each reference has a package of its own, with its signals and profiles; here they are put together (registry.go), chosen by
// name, and judged. A signal is measured when it is first asked for, together with its group. What all groups count (words,
// tokens, lines, n-grams) is found once for each reference. To add a profile, see package profile.
package score
