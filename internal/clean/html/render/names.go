package render

import "strings"

// hasWord reports whether one of the words of a class says so.
func hasWord(class string, says func(string) bool) bool {
	for i := 0; i < len(class); {
		if class[i] <= ' ' {
			i++
			continue
		}
		end := i + 1
		for end < len(class) && class[end] > ' ' {
			end++
		}
		if says(class[i:end]) {
			return true
		}
		i = end
	}
	return false
}

// isGutterName reports whether the word is a highlighter's name for the column of line numbers. That it holds nothing but
// numbers is known already.
func isGutterName(word string) bool {
	switch word {
	case "gutter", "gl", "ln", "lnt", "lineno", "linenos", "linenodiv", "linenumber", "linenumbers", "line-number", "line-numbers",
		"lineNumber", "lineNumbers", "line_number", "line-no", "lineNo", "rouge-gutter", "hljs-ln-numbers", "hljs-ln-n", "crayon-nums",
		"blob-num", "react-syntax-highlighter-line-number", "code-line-number", "num", "rouge-line-numbers":
		return true
	default:
		return false
	}
}

// isPostName reports whether the word names something written by one reader of a page.
func isPostName(word string) bool {
	for _, name := range [...]string{"comment", "post", "message", "answer", "reply"} {
		if strings.HasPrefix(word, name) {
			return true
		}
	}
	return false
}

// isFormulaName reports whether the word names an element that holds a formula in several forms.
func isFormulaName(word string) bool {
	switch word {
	case "katex", "katex-display", "mwe-math-element", "MathJax", "MathJax_Display", "MathJax_SVG", "MathJax_CHTML", "mjx-chtml":
		return true
	default:
		return false
	}
}

// isMathJaxName reports whether the word names what MathJax shows for a script of TeX.
func isMathJaxName(word string) bool {
	return strings.HasPrefix(word, "MathJax") || word == "mjx-chtml"
}

// isFormulaImageName reports whether the word names a picture of a formula.
func isFormulaImageName(word string) bool {
	return word == "latex" || word == "tex" || strings.HasPrefix(word, "mwe-math-fallback-image") || word == "ee_img"
}

// isEmojiName reports whether the word names a picture that stands for a character.
func isEmojiName(word string) bool {
	switch word {
	case "emoji", "emojione", "twemoji", "smiley", "smilies", "smilie", "wp-smiley", "inlineimg":
		return true
	default:
		return false
	}
}

// isToolName reports whether the word names links to edit a section or to go back from a note, as wikis have them.
func isToolName(word string) bool {
	return word == "mw-editsection" || word == "mw-cite-backlink"
}

// isCaptionName reports whether the word names a caption.
func isCaptionName(word string) bool {
	return word == "wp-caption-text" || word == "image-caption" || word == "thumbcaption" || word == "gallerytext"
}
