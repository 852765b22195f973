package files

import "time"

// The values of Row.Status.
const (
	Kept     = "kept"     // worked on, and not rejected
	Rejected = "rejected" // worked on, and rejected by the profile that the run filters by
	Failed   = "failed"   // could not be worked on
)

// Row is a result as files of results have it, one row a document, in Parquet and in JSON Lines alike. Names and types are
// stable: new fields come last. A field without a value is null in Parquet and absent in JSON.
type Row struct {
	// ID is the document's own, or Source and Record joined by "#". It occurs once in a run.
	ID string `json:"id" parquet:"id"`

	// URL is where the document came from.
	URL string `json:"url,omitempty" parquet:"url,optional"`

	// Source and Record are the file that the document was in and its place there, from 1.
	Source string `json:"source" parquet:"source,dict"`
	Record int64  `json:"record" parquet:"record"`

	// Status is kept, rejected or failed.
	Status string `json:"status" parquet:"status,dict"`

	// Reasons are the rules that rejected the document, or the reason of its error, as in DOCUMENT_TOO_LARGE.
	Reasons []string `json:"reasons,omitempty" parquet:"reasons,list"`

	// Error says in words why the document failed.
	Error string `json:"error,omitempty" parquet:"error,optional"`

	// Text and Markdown are the clean document.
	Text     string `json:"text,omitempty"     parquet:"text,optional"`
	Markdown string `json:"markdown,omitempty" parquet:"markdown,optional"`

	// What the document says of itself. PublishTime is in UTC.
	Title       string     `json:"title,omitempty"        parquet:"title,optional"`
	Authors     []string   `json:"authors,omitempty"      parquet:"authors,list"`
	PublishTime *time.Time `json:"publish_time,omitempty" parquet:"publish_time,optional,timestamp(millisecond)"`
	SiteName    string     `json:"site_name,omitempty"    parquet:"site_name,optional"`
	Language    string     `json:"language,omitempty"     parquet:"language,optional,dict"`
	License     string     `json:"license,omitempty"      parquet:"license,optional"`

	// PageKind is what kind of page it is, as in ARTICLE or WALL_PAYWALL.
	PageKind string `json:"page_kind,omitempty" parquet:"page_kind,optional,dict"`

	// Entities and Quotations are the facts in short.
	Entities   []Entity    `json:"entities,omitempty"   parquet:"entities,list"`
	Quotations []Quotation `json:"quotations,omitempty" parquet:"quotations,list"`

	// Profiles are the verdicts, Signals the values behind them.
	Profiles []Verdict `json:"profiles,omitempty" parquet:"profiles,list"`
	Signals  []Signal  `json:"signals,omitempty"  parquet:"signals,list"`

	// Exact, Simhash and Minhash are fingerprints: see Score.
	Exact   string `json:"exact,omitempty"   parquet:"exact,optional"`
	Simhash string `json:"simhash,omitempty" parquet:"simhash,optional"`
	Minhash []byte `json:"minhash,omitempty" parquet:"minhash,optional"`

	// Other holds the fields of the input that have no meaning here, as a JSON object.
	Other string `json:"other,omitempty" parquet:"other,optional"`

	// Result is the whole result as a ProcessResult in protobuf, if it was asked for.
	Result []byte `json:"result,omitempty" parquet:"result,optional"`

	// Version is that of the service, which with the options decides all of the above.
	Version string `json:"version" parquet:"version,dict"`

	// DuplicateOf is the id of the document that was kept instead of this one.
	DuplicateOf string `json:"duplicate_of,omitempty" parquet:"duplicate_of,optional"`

	// Quality is the overall estimate, from 0 to 1, if it was asked for and the text is one that it judges.
	Quality *float64 `json:"quality,omitempty" parquet:"quality,optional"`
}

// Entity is a person, organisation, place or other thing that a document names.
type Entity struct {
	Type     string `json:"type"     parquet:"type,dict"` // as in PERSON
	Name     string `json:"name"     parquet:"name"`
	Mentions int32  `json:"mentions" parquet:"mentions"` // how often
}

// Quotation is what somebody said.
type Quotation struct {
	Text    string `json:"text"              parquet:"text"`
	Speaker string `json:"speaker,omitempty" parquet:"speaker,optional"` // the full name, where it is known
}

// Verdict is what a profile says of a document.
type Verdict struct {
	Profile  string   `json:"profile"            parquet:"profile,dict"`
	Verdict  string   `json:"verdict"            parquet:"verdict,dict"` // KEEP, REJECT or NOT_APPLICABLE
	Failures []string `json:"failures,omitempty" parquet:"failures,list"`
}

// Signal is a value by its name.
type Signal struct {
	Name  string  `json:"name"  parquet:"name,dict"`
	Value float64 `json:"value" parquet:"value"`
}
