// Package layout reads text that is laid out as a printed page, as converters of PDF write it: columns side by side become
// columns one after the other, running heads and page numbers go, and a footnote inside a sentence moves to after its paragraph.
//
// It must come first, because it needs the spaces that other stages fold. Tables, code and whatever is in doubt stay as they are.
// Everything is safe for concurrent use; time is linear in the text.
package layout
