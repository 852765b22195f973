// Package datatrove measures and judges as the filters of huggingface/datatrove 0.10.1 do: Gopher quality and repetition,
// C4 and FineWeb. Words are spaCy's tokens, as in datatrove's own English.
//
// A group is measured in one pass or a few over the text, in linear time, with buffers that are used again. What a group
// returns depends on the text alone. Groups may be used from several goroutines, each with a text of its own.
package datatrove
