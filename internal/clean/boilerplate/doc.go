// Package boilerplate drops lines that are not a text's own (share bars, cookie notices, newsletter prompts, rights lines and
// the like) and cuts such endings off lines that are. A line is judged by the phrases, names and marks in its sentences,
// never by its place in the text alone. So boilerplate in the middle of an article goes, what follows it stays, and prose
// about cookies stays too.
//
// # Why was this line dropped?
//
// The reason names a rule ("lines.cookies"), the phrase that matched, the confidence and the threshold. Open the file of the
// rule (cookies.go): the phrase is a row of its table, and the comment at the top says when the rule is wrong. The notation
// is in phrase.go, the thresholds are in boilerplate.go (Level) and judge.go.
//
// # From line to verdict
//
// runner.go takes the lines in turn; word.go splits one into words and sentences; judge.go gathers the evidence in each
// sentence by the phrases that trie.go finds, unless prose.go sees that it is prose; verdict.go adds it up; output.go joins what is left.
//
// # Adding a rule
//
// Write a file named by the rule's id: the id with a comment that says what the lines are and when the rule is wrong, and a
// rule value with its description and phrases, as in origin.go. Add it to rules in rules.go. A rule that looks at more than
// phrases is asked in runner.whole (the line as a string, as in hash.go) or judge.weigh (its words, as in credit.go). Put lines
// that it must drop, and lines like them that must stay, into testdata/lines.json, then run
//
//	go -C eval run . -alone lines
//
// which prints recall and how many lines of articles are dropped. A phrase that drops prose needs fewer words, a place at
// which prose does not have it, or a confidence below the threshold.
//
// Everything is safe for concurrent use; time and memory are linear in the text.
package boilerplate
