// Package datatrove measures and judges as the filters of huggingface/datatrove 0.10.1 do: Gopher quality and repetition,
// C4 and FineWeb. Words are spaCy's tokens, as in datatrove's own English.
//
// A group takes one or a few passes over the text, in linear time, with buffers that are used again. Its values depend on the
// text alone. Groups may be used by several goroutines, each with a text of its own.
package datatrove
