package dom

// Part is what a text of a page is to its reader.
type Part uint8

// The parts.
const (
	LeaveOut Part = iota // navigation, notices, teasers: what stands around the content
	Keep                 // the main content
	Reply                // what readers wrote about it
)
