// Package dedup finds groups of duplicates and near-duplicates among many documents by their fingerprints.
//
// Two documents belong together if their exact fingerprints are equal or one of the 14 buckets of their MinHash is, and so do all
// that are connected in this way: the groups are those of datatrove's MinHash pipeline. Sorting happens on disk, in runs of a
// bounded size, so that memory is four bytes a document beside what the caller allows for a run.
package dedup
