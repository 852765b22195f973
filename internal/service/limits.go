package service

import "time"

// The defaults of Options. Describe tells callers the ones in force.
const (
	// DefaultMaxDocumentBytes is the largest content of one document: books fit, archives do not.
	DefaultMaxDocumentBytes = 16 << 20

	// DefaultMaxBatchDocuments is the largest number of documents of one Process request.
	DefaultMaxBatchDocuments = 1000

	// DefaultMaxDocumentTime is how long one document of a batch or stream may take.
	DefaultMaxDocumentTime = 30 * time.Second

	// MaxChunkItems is the largest number of items in one chunk of a stream.
	MaxChunkItems = 1000

	// MaxInFlight is how many items of one stream are worked on or wait for their turn at once.
	MaxInFlight = 256

	// maxInFlightBytes is how much content of one stream is held at once, beyond a single document. Together
	// with MaxInFlight it bounds what a client that does not read its results can make the server hold.
	maxInFlightBytes = 64 << 20

	// resultChunkBytes is the size of a message of results beyond which no further result joins it.
	resultChunkBytes = 256 << 10
)
