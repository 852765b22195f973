// Package content tells a page's main content from what stands around it.
//
// The page's texts are cut into blocks, the smallest runs that are kept or dropped as a whole. Each block is described by
// numbers: its own words and marks, the elements that it stands in, what else is in them, its neighbours, the page. Trees
// that were trained on pages with known content (docs/models) give the chance that a reader would call it content; a
// second set of trees looks again, at what the first said of everything around. Of all blocks those are kept with
// which the expected F-measure is greatest.
package content
