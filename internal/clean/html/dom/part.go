package dom

// Part says whether a text of a page is content.
type Part uint8

// The values of Part.
const (
	LeaveOut Part = iota // navigation, notices, teasers: what surrounds the content
	Keep                 // the main content
	Reply                // readers' comments
)
