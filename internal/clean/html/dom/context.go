package dom

import "golang.org/x/net/html/atom"

// Context is what an element is and what it is inside, as bits: an element has all bits of its parent.
type Context uint64

// The contexts.
const (
	Skip      Context = 1 << iota // never to be read: scripts, styles, forms' values
	Hidden                        // said to be invisible
	Nav                           // nav, or the role navigation or menu
	Header                        // header, or the role banner
	Footer                        // footer, or the role contentinfo
	Aside                         // aside, or the role complementary
	Main                          // main, or the role main
	Article                       // article, or the role article
	Section                       // section
	Body                          // marked as the body of an article (itemprop)
	Form                          // form, fieldset
	Control                       // button, label: words to press
	Dialog                        // dialog, or the role dialog or alert
	Table                         // table
	TableHead                     // th, thead
	List                          // ul, ol, menu
	Item                          // li
	Terms                         // dl, dt, dd
	Link                          // a with an address
	Pre                           // pre, listing, xmp: white space counts
	Code                          // code, kbd, samp
	Quote                         // blockquote
	Figure                        // figure, picture
	Caption                       // figcaption, caption
	Heading                       // h1 to h6
	Strong                        // b, strong
	Emphasis                      // i, em, cite
	Time                          // time
	Address                       // address
	Summary                       // details, summary
	Math                          // math
	Vector                        // svg
	Head                          // head
	Paragraph                     // p
	Small                         // small, sub, sup
	Fallback                      // noscript: what forums show to readers without scripts
	Unseen                        // readers cannot see it: set by package hidden
)

// ofTag is what elements are by their names.
var ofTag = map[Tag]Context{
	atom.Script: Skip, atom.Style: Skip, atom.Template: Skip, atom.Noscript: Fallback, atom.Iframe: Skip, atom.Object: Skip,
	atom.Embed: Skip, atom.Canvas: Skip, atom.Audio: Skip, atom.Video: Skip, atom.Select: Skip, atom.Textarea: Skip,
	atom.Datalist: Skip, atom.Option: Skip, atom.Noframes: Skip, atom.Noembed: Skip, atom.Frameset: Skip, atom.Svg: Skip | Vector,
	atom.Map: Skip, atom.Progress: Skip, atom.Meter: Skip,
	atom.Head: Head | Skip, atom.Title: Skip, atom.Nav: Nav, atom.Header: Header, atom.Footer: Footer, atom.Aside: Aside,
	atom.Main: Main, atom.Article: Article, atom.Section: Section, atom.Form: Form, atom.Fieldset: Form, atom.Button: Control,
	atom.Label: Control, atom.Dialog: Dialog, atom.Table: Table, atom.Th: TableHead, atom.Thead: TableHead, atom.Ul: List,
	atom.Ol: List, atom.Menu: List, atom.Li: Item, atom.Dl: Terms, atom.Dt: Terms, atom.Dd: Terms, atom.Pre: Pre,
	atom.Listing: Pre, atom.Xmp: Pre, atom.Plaintext: Pre, atom.Code: Code, atom.Kbd: Code, atom.Samp: Code, atom.Blockquote: Quote,
	atom.Figure: Figure, atom.Picture: Figure, atom.Figcaption: Caption, atom.Caption: Caption, atom.H1: Heading, atom.H2: Heading,
	atom.H3: Heading, atom.H4: Heading, atom.H5: Heading, atom.H6: Heading, atom.B: Strong, atom.Strong: Strong, atom.I: Emphasis,
	atom.Em: Emphasis, atom.Cite: Emphasis, atom.Time: Time, atom.Address: Address, atom.Details: Summary, atom.Summary: Summary,
	atom.Math: Math, atom.P: Paragraph, atom.Small: Small, atom.Sub: Small, atom.Sup: Small,
}

// ofRole is what elements are by their role (WAI-ARIA 1.2).
var ofRole = map[string]Context{
	"navigation": Nav, "menu": Nav, "menubar": Nav, "menuitem": Nav, "banner": Header, "contentinfo": Footer, "complementary": Aside,
	"main": Main, "article": Article, "dialog": Dialog, "alertdialog": Dialog, "alert": Dialog, "search": Form, "form": Form,
	"button": Control, "heading": Heading, "tooltip": Dialog, "tablist": Nav, "toolbar": Nav,
}
