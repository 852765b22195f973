// Package repair mends characters and white space: what went wrong between the author's keyboard and the file,
// not what was written. It never joins or drops a line that holds text.
//
// Output is valid UTF-8 in NFC; Run(Run(x)) equals Run(x); time is linear. Indentation is layout (code, verse)
// and stays. Everything is safe for concurrent use.
package repair
