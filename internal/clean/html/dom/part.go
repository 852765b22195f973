package dom

// Part says whether a text of a page is content.
type Part uint8

// The values of Part.
const (
	LeaveOut Part = iota // navigation, notices, teasers: what surrounds the content
	Keep                 // the main content
	Reply                // readers' comments
	Headline             // the headline of the page, which is not written with the content
)

// FirstHidden is the first of the values for texts that readers cannot see, which package hidden defines. They are left out.
const FirstHidden = Part(16)

// Written reports whether a text of this kind is written.
func (p Part) Written() bool { return p == Keep || p == Reply }
