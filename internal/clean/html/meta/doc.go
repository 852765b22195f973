// Package meta reads what a page says of itself: title, authors, dates, names and addresses, each with the place that it
// was read from.
//
// One pass over the tree collects candidates, from markup (JSON-LD, OpenGraph, microdata, meta and link elements) and from
// what is visible near the headline; then each field is decided among its candidates in an order of trust, by rules that
// ask whether a candidate can be what it claims to be. Nothing depends on the clock.
package meta
