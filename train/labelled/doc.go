// Package labelled reads the labelled HTML pages of ../shared/data, and brings their golds to one convention.
//
// The convention is that of the judged news sets: a gold holds no headline, no byline and no date line; it holds the standfirst,
// subheadings, lists and tables of the text; captions are left out. Sets that differ are changed where that can be done by
// line (Set.Head). Where only the blocks of the page can tell, training leaves the blocks in doubt unlabelled (Set.Unsure).
package labelled
