// Package reflow puts paragraphs together again that were broken at inline links or wrapped at a fixed width.
//
// It joins lines and blocks and changes nothing else. When in doubt it leaves a break: two paragraphs run
// together cannot be told apart later. Headings, list items, verse, code and tables are left alone. Everything is
// safe for concurrent use; time is linear in the text.
package reflow
