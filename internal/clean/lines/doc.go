// Package lines takes lines out of a text that are not its own: share bars, cookie notices, newsletter prompts,
// rights lines and the like. A rule judges one line by its words and its length, never by its place alone, so that
// boilerplate in the middle of an article goes and prose about cookies stays.
//
// Everything is safe for concurrent use; time is linear in the text.
package lines
