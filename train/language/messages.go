package main

import (
	"archive/zip"
	"bufio"
	"regexp"
	"strconv"
	"strings"
)

// messagesOf are the languages that Django has messages in and that little else is known of, by the name that Django has for them.
var messagesOf = map[string]string{
	"hi": "hi", "mr": "mr", "ne": "ne", "ckb": "ckb", "ug": "ug", "ky": "ky", "tg": "tg", "tt": "tt", "os": "os", "tk": "tk", "uz": "uz", "kk": "kk",
	"ast": "ast", "br": "br", "fy": "fy", "gd": "gd", "ia": "ia", "io": "io", "ig": "ig", "lb": "lb", "hsb": "hsb",
}

var notWords = regexp.MustCompile(`%\(\w+\)\w|%[a-z]|\\[a-z]|<[^>]*>|\{[^}]*\}`)

// messagesIn returns the words of the translated messages of Django, a wheel, in a language.
func messagesIn(wheel string, c class) (source, error) {
	folder, ok := messagesOf[c.code+c.iso]
	if !ok {
		if folder, ok = messagesOf[c.code]; !ok {
			return nil, nil
		}
	}
	z, err := zip.OpenReader(wheel)
	if err != nil {
		return nil, err
	}
	defer z.Close() //nolint:errcheck // only read
	s := source{}
	for _, f := range z.File {
		if strings.Contains(f.Name, "/locale/"+folder+"/") && strings.HasSuffix(f.Name, ".po") {
			r, err := f.Open()
			if err != nil {
				return nil, err
			}
			translated := false
			for lines := bufio.NewScanner(r); lines.Scan(); {
				line := lines.Text()
				switch {
				case strings.HasPrefix(line, "msgstr"):
					translated = true
					_, line, _ = strings.Cut(line, " ")
				case !strings.HasPrefix(line, `"`):
					translated = false
				}
				if text, err := strconv.Unquote(line); err == nil && translated && !strings.Contains(text, "Plural-Forms") {
					splitWords(notWords.ReplaceAllString(text, " "), c.script, func(w string) { s[w]++ })
				}
			}
		}
	}
	return s, nil
}
