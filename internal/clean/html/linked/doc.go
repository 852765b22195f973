// Package linked reads the JSON-LD of a page, once, for all that look things up in it: the metadata of the page and the
// choice of its main content.
package linked
