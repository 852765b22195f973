package files

import "time"

// MaxContent is the largest document that is read, in bytes: the service's own limit. A larger one is an error of its record.
const MaxContent = 16 << 20

// Form says what the content of a document is.
type Form uint8

// The forms of content.
const (
	Text Form = iota // plain text in UTF-8
	HTML             // HTML in UTF-8
	Raw              // bytes whose charset and media type are to be found out
)

// Document is one document as a file has it.
type Document struct {
	// ID is the file's own name for the document, or empty.
	ID string

	// URL is the address the document came from, or empty.
	URL string

	// MediaType is its Content-Type, or empty.
	MediaType string

	// Language is a BCP 47 tag, or empty.
	Language string

	// Form says what Content is.
	Form Form

	// Content is the document itself. It belongs to the receiver.
	Content []byte

	// PublishTime and RetrieveTime are zero where they are not known.
	PublishTime, RetrieveTime time.Time

	// AlreadyClean says that the text needs no cleaning.
	AlreadyClean bool

	// Scores are values that were measured elsewhere, by name.
	Scores map[string]float64

	// Other holds the fields of the record that have no place above, and those of the scores, as the inside of a JSON object without its
	// braces.
	Other []byte
}

// Entry is a record of a file: a document, or what is wrong with it.
type Entry struct {
	// Number counts the records of a file from 1. For JSON Lines it is the number of the line.
	Number int64

	// Document is what could be read, even if Err is set.
	Document Document

	// Err is the record's own fault. The records after it are read all the same.
	Err error

	// Skipped says why a record is not a document that anybody would want, such as an image in a WARC file; such a record
	// is counted and nothing else.
	Skipped string
}

// Columns names the columns or fields that hold the parts of a document in JSON Lines, CSV and Parquet. An empty name stands
// for the usual ones.
type Columns struct {
	ID   string // usual: id
	Text string // usual: text
	HTML string // usual: html
	URL  string // usual: url

	// Scores are columns or fields of numbers that are scores, beside those of the object called scores.
	Scores []string
}
