// Package clean turns a scraped document into clean text with a full account of every change.
//
// It runs stages one behind the other: decode bytes (charset), take a page's main content (page), repair
// characters and white space (repair), drop boilerplate lines (lines), rejoin broken paragraphs (reflow),
// name the blocks (structure). Each stage returns a new text and the provenance of its own step; Run
// composes them, so that a stage knows nothing of the others. Stages that find nothing to do cost a scan.
//
// Results depend on input and options alone. All functions are safe for concurrent use.
package clean
