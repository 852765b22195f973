package labelled

// Unsure says which blocks of a set's pages carry no label, because the set's habit differs from the convention and the gold
// alone does not show where.
type Unsure uint8

// The reasons for leaving blocks unlabelled.
const (
	// Captions: captions are in the gold of some pages. A block in a figure that is in the gold is not learnt from.
	Captions Unsure = 1 << iota

	// Standfirst: the standfirst is missing from golds. Text between the headline and the first paragraph of the gold is not
	// learnt from.
	Standfirst

	// Inserts: lists and tables inside the text are missing from golds. Those between the first and the last block of the gold
	// are not learnt from.
	Inserts

	// Shorts: user names, times and buttons between posts are in the gold of some pages. Short blocks there are not learnt from.
	Shorts

	// Positives: the gold holds a part of the main text only. Blocks that are not in it are not learnt from.
	Positives
)

// Source says who publishes the pages of a set.
type Source uint8

// The sources.
const (
	AnySource Source = iota // not known, or all sorts

	// Press: newspapers, agencies, broadcasters and magazines.
	Press

	// Others: companies, institutions, shops, blogs.
	Others
)

// Set is one set of labelled pages.
type Set struct {
	Name string

	// Archive is the file below the data folder, without .tar.xz.
	Archive string

	// Head says that golds begin with the headline, byline or date line on some pages, which are then dropped.
	Head bool

	Unsure Unsure

	// Source is who publishes most of the pages.
	Source Source

	// Test says that the licence of the labels is not stated: the set is measured with and never learnt from.
	Test bool

	// Part says that golds hold parts of the main text only, so that no F-measure can be had from them.
	Part bool

	// Pieces says that pieces of text are known (With, Without) instead of a gold.
	Pieces bool
}

const (
	older = "html-more/html-2008-2012"
	newer = "html-more/html-2013-2026"
)

// Sets are all sets, in the order in which they are read. Habits are those that the data's README states.
var Sets = []Set{
	{Name: "wcxb", Archive: "html/wcxb-dev", Source: Others},
	{Name: "trafilatura", Archive: "html/trafilatura-eval", Pieces: true},
	{Name: "news4k", Archive: newer, Source: Press},
	{Name: "fundus", Archive: newer, Unsure: Inserts, Source: Press},
	{Name: "mercury", Archive: newer, Unsure: Captions | Standfirst},
	{Name: "magic-article", Archive: newer, Head: true, Unsure: Captions | Standfirst},
	{Name: "magic-forum", Archive: newer, Head: true, Unsure: Shorts, Source: Others},
	{Name: "chinese", Archive: newer, Head: true},
	{Name: "artext", Archive: newer, Head: true, Unsure: Captions},
	{Name: "n4ktest", Archive: newer, Source: Press},
	{Name: "recipes", Archive: newer, Unsure: Positives, Part: true},
	{Name: "goose", Archive: newer, Unsure: Positives, Part: true},
	{Name: "dragnet", Archive: older, Head: true, Test: true},
	{Name: "l3s", Archive: older, Head: true, Test: true},
}

// SetNamed returns the set of this name, nil if there is none.
func SetNamed(name string) *Set {
	for i := range Sets {
		if Sets[i].Name == name {
			return &Sets[i]
		}
	}
	return nil
}

// damaged are pages whose title element never closes, so that a parser finds no body, by the beginning of their names.
var damaged = []string{
	"l3s-082e02bd", "l3s-0bf24489", "l3s-19956250", "l3s-2454a2b5", "l3s-26ea84f9", "l3s-51600d8d", "l3s-599fc2eb", "l3s-cb5cb16c",
	"l3s-fab5142d",
}
