package extract

// The most that a list of facts holds. Each is far above what an article, a long report or a book chapter has: a list that
// is longer comes from a table, an index, or a text made to be costly. What is over a limit is counted in Omitted.
const (
	MaxSentences  = 100_000
	MaxEntities   = 10_000
	MaxMentions   = 50_000 // of all entities together
	MaxQuotations = 10_000
	MaxDates      = 20_000
	MaxContacts   = 5_000
	MaxLinks      = 20_000
	MaxAuthors    = 100
	MaxTags       = 200
	MaxRights     = 100

	MaxReservations = 64

	MaxEvidence = 500
)

// Omitted counts the facts that were found and left out, by list.
type Omitted struct {
	Sentences, Entities, Mentions, Quotations, Dates, Contacts, Links, Authors, Tags, Rights, Reservations, Evidence int
}

// keep appends fact to list if that has fewer than most; else it adds one to omitted.
func keep[T any](list []T, fact T, most int, omitted *int) []T {
	if len(list) >= most {
		*omitted++
		return list
	}
	return append(list, fact)
}
