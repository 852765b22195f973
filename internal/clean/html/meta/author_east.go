package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// eastAsianLabels mark the author in Chinese, Japanese and Korean, anywhere in a line with the date and the source.
var eastAsianLabels = [...]string{
	"作者：", "作者:", "作者｜", "作者/", "记者：", "记者:", "記者：", "記者:", "撰文：", "撰文:", "撰文/", "撰文／", "撰稿：", "撰稿:", "著者：", "著者:", "執筆：", "執筆者：", "筆者：", "ライター：", "取材・文：", "文・写真：",
	"取材・文／", "기자:", "기자 :", "글쓴이:", "글: ", "글 ",
}

// openingLabels do so at the beginning of a line only: elsewhere they are parts of words.
var openingLabels = [...]string{"文：", "文:", "文＝", "文=", "文／", "文/", "文｜", "记者 ", "記者 ", "記者・", "本报记者 ", "本报记者", "本報記者", "本刊记者", "글:", "글="}

// reporters follow the name of one in Korean and Japanese.
var reporters = [...]string{"기자", "특파원", "논설위원", "記者", "特派員", "通信員"}

// afterLabel returns the names after such a label, or before such a word, and whether v has one.
func afterLabel(v string) (string, bool) {
	for _, label := range eastAsianLabels {
		if _, after, ok := strings.Cut(v, label); ok && hasWide(label) {
			return eastAsianNames(after)
		}
	}
	for _, label := range openingLabels {
		if after, ok := strings.CutPrefix(v, label); ok {
			return eastAsianNames(after)
		}
	}
	words := strings.Fields(v)
	if len(words) >= 2 && isShortName(words[0]) {
		for _, w := range reporters {
			if strings.TrimRight(words[1], "=|,") == w {
				return words[0], true
			}
		}
	}
	return "", false
}

// eastAsianNames returns the names that v begins with: up to a space, unless a given name follows it.
func eastAsianNames(v string) (string, bool) {
	v = strings.TrimLeft(v, " \u3000")
	words := strings.Fields(v)
	if len(words) == 0 {
		return "", false
	}
	name := words[0]
	if len(words) == 2 && isShortName(words[0]) && isShortName(words[1]) && !isReported(words[1]) {
		name += " " + words[1]
	}
	for _, w := range reporters {
		name = strings.TrimSuffix(name, w)
	}
	name = strings.TrimRight(name, "|｜/／、，,;；)）")
	return strings.NewReplacer("、", ", ", "，", ", ").Replace(name), name != ""
}

// isReported reports whether w follows the name of a reporter in Chinese and is none.
func isReported(w string) bool {
	switch w {
	case "报道", "報導", "摄", "攝", "编辑", "文", "撰文":
		return true
	}
	return false
}

// isShortName reports whether v may be a name, or the family or given name alone, in these scripts.
func isShortName(v string) bool {
	n := utf8.RuneCountInString(v)
	return n >= 1 && n <= 5 && strings.IndexFunc(v, func(r rune) bool {
		return !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}) < 0
}
