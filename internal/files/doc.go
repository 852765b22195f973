// Package files reads documents from the files that corpora are kept in, and writes rows of results: JSON Lines, JSON,
// CSV, Parquet, WARC, WET, text and HTML, plain or compressed, on disk or in object stores. It knows nothing of gRPC.
//
// A fault of one record is reported with that record, and reading goes on where the format allows it; a fault of a file ends
// that file only. Memory is bounded by the largest document (MaxContent), whatever the size of a file, a row group or a record.
package files
