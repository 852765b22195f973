package service

import (
	"time"

	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/internal/score/quality"
)

// The defaults of Options. Describe returns the ones in force.
const (
	// DefaultMaxDocumentBytes is the largest content of one document: books fit, archives do not.
	DefaultMaxDocumentBytes = 16 << 20

	// DefaultMaxBatchDocuments is the largest number of documents of one Process request.
	DefaultMaxBatchDocuments = 1000

	// DefaultMaxDocumentTime is how long one document of a batch or stream may take.
	DefaultMaxDocumentTime = 30 * time.Second

	// DefaultMaxResponseBytes is the largest max_response_bytes that a request may state.
	DefaultMaxResponseBytes = 512 << 20
)

const (
	// MaxChunkItems is the largest number of items in one chunk of a stream.
	MaxChunkItems = 1000

	// MaxInFlight is the number of items of one stream that are worked on or wait for their turn at once.
	MaxInFlight = 256

	// maxInFlightBytes is how much content of one stream is held at once, beyond a single document. Together
	// with MaxInFlight it bounds what a client that does not read its results can make the server hold.
	maxInFlightBytes = 64 << 20

	// resultHeldFactor is what a result takes in memory for each byte of it in a message: most are text, some many small
	// parts.
	resultHeldFactor = 3

	// resultChunkBytes is the size in protobuf that a message of results does not exceed if it holds more than one.
	resultChunkBytes = 256 << 10

	// messageBytes is the largest message of results unless the request states another size: the largest that gRPC
	// clients take unless they are configured.
	messageBytes = 4 << 20

	// resultFactor and resultBase bound a result unless the request states another size: so many bytes for each
	// byte of content, and so many for the document.
	resultFactor, resultBase = 20, 64 << 10
)

// listLimits are the largest numbers of items of the lists in results, by path. The contract's comments state the
// same numbers. They are far above what documents hold, so that reaching one is a sign of a list that is no use.
var listLimits = map[string]int{
	"clean.blocks":                  250_000,
	"clean.chunks":                  100_000,
	"clean.metadata.authors":        extract.MaxAuthors,
	"clean.metadata.evidence":       extract.MaxEvidence,
	"clean.metadata.reservations":   extract.MaxReservations,
	"clean.metadata.rights":         extract.MaxRights,
	"clean.metadata.tags":           extract.MaxTags,
	"clean.rules":                   512,
	"clean.segments":                1_000_000,
	"extract.contacts":              extract.MaxContacts,
	"extract.dates":                 extract.MaxDates,
	"extract.entities":              extract.MaxEntities,
	"extract.entities.mentions":     1_000,
	"extract.entities.roles":        32,
	"extract.links":                 extract.MaxLinks,
	"extract.metadata.authors":      extract.MaxAuthors,
	"extract.metadata.evidence":     extract.MaxEvidence,
	"extract.metadata.reservations": extract.MaxReservations,
	"extract.metadata.rights":       extract.MaxRights,
	"extract.metadata.tags":         extract.MaxTags,
	"extract.quotations":            extract.MaxQuotations,
	"extract.sentences":             extract.MaxSentences,
	"score.language_candidates":     language.MostCandidates,
	"score.languages":               language.MostLanguages,
	"score.lines":                   100_000,
	"score.lines.signals":           16,
	"score.perplexity.lines":        100_000,
	"score.perplexity.paragraphs":   100_000,
	"score.perplexity.percentiles":  64,
	"score.perplexity.tokens":       100_000,
	"score.paragraph_languages":     language.MostParagraphs,
	"score.profiles":                128,
	"score.profiles.failures":       256,
	"score.profiles.failures.spans": 64,
	"score.profiles.removals":       25_000,
	"score.quality.contributions":   quality.MostContributions,
	"score.signals":                 512,
	"score.signals.spans":           64,
	"score.spun.findings":           1_000,
}
