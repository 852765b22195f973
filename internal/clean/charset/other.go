package charset

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"
)

// others are encodings that browsers do not read. UTF-32 is found by its bytes, the code pages of DOS only where they are declared.
var others = map[string]encoding.Encoding{
	"utf-32le": utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM),
	"utf-32be": utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM),
	"ibm437":   charmap.CodePage437,
	"ibm850":   charmap.CodePage850,
	"ibm852":   charmap.CodePage852,
	"ibm855":   charmap.CodePage855,
	"ibm858":   charmap.CodePage858,
	"ibm860":   charmap.CodePage860,
	"ibm862":   charmap.CodePage862,
	"ibm863":   charmap.CodePage863,
	"ibm865":   charmap.CodePage865,
}

// pageNames are names that IANA's registry has for some of them.
var pageNames = map[string]string{
	"cspc8codepage437": "ibm437", "cspc850multilingual": "ibm850", "cspcp852": "ibm852", "ibm00858": "ibm858",
}

// lookupOther returns the encoding of others that a label names: "cp850", "IBM850", "850".
func lookupOther(label string) named {
	label = strings.ToLower(strings.Trim(label, " \t\"';."))
	if name := pageNames[label]; name != "" {
		label = name
	}
	label = strings.ReplaceAll(label, "_", "-")
	number := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(label, "x-"), "cp"), "ibm")
	for _, name := range [...]string{label, "ibm" + strings.TrimPrefix(number, "-")} {
		if e := others[name]; e != nil {
			return named{e, name}
		}
	}
	return named{}
}
