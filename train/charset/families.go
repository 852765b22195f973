package main

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// families are the single-byte encodings that each language may be written in.
var families = func() map[string][]string {
	m := map[string][]string{}
	for _, f := range []struct{ languages, encodings string }{
		{"af br ca cy da de en es eu fi fr gl id is it la ms nb nl nn pt sq sv sw tl", "windows-1252 iso-8859-15 macintosh ibm850"},
		{"ga", "windows-1252 iso-8859-15 macintosh iso-8859-14"},
		{"cy", "iso-8859-14"},
		{"bs-l cs hr hu pl ro sk sl sr-l", "windows-1250 iso-8859-2 iso-8859-16 ibm852"},
		{"et lt lv", "windows-1257 iso-8859-13 iso-8859-4 iso-8859-10"},
		{"et", "windows-1252 iso-8859-15"},
		{"tr", "windows-1254 iso-8859-3"},
		{"eo mt", "iso-8859-3"},
		{"vi", "windows-1258"},
		{"be bg mk ru sr-c uk", "windows-1251 koi8-r koi8-u iso-8859-5 ibm866 x-mac-cyrillic"},
		{"el", "windows-1253 iso-8859-7"},
		{"he", "windows-1255 iso-8859-8"},
		{"ar fa ur", "windows-1256 iso-8859-6"},
		{"th", "windows-874"},
	} {
		for _, l := range strings.Fields(f.languages) {
			m[l] = append(m[l], strings.Fields(f.encodings)...)
		}
	}
	return m
}()

// encodings are all encodings by label.
var encodings = func() map[string]encoding.Encoding {
	m := map[string]encoding.Encoding{}
	for _, label := range strings.Fields("windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 " +
		"windows-1258 windows-874 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 " +
		"iso-8859-14 iso-8859-15 iso-8859-16 koi8-r koi8-u macintosh x-mac-cyrillic ibm866 gb18030 shift_jis euc-jp big5 euc-kr") {
		e, err := htmlindex.Get(label)
		if err != nil {
			panic(err)
		}
		m[label] = e
	}
	m["gbk"] = m["gb18030"] // as browsers read it
	m["ibm850"], m["ibm852"] = charmap.CodePage850, charmap.CodePage852
	return m
}()
