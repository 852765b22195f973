// Package boilerplate takes lines out of a text that are not its own: share bars, cookie notices, newsletter prompts,
// rights lines and the like, and cuts such endings off lines that are. A line is judged by the phrases, names and marks in
// its sentences, never by its place in the text alone, so that boilerplate in the middle of an article goes, what follows
// it stays, and prose about cookies stays too.
//
// The way of a line: runner.go decides, with what verdict.go makes of the evidence that judge.go gathers in the sentences
// that word.go finds, by the phrases that trie.go finds in them; output.go joins what is left. The phrases are tables, one
// row each; phrases.go lists them.
//
// Everything is safe for concurrent use; time and memory are linear in the text.
package boilerplate
