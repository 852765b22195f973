// Package model reads flat model files in place.
//
// A file is a header and named sections, little-endian, made to be embedded as a string: opening one checks every
// bound and copies nothing, so that a program with many models starts as fast as one with none, and a damaged file is
// an error at once and not a panic later. Everything is safe for concurrent use.
package model
