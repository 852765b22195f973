package repair

import (
	"context"

	"github.com/copydesk/copydesk/internal/text"
)

// The ids of the rules.
const (
	Entities        text.Rule = "repair.entities"
	Mojibake        text.Rule = "repair.mojibake"
	C1              text.Rule = "repair.c1"
	TerminalEscapes text.Rule = "repair.terminal_escapes"
	Controls        text.Rule = "repair.controls"
	Invisible       text.Rule = "repair.invisible"
	SoftHyphens     text.Rule = "repair.soft_hyphens"
	LineBreaks      text.Rule = "repair.line_breaks"
	Spaces          text.Rule = "repair.spaces"
	Ligatures       text.Rule = "repair.ligatures"
	Width           text.Rule = "repair.width"
	Quotes          text.Rule = "repair.quotes"
	NFC             text.Rule = "repair.nfc"
	Whitespace      text.Rule = "repair.whitespace"
)

// Rules describes the rules in the order in which they are applied.
var Rules = []text.RuleInfo{
	{ID: Entities, Default: true, Description: "decodes HTML entities that end in a semicolon; wrong in a text about HTML"},
	{ID: Mojibake, Default: true, Description: "decodes UTF-8 that was read in another encoding, layer by layer; wrong where such a sequence is quoted"},
	{ID: TerminalEscapes, Default: true, Description: "drops ANSI escape sequences; wrong in a text that documents them with the raw escape character"},
	{ID: C1, Default: true, Description: "reads C1 controls as the windows-1252 characters of the same number; wrong in logs of old terminals"},
	{ID: Controls, Default: true, Description: "drops control characters other than tab and line feed; they carry no text"},
	{ID: Invisible, Default: true, Description: "drops zero-width spaces, byte order marks and deprecated or stray bidi controls; joiners stay, for emoji and Indic scripts need them, and so do bidi controls in right-to-left text"},
	{ID: SoftHyphens, Default: true, Description: "drops soft hyphens; wrong only where a line is to be broken by hand"},
	{ID: LineBreaks, Default: true, Required: true, Description: "makes line feeds of CR, CR LF, NEL, line and paragraph separators"},
	{ID: Spaces, Default: true, Description: "makes plain spaces of no-break and typographic spaces; wrong where French spacing or digit grouping must survive"},
	{ID: Ligatures, Default: true, Description: "spells out Latin presentation ligatures such as U+FB01; wrong in a text about typography"},
	{ID: Width, Default: true, Description: "makes fullwidth ASCII letters and halfwidth kana ordinary; wrong where width is meant as a style"},
	{ID: Quotes, Description: "straightens curly quotation marks; off because they are usually right"},
	{ID: NFC, Default: true, Required: true, Description: "composes characters (Unicode NFC)"},
	{ID: Whitespace, Default: true, Required: true, Description: "folds runs of spaces inside lines, drops spaces at line ends, more than one blank line, and white space around the text; indentation stays"},
}

// pass is one walk over the text.
type pass func(c *text.Chain, rules text.RuleSet)

// passes in the order of ftfy: what hides other damage is undone first.
var passes = []pass{entities, mojibake, terminalEscapes, characters, compose, whitespace}

// maxRounds bounds how often the passes are repeated: one repair can uncover damage of another kind, as an
// entity inside mojibake does. Each round shortens the text or ends it, and real texts need no more than three.
const maxRounds = 6

// Run repairs the text of c, which must be valid UTF-8. The error is ctx.Err() if ctx ended first.
func Run(ctx context.Context, c *text.Chain, rules text.RuleSet) error {
	for range maxRounds {
		before := c.Steps()
		for _, run := range passes {
			if err := ctx.Err(); err != nil {
				return err
			}
			run(c, rules)
		}
		if c.Steps() == before {
			break
		}
	}
	return nil
}
