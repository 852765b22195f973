// Package content finds a page's main content among the menus, notices and teasers around it.
//
// The page's texts are cut into blocks, the smallest runs that are kept or dropped as a whole. Named features describe each block:
// its own words and marks, the elements around it and what else is in them, its neighbours, the page (FirstFeatures).
// Trees trained on pages with known content (docs/models) give the probability that a reader would call the block content. A
// second set of trees also sees what the first said of the blocks around (SecondFeatures). The blocks kept are those
// with which the expected F-measure is greatest.
//
// Time and memory are linear in the page: what a block needs to know of the elements around it is handed down once an element.
package content
