package model

import (
	"crypto/sha256"
	"encoding/hex"
)

// Embedded is a model or list that is part of the program. A package that has some exports them as
//
//	func Models() []model.Embedded
//
// and a package that uses such a package adds its own, so that the service can describe all of them.
type Embedded struct {
	// Name is its stable id, named for the package that reads it: "clean.reflow".
	Name string

	// Version changes whenever the data do: the month in which it was made, and a letter if there was more than one.
	Version string

	// Sources are the data that it was made from, as NOTICE names them.
	Sources []string

	// Data are the embedded files, one after the other: a model file, or several lists.
	Data []string
}

// Size returns the number of bytes of the data.
func (e Embedded) Size() int {
	n := 0
	for _, d := range e.Data {
		n += len(d)
	}
	return n
}

// SHA256 returns the SHA-256 of the data in hexadecimal digits. It reads all of them: callers keep the result.
func (e Embedded) SHA256() string {
	h := sha256.New()
	for _, d := range e.Data {
		_, _ = h.Write([]byte(d)) // never fails
	}
	return hex.EncodeToString(h.Sum(nil))
}
