package dclm

// modifiers are DCLM's modifiers of lines, those of the configuration first and in its order.
var modifiers = []modifier{
	{name: "newline_removal", description: "of three line feeds or more in a row, two stay", drops: isSpareLine},
	{name: "uppercase_ratio_line", description: "lines of which more than half the characters are capitals go", drops: only(isUpperLine), strips: true},
	{name: "numeric_ratio_line", description: "lines of which more than .999999 of the characters are digits go", drops: only(isDigitLine), strips: true},
	{name: "counter_line", description: "lines that are a number and likes, shares, views or the like go", drops: only(isCounter), strips: true},
	{name: "line_length_min2", description: "lines of one word or of white space go", drops: shorterThan(2)},
	{name: "substring_items_in_cart", description: `"items in cart" goes out of lines of at most 10 words, and blank lines go`, cuts: itemsInCart, short: true, strips: true},
	{name: "substring_read_more", description: `"Read more" and three characters more at the end go from lines of at most 10 words, and blank lines go`, cuts: readMore, short: true, strips: true},
	{name: "substring_sign_in", description: `"Sign-in" at the beginning goes from lines of at most 10 words, and blank lines go`, cuts: signIn, short: true, strips: true},

	{name: "line_length_min5", description: "lines with text, or white space, of fewer than 5 words go", drops: shorterThan(5)},
	{name: "punctuation_line", description: `lines that do not end in ".", "!", "?", a quotation mark or "…" go`, drops: only(isUnended)},
	{name: "punctuation_line_c4", description: `the same, and lines that end in "..." or "…" go`, drops: only(isUnendedOrCut)},
	{name: "word_length_1000", description: "lines with a word of more than 1000 characters go", drops: only(hasLongWord)},
	{name: "citation_removal", description: `"[12]", "[]", "[edit]" and "[citation needed]" go`, cuts: citations},
	{name: "within_page_dedup_line", description: "lines that stood there before, case and white space at the ends aside, go", drops: isRepeated},
	{name: "within_page_dedup_paragraph", description: "the same of pieces between two line feeds", drops: isRepeated, separator: "\n\n"},
}

// newlineStep, firstStep and steps are the modifiers of the configuration by their place in the table, counted from 1.
const (
	newlineStep = 1
	firstStep   = 2
	lastStep    = 8
)

func only(is func(string) bool) func(*page, int, string) bool {
	return func(_ *page, _ int, s string) bool { return is(s) }
}

func shorterThan(words int) func(*page, int, string) bool {
	return func(_ *page, _ int, s string) bool { return s != "" && atMostWords(s, words-1) }
}

// isSpareLine reports whether line i is empty, two line feeds stand before it, and one behind it.
func isSpareLine(p *page, i int, s string) bool {
	start := p.whole(i).Start
	return s == "" && i < len(p.lines)-1 && start >= 2 && p.of.S[start-2:start] == "\n\n"
}

// isRepeated reports whether a line like s was met before, and remembers s.
func isRepeated(p *page, _ int, s string) bool {
	key := stripped(s)
	if key == "" {
		return false
	}
	n := p.seen.Len()
	return int(p.seen.ID(lower(key))) < n
}
