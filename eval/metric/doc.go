// Package metric measures a text that was taken from a page against the text that should have been: the metrics of the
// public benchmarks of main-content extraction, each as its benchmark defines it, and one for paragraphs. It is for
// measuring and training; the product does not import it.
package metric
