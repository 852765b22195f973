package meta

import (
	"strings"
	"unicode"
)

// wideBars are what separates titles in Chinese, Japanese and Korean, without spaces.
var wideBars = [...]string{"_", "｜", "|", "——", "::", "－", "-", "―", "：", ":"}

// wideBarsAsOne replaces them, but for the colons, by one mark.
var wideBarsAsOne = strings.NewReplacer("_", "|", "｜", "|", "——", "|", "::", "|", "－", "|", "-", "|", "―", "|")

// siteEndings are what the names of sites and papers end with in Chinese, Japanese and Korean.
var siteEndings = [...]string{
	"网", "網", "报", "報", "新闻", "新聞", "日报", "在线", "線上", "周刊", "週刊", "电视台", "電視台", "频道", "頻道", "官网", "官網", "网站", "網站", "论坛", "論壇", "客户端",
	"ニュース", "デジタル", "オンライン", "公式サイト", "ブログ", "通信", "Web", "일보", "신문", "뉴스", "닷컴", "방송", "미디어", "저널",
}

// hasWide reports whether v has characters of Chinese, Japanese or Korean.
func hasWide(v string) bool {
	return strings.IndexFunc(v, func(r rune) bool {
		return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	}) >= 0
}

// cutWide takes the name of the site off a title in Chinese, Japanese or Korean: the last part, or the first, if it is one by its
// ending; else the last, if it is no longer than the rest.
func (r *pageReader) cutWide(v string) string {
	if !hasWide(v) {
		return v
	}
	for _, bar := range wideBars {
		i := strings.LastIndex(v, bar)
		if i <= 0 {
			continue
		}
		head, tail := strings.TrimSpace(v[:i]), strings.TrimSpace(v[i+len(bar):])
		switch {
		case tail == "" || head == "":
		case r.likeSite(tail):
			return head
		case bar == ":" || bar == "：":
		case endsLikeSite(tail) && !endsLikeSite(head):
			return head
		case endsLikeSite(head) && !endsLikeSite(tail) && len(head) <= len(tail) && strings.Index(v, bar) == i:
			return tail
		case hasWide(tail) && bar != "-" && len(tail) <= len(head) && len(tail) < 40:
			return head
		}
	}
	return v
}

// maxSiteName is the length in bytes of the longest name of a site.
const maxSiteName = 40

// endsLikeSite reports whether v is short and ends as the names of sites do.
func endsLikeSite(v string) bool {
	if len(v) > maxSiteName {
		return false
	}
	for _, end := range siteEndings {
		if len(v) > len(end) && strings.HasSuffix(v, end) {
			return true
		}
	}
	return false
}
