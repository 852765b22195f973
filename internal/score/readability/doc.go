// Package readability measures the formulas of readability: Flesch, Flesch-Kincaid, Gunning, SMOG, Coleman-Liau and ARI.
//
// Words are those of str.split, as in the other packages of score. The formulas hold for English only, and are undefined for a
// text in another language. Values depend on the text alone.
package readability

import "github.com/copydesk/copydesk/internal/score/profile"

// Groups are the signals. No profile judges by them.
var Groups = []profile.Group{{Signals: readabilitySignals, Measure: measureReadability}}

const prefix = "text."
