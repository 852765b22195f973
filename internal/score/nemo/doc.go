// Package nemo measures the heuristic filters of NVIDIA/NeMo-Curator, as its last Dask release has them, with the
// thresholds of its configuration for English (config/heuristic_filter_en.yaml).
//
// Words are those of str.split, sentences are the lines that are not blank, paragraphs are separated by two line feeds, and
// lengths are in code points. A value for which the reference's code stops with an error is undefined here. Where several
// n-grams are the commonest, the reference takes the one that Python's hash order puts first; here it is the first in the text.
package nemo
