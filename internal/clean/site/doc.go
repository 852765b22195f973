// Package site drops lines that recur on the pages of one host: what a publishing tool puts on each of them.
//
// It takes two passes. A Counter sees the pages first and counts on how many of a host's pages each line is; Counts are what
// it has found, as bytes without a word of text: hashes of hosts and lines, and numbers. Run then drops the lines of a document that
// recur. The result depends on the document and the counts alone.
//
// Lines are compared by the hash of their letters and digits in lower case, so that marks, spaces and markup do not matter. The hash
// resists no attack: who can choose the pages of a host can have lines of its other pages dropped.
package site
