package repair

import "github.com/copydesk/copydesk/internal/text"

// The ids of the rules.
const (
	Escapes         text.Rule = "repair.escapes"
	Entities        text.Rule = "repair.entities"
	Mojibake        text.Rule = "repair.mojibake"
	LostBytes       text.Rule = "repair.lost_bytes"
	TerminalEscapes text.Rule = "repair.terminal_escapes"
	C1              text.Rule = "repair.c1"
	LineBreaks      text.Rule = "repair.line_breaks"
	Controls        text.Rule = "repair.controls"
	SoftHyphens     text.Rule = "repair.soft_hyphens"
	Invisible       text.Rule = "repair.invisible"
	Bidi            text.Rule = "repair.bidi"
	DirectionMarks  text.Rule = "repair.direction_marks"

	TagCharacters      text.Rule = "repair.tag_characters"
	VariationSelectors text.Rule = "repair.variation_selectors"
	ZeroWidth          text.Rule = "repair.zero_width"

	Quotes      text.Rule = "repair.quotes"
	Ligatures   text.Rule = "repair.ligatures"
	Digraphs    text.Rule = "repair.digraphs"
	Width       text.Rule = "repair.width"
	StrayWidth  text.Rule = "repair.stray_width"
	Spaces      text.Rule = "repair.spaces"
	SpaceDebris text.Rule = "repair.space_debris"
	NFKC        text.Rule = "repair.nfkc"
	NFC         text.Rule = "repair.nfc"
	Whitespace  text.Rule = "repair.whitespace"
	BlankRuns   text.Rule = "repair.blank_runs"
)

// Rules describes the rules in the order in which they are applied.
var Rules = []text.RuleInfo{
	{ID: Escapes, Description: "decodes backslash escapes such as \\u2019, \\x41 and \\n; off because paths and texts about programming have them too"},
	{ID: Entities, Default: true, Description: "decodes HTML entities that end in a semicolon, except on lines that hold a tag; wrong in a text about HTML"},
	{ID: Mojibake, Default: true, Description: "decodes UTF-8 that was read in another encoding, layer by layer; wrong where such a sequence is quoted"},
	{ID: LostBytes, Default: true, Description: "guesses the closing quotation mark or dash whose last byte was lost when UTF-8 was read as windows-1252; wrong for the few other characters that lose the same byte"},
	{ID: TerminalEscapes, Default: true, Description: "drops escape sequences of terminals (ANSI); wrong in a text that documents them with the raw escape character"},
	{ID: C1, Default: true, Description: "reads C1 controls as the windows-1252, or Mac Roman, characters of the same number; wrong in logs of old terminals"},
	{ID: LineBreaks, Default: true, Description: "makes line feeds of CR, CR LF, NEL, line and paragraph separators; wrong where CR lets a program overwrite its line"},
	{ID: Controls, Default: true, Description: "drops control characters other than tab and line feed; wrong in a dump of a terminal"},
	{ID: SoftHyphens, Default: true, Description: "drops soft hyphens; wrong only where a line is to be broken by hand"},
	{ID: Invisible, Default: true, Description: "drops zero-width spaces, word joiners, byte order marks and deprecated controls, and makes spaces of fillers that show as one; joiners stay, for emoji and many scripts need them; wrong where a long word may be broken"},
	{ID: Bidi, Default: true, Description: "drops controls of direction that embed, override or isolate, in a text without a letter written from right to left, and overrides of text that has none; wrong where they shape a drawing"},
	{ID: DirectionMarks, Description: "drops left-to-right and right-to-left marks in a text without a letter written from right to left; off because they show unmapped"},
	{ID: TagCharacters, Default: true, Description: "drops tag characters, which can hide a text, except in the flags of regions; wrong in an old text that marks its language by them"},
	{ID: VariationSelectors, Default: true, Description: "drops variation selectors that select nothing: after another, or after a character that has no variant; wrong for variants that Unicode does not know"},
	{ID: ZeroWidth, Default: true, Description: "drops runs of zero-width characters, which can encode bits, and single joiners between characters that never join; wrong where a joiner prevents a ligature in a word of Latin"},
	{ID: Quotes, Description: "straightens curly quotation marks; off because they are usually right"},
	{ID: Ligatures, Default: true, Description: "spells out Latin presentation ligatures such as U+FB01; wrong in a text about typography"},
	{ID: Digraphs, Description: "spells out letters that stand for two, such as U+01CC; off because they can be meant"},
	{ID: Width, Description: "makes fullwidth ASCII and halfwidth kana ordinary; off because East Asian punctuation is fullwidth"},
	{ID: StrayWidth, Default: true, Description: "makes fullwidth letters and digits, and the marks and spaces among them, ordinary in a text without East Asian letters; wrong where width is meant as a style"},
	{ID: Spaces, Description: "makes plain spaces of all no-break and typographic spaces; off because French spacing, units and digit grouping need them"},
	{ID: SpaceDebris, Default: true, Description: "makes plain spaces of other spaces that are left over from layout: beside white space, at line ends, or throughout a text in place of plain ones; wrong in a layout made of them"},
	{ID: NFKC, Description: "makes ordinary characters of those that Unicode has for compatibility (NFKC): ligatures, width, superscripts, fractions, styled letters; off because m² and ½ then say something else"},
	{ID: NFC, Default: true, Description: "composes characters (Unicode NFC); wrong where decomposed text must match its source"},
	{ID: Whitespace, Description: "folds runs of spaces inside lines that are not laid out with them, drops spaces at line ends, more than one blank line, and white space around the text; indentation stays; off with repair_only, where two spaces can be meant"},
	{ID: BlankRuns, Default: true, Description: "does what repair.whitespace does but leaves one or two spaces as they are; wrong in verse that plays with blanks"},
}
