// Package growth holds the tests of what the project promises for any document: time in proportion to its length, a
// bounded heap, a bounded response and an early return when the context ends. Each promise is tested for every document
// of package hostile and every operation, through the service, so that nothing on the way to the response is left out.
//
// The ordinary run takes documents of up to 256 kB and some 20 CPU seconds. `go test ./internal/growth -long` takes
// larger ones, each profile by itself, and half an hour: `make nightly` runs it.
package growth
