package text

// FactName is a property that a page states of itself, by its name in the contract.
type FactName string

// The properties. Authors and tags may be stated more than once.
const (
	FactTitle        FactName = "title"
	FactAuthor       FactName = "authors"
	FactPublishTime  FactName = "publish_time" // with the time of day, in RFC 3339
	FactPublishDate  FactName = "publish_date" // the day as the page has it, in ISO 8601
	FactUpdateTime   FactName = "update_time"
	FactUpdateDate   FactName = "update_date"
	FactSiteName     FactName = "site_name"
	FactPublisher    FactName = "publisher"
	FactCanonicalURL FactName = "canonical_url"
	FactLanguage     FactName = "language"
	FactLicense      FactName = "license"
	FactTag          FactName = "tags"
	FactImageURL     FactName = "image_url"
	FactDescription  FactName = "description"
)

// Statements by which a page reserves or grants use by machines, by the name of their convention. Each may be stated more
// than once. In the contract all are reservations.
const (
	FactRobots         FactName = "robots" // one directive: "noai", "gptbot: noindex"
	FactTDMReservation FactName = "tdm-reservation"
	FactTDMPolicy      FactName = "tdm-policy"
	FactSignal         FactName = "cc"           // one preference: "train-ai=n"
	FactMachineLicense FactName = "license(rsl)" // the address of a licence for machines, in Really Simple Licensing
)

// Fact is something that a page states of itself in its markup, not in its visible text.
type Fact struct {
	// Name is the property.
	Name FactName

	// Value is what it says, entities decoded, white space folded.
	Value string

	// Text is what stands on the page, where that is more than Value: a date as written, a title with the name of the
	// site. Empty if it is Value.
	Text string

	// Origin is the kind of markup: "title", "meta", "link", "json-ld", "microdata", "html".
	Origin string

	// Source is where the value stands in the source.
	Source Span
}
