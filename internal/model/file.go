package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
)

// magic begins every model file; its last byte is the version of the format.
const magic = "cdmodel\x01"

const (
	maxSections = 255
	nameLen     = 16
	entryLen    = nameLen + 8
	headLen     = len(magic) + 4
)

// ErrFormat says that a file is no model file, is of another version, or is damaged.
var ErrFormat = errors.New("model: not a model file, or a damaged one")

// File is an open model file. The zero value has no sections.
type File struct {
	data  string
	count int
}

// Open checks the header of data and the bounds of every section. Errors wrap ErrFormat.
func Open(data string) (File, error) {
	if len(data) < headLen || data[:len(magic)] != magic {
		return File{}, fmt.Errorf("%w: wrong header", ErrFormat)
	}
	f := File{data: data, count: int(Uint32(data, len(magic)))}
	if f.count > maxSections || headLen+f.count*entryLen > len(data) {
		return File{}, fmt.Errorf("%w: %d sections in %d bytes", ErrFormat, f.count, len(data))
	}
	for i := range f.count {
		if _, start, size := f.entry(i); start > len(data) || size > len(data)-start {
			return File{}, fmt.Errorf("%w: section %d ends beyond the file", ErrFormat, i)
		}
	}
	return f, nil
}

// Section returns the bytes of the section called name: a view, not a copy. Errors wrap ErrFormat.
func (f File) Section(name string) (string, error) {
	for i := range f.count {
		if n, start, size := f.entry(i); n == name {
			return f.data[start : start+size], nil
		}
	}
	return "", fmt.Errorf("%w: no section %q", ErrFormat, name)
}

// Offset returns where in the file the section called name begins, and whether there is one.
func (f File) Offset(name string) (int, bool) {
	for i := range f.count {
		if n, start, _ := f.entry(i); n == name {
			return start, true
		}
	}
	return 0, false
}

// entry returns name, offset and size in bytes of section i.
func (f File) entry(i int) (name string, start, size int) {
	at := headLen + i*entryLen
	end := at
	for end < at+nameLen && f.data[end] != 0 {
		end++
	}
	return f.data[at:end], int(Uint32(f.data, at+nameLen)), int(Uint32(f.data, at+nameLen+4))
}

// Section is one section of a file to be made.
type Section struct {
	// Name is of 1 to 16 bytes.
	Name string

	Data []byte
}

// Make returns the file that holds sections, in their order. It panics on names and numbers out of range, which are
// the program's fault.
func Make(sections ...Section) []byte {
	if len(sections) > maxSections {
		panic("model: too many sections")
	}
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(sections))) //nolint:gosec // at most 255
	at := headLen + len(sections)*entryLen
	for _, s := range sections {
		if s.Name == "" || len(s.Name) > nameLen {
			panic("model: section name " + s.Name)
		}
		out = append(append(out, s.Name...), make([]byte, nameLen-len(s.Name))...)
		out = binary.LittleEndian.AppendUint32(out, uint32(at))          //nolint:gosec // models are small
		out = binary.LittleEndian.AppendUint32(out, uint32(len(s.Data))) //nolint:gosec // models are small
		at += len(s.Data)
	}
	for _, s := range sections {
		out = append(out, s.Data...)
	}
	return slices.Clip(out)
}
