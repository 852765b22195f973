// Package clean turns a scraped document into clean text with a full account of every change.
//
// It runs one stage after another: charset decodes bytes; the packages in html take a page's main content; repair mends
// characters and white space; boilerplate drops lines; reflow rejoins broken paragraphs; structure names the blocks. Each
// stage returns a new text and the provenance of its own step. Run composes these, so that no stage knows of the others.
// A stage that finds nothing to do costs one scan. Package markdown writes the result as CommonMark.
//
// Results depend on input and options alone. All functions are safe for concurrent use.
package clean
