package main

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// noise makes texts without a language.
type noise struct {
	*rand.Rand
	names []string // forenames and surnames
	texts []string // to be read in a wrong encoding
	code  []string // lines of programs
}

// text returns a text of one of the kinds.
func (n *noise) text() string {
	kinds := []func() string{n.program, n.program, n.record, n.table, n.table, n.keys, n.keys, n.list, n.list, n.garbled, n.garbled, n.hashes, n.addresses, n.log}
	return kinds[n.IntN(len(kinds))]()
}

func (n *noise) letters(from string, least, most int) string {
	var b strings.Builder
	for range least + n.IntN(most-least+1) {
		b.WriteByte(from[n.IntN(len(from))])
	}
	return b.String()
}

func (n *noise) join(separator string, least, most int, one func() string) string {
	list := make([]string, least+n.IntN(most-least+1))
	for i := range list {
		list[i] = one()
	}
	return strings.Join(list, separator)
}

const (
	small    = "abcdefghijklmnopqrstuvwxyz"
	hex      = "0123456789abcdef"
	alphabet = small + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
)

// program is some lines of a program.
func (n *noise) program() string {
	at := n.IntN(len(n.code))
	return strings.Join(n.code[at:min(len(n.code), at+3+n.IntN(25))], "\n")
}

var keys = []string{"id", "name", "value", "type", "index", "count", "user", "data", "item", "list", "size", "key", "url", "status", "width", "height", "color", "margin", "text", "class"}

// record is data in the notation of JSON, XML, SQL, CSS or a configuration.
func (n *noise) record() string {
	key := func() string { return keys[n.IntN(len(keys))] + n.letters(small, 0, 3) }
	value := func() string {
		return []string{fmt.Sprint(n.IntN(100_000)), `"` + key() + `"`, "true", "null", n.letters(hex, 6, 12)}[n.IntN(5)]
	}
	switch n.IntN(6) {
	case 0:
		return "{" + n.join(", ", 3, 14, func() string { return `"` + key() + `": ` + value() }) + "}"
	case 1:
		return n.join("", 3, 10, func() string {
			k := key()
			return "<" + k + " " + key() + `="` + key() + `">` + value() + "</" + k + ">"
		})
	case 2:
		return n.join("\n", 1, 5, func() string {
			return "SELECT " + n.join(", ", 1, 5, key) + " FROM " + key() + " WHERE " + key() + " = " + value() + ";"
		})
	case 3:
		return n.join("\n", 1, 6, func() string {
			return "." + key() + " { " + n.join(" ", 1, 5, func() string { return key() + ": " + fmt.Sprint(n.IntN(90)) + "px;" }) + " }"
		})
	case 4:
		return n.join("\n", 3, 15, func() string { return key() + "." + key() + " = " + value() })
	}
	return n.join("\n", 2, 9, func() string {
		return "$ " + key() + " -" + n.letters(small, 1, 1) + " --" + key() + "=" + value() + " /" + key() + "/" + key()
	})
}

// table is rows of numbers, dates and short labels.
func (n *noise) table() string {
	separator := []string{"\t", " | ", "  ", ";", ","}[n.IntN(5)]
	columns := 2 + n.IntN(7)
	label := func() string {
		return []string{keys[n.IntN(len(keys))], strings.ToUpper(n.letters(small, 2, 4)), n.names[n.IntN(len(n.names))]}[n.IntN(3)]
	}
	cell := func() string {
		switch n.IntN(7) {
		case 0:
			return fmt.Sprintf("%d-%02d-%02d", 1990+n.IntN(40), 1+n.IntN(12), 1+n.IntN(28))
		case 1:
			return fmt.Sprintf("%.2f", n.Float64()*1000)
		case 2:
			return fmt.Sprintf("%d%%", n.IntN(100))
		case 3:
			return fmt.Sprintf("%02d:%02d", n.IntN(24), n.IntN(60))
		}
		return fmt.Sprint(n.IntN(100_000))
	}
	return n.join("\n", 3, 14, func() string {
		row := make([]string, columns)
		for i := range row {
			row[i] = cell()
		}
		if n.IntN(2) == 0 {
			row[0] = label()
		}
		return strings.Join(row, separator)
	})
}

// keys is what comes of striking keys that are near each other.
func (n *noise) keys() string {
	rows := []string{"qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "asdfjkl", "dfgh", small, "йцукенгшщзх", "фывапролджэ"}
	return n.join(" ", 3, 14, func() string {
		row := []rune(rows[n.IntN(len(rows))])
		word := make([]rune, 3+n.IntN(11))
		at := n.IntN(len(row))
		for i := range word {
			if at += n.IntN(4) - 1; n.IntN(3) == 0 {
				at = n.IntN(len(row))
			}
			word[i] = row[(at+len(row))%len(row)]
		}
		return string(word)
	})
}

// list is names of people.
func (n *noise) list() string {
	separator := []string{"\n", ", ", "; ", " - ", " "}[n.IntN(5)]
	name := func() string { return n.names[n.IntN(len(n.names))] }
	return n.join(separator, 5, 30, func() string {
		switch n.IntN(4) {
		case 0:
			return name()
		case 1:
			return name() + ", " + name()
		case 2:
			return name() + " " + strings.ToUpper(n.letters(small, 1, 1)) + ". " + name()
		}
		return name() + " " + name()
	})
}

// garbled is a text in UTF-8 that was read in another encoding.
func (n *noise) garbled() string {
	as := []*charmap.Charmap{charmap.Windows1252, charmap.ISO8859_1, charmap.Windows1251, charmap.Windows1250, charmap.KOI8R, charmap.CodePage437}[n.IntN(6)]
	for {
		s := n.texts[n.IntN(len(n.texts))]
		beyond := 0
		for _, r := range s {
			if r >= utf8.RuneSelf && unicode.IsLetter(r) {
				beyond++
			}
		}
		if 4*beyond < utf8.RuneCountInString(s) {
			continue
		}
		out, err := as.NewDecoder().String(s)
		if err == nil {
			return out
		}
	}
}

// hashes are digests, keys and codes.
func (n *noise) hashes() string {
	return n.join([]string{"\n", " "}[n.IntN(2)], 1, 12, func() string {
		switch n.IntN(4) {
		case 0:
			return n.letters(hex, 32, 32)
		case 1:
			return n.letters(hex, 8, 8) + "-" + n.letters(hex, 4, 4) + "-" + n.letters(hex, 4, 4) + "-" + n.letters(hex, 12, 12)
		case 2:
			return n.letters(alphabet+"+/", 20, 64) + "=="
		}
		return strings.ToUpper(n.letters(alphabet, 6, 14))
	})
}

// addresses are those of pages, files and people.
func (n *noise) addresses() string {
	word := func() string { return keys[n.IntN(len(keys))] + n.letters(small, 0, 4) }
	return n.join([]string{"\n", " "}[n.IntN(2)], 2, 12, func() string {
		switch n.IntN(5) {
		case 0:
			return "https://www." + word() + ".com/" + n.join("/", 1, 4, word) + "?" + word() + "=" + n.letters(alphabet, 4, 12)
		case 1:
			return word() + "." + word() + "@" + word() + ".org"
		case 2:
			return "/" + n.join("/", 2, 5, word) + "." + n.letters(small, 2, 3)
		case 3:
			return "@" + word()
		}
		return fmt.Sprintf("%d.%d.%d.%d:%d", n.IntN(256), n.IntN(256), n.IntN(256), n.IntN(256), n.IntN(65536))
	})
}

// log is lines of a log.
func (n *noise) log() string {
	word := func() string { return keys[n.IntN(len(keys))] }
	return n.join("\n", 2, 10, func() string {
		return fmt.Sprintf("%d-%02d-%02dT%02d:%02d:%02d.%03dZ %s [%s-%d] %s=%d %s_%s: %s", 2010+n.IntN(20), 1+n.IntN(12), 1+n.IntN(28), n.IntN(24), n.IntN(60), n.IntN(60), n.IntN(1000),
			[]string{"INFO", "WARN", "DEBUG", "ERROR"}[n.IntN(4)], word(), n.IntN(40), word(), n.IntN(9999), word(), word(), n.letters(hex, 4, 16))
	})
}
