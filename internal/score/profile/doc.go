// Package profile defines what a tool's quality filter consists of, so that each filter is a few tables: the signals that it
// measures (Group), and the profiles that judge by them (Profile, with its Rules).
//
// # Add a profile
//
// A profile of signals that exist needs one entry in the Profiles of its reference's profiles.go (or a caller's custom profile,
// with no code at all):
//
//	{
//		Name: "mytool-quality", Version: "1.0", Languages: []string{"en"},
//		Description: "what it judges, and by which published configuration",
//		Rules: profile.Rules("mytool-quality", "mytool",
//			profile.Reject("too_short", "word_count", profile.Below, 50),
//		),
//	},
//
// The row reads: rule "mytool-quality.too_short" rejects where signal "mytool.word_count" is below 50.
//
// A new reference is a package beside nemo, the shortest one: signals and how they are measured, one file for each unit of text
// (words.go, lines.go), and profiles.go with the thresholds. List its Groups and Profiles in score/registry.go. Its tests compare
// with values that the reference's own code gave (testdata/values.json), and eval/ with more of them.
package profile
