// Package wall recognises pages that show something else in place of their content: bot checks, errors, log-ins, consent,
// paywalls, parked domains and empty shells.
//
// A wall says in its title, a heading or a short text what it is, in words that sites and their software share, and holds
// next to nothing else: an article about walls is none. Phrases are known in twelve languages.
//
// Time and memory are linear in the page. Everything is safe for concurrent use.
package wall
