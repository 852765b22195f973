// Package hidden finds the texts of a page that its readers cannot see: those that styles make invisible, and those meant
// for screen readers only. Instructions to language models are hidden in pages that way.
//
// It is no layout engine. It reads style attributes, the rules of style elements, the hidden attribute, and a few old attributes of colour.
// What it cannot decide is taken for visible.
// Panels of tabs and accordions are visible if the page shows what opens them.
//
// Time and memory are linear in the page. Everything is safe for concurrent use.
package hidden
