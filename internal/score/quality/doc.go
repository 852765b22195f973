// Package quality estimates how likely an English text is worth keeping: prose that somebody wrote to be read, whole and once, and not
// what a site has around it, or what a machine made of it.
//
// The model is a sum: the log-odds of a good text are a constant and one number for each signal, which depends on that signal alone
// (a generalised additive model). So what each signal adds is exact. Shape says in which direction a signal may act.
//
// Inputs (inputs.go) names the signals; train/quality learns the curves. Everything is safe for concurrent use.
package quality
