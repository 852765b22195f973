// Package nemo measures the heuristic filters of NVIDIA/NeMo-Curator, as its last Dask release has them, with the
// thresholds of its configuration for English (config/heuristic_filter_en.yaml).
//
// Words are those of str.split, sentences the lines that are not blank, paragraphs what stands between two line feeds; the
// length of a text is in code points. A value that the reference's code stops at with an error is undefined here. Where
// several n-grams are the commonest, the reference takes the one that Python's hash order puts first; here it is the one
// that the text has first.
package nemo
