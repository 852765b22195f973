package charset_test

import (
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"

	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/text"
)

// checkReplay checks that the provenance of d accounts for its text.
func checkReplay(t *testing.T, raw string, d charset.Decoded) {
	t.Helper()
	if !utf8.ValidString(d.Text) {
		t.Fatalf("not UTF-8: %q", d.Text)
	}
	if got := d.Provenance.Replay(raw, func(s text.Segment) string { return s.Clean.Of(d.Text) }); got != d.Text {
		t.Errorf("replay gives %q, not %q", got, d.Text)
	}
}

func TestDecode(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, raw, contentType, want, label, media string }{
		{"ASCII", "plain", "", "plain", "utf-8", "text/plain"},
		{"UTF-8", "café", "text/plain", "café", "utf-8", "text/plain"},
		{"mark", "\xEF\xBB\xBFcafé", "", "café", "utf-8", "text/plain"},
		{"damaged UTF-8", "café \xff é", "", "café \uFFFD é", "utf-8", "text/plain"},
		{"sequence cut off", "“He went, é\xe2\x80", "", "“He went, é\uFFFD\uFFFD", "utf-8", "text/plain"},
		{"a part in windows-1252", "Żółć i łąka. A caf\xe9 cr\xe8me, \x93please\x94.", "", "Żółć i łąka. A café crème, “please”.", "utf-8", "text/plain"},
		{"declared", "caf\xe9", "text/plain; charset=iso-8859-1", "café", "windows-1252", "text/plain"},
		{"meta", "<html><meta charset=windows-1251><p>\xcf\xf0", "", "<html><meta charset=windows-1251><p>Пр", "windows-1251", "text/html"},
		{"meta in plain text", "caf\xe9 <meta charset=koi8-r>", "text/plain", "café <meta charset=koi8-r>", "windows-1252", "text/plain"},
		{"guessed", "caf\xe9 cr\xe8me", "", "café crème", "windows-1252", "text/plain"},
		{"UTF-16", "\xff\xfea\x00\xe9\x00", "text/plain", "aé", "utf-16le", "text/plain"},
		{"UTF-16 without a mark", "\x00a\x00 \x00c\x00a\x00f\x00\xe9", "", "a café", "utf-16be", "text/plain"},
		{"NUL is not UTF-16", "a\x00b\x00\x00\x00c", "text/plain", "a\x00b\x00\x00\x00c", "utf-8", "text/plain"},
		{"Shift JIS", "\x93\xfa\x96\x7b", "text/plain; charset=shift_jis", "日本", "shift_jis", "text/plain"},
		{"ISO-2022-JP is ASCII to a test for UTF-8", "\x1b$B4A;z\x1b(B ok", "text/plain", "漢字 ok", "iso-2022-jp", "text/plain"},
		{"GBK that looks like UTF-8", "\xc1\xaa\xcd\xa8", "text/plain; charset=gbk", "联通", "gbk", "text/plain"},
		{"empty", "", "", "", "utf-8", "text/plain"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d, err := charset.Decode(t.Context(), tt.raw, tt.contentType)
			if err != nil {
				t.Fatal(err)
			}
			if d.Text != tt.want || d.Charset != tt.label || d.MediaType != tt.media {
				t.Errorf("got %q, %s, %s", d.Text, d.Charset, d.MediaType)
			}
			checkReplay(t, tt.raw, d)
		})
	}
}

// TestNothingLost decodes damaged bytes in every encoding: all bytes are accounted for, and what means nothing is shown as that.
func TestNothingLost(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	for label := range strings.FieldsSeq("big5 euc-jp euc-kr gb18030 gbk ibm866 iso-2022-jp iso-8859-3 iso-8859-6 iso-8859-7 iso-8859-8 koi8-u macintosh shift_jis " +
		"utf-8 utf-16le windows-1252 windows-1253 windows-1255 windows-1257 windows-874 x-mac-cyrillic") {
		for range 50 {
			b := strings.Builder{}
			for range 40 {
				high, other := byte(0x80+r.IntN(128)), byte(0x30+r.IntN(208))
				b.WriteString([]string{"word ", string([]byte{high}), string([]byte{high, other}), "\x1b$B0!", "\x1b(B", "."}[r.IntN(6)])
			}
			raw := b.String()
			d, err := charset.Decode(t.Context(), raw, "text/plain; charset="+label)
			if err != nil {
				t.Fatal(err)
			}
			checkReplay(t, raw, d)
			for s := range d.Provenance.Segments() {
				if strings.Contains(s.Clean.Of(d.Text), "\uFFFD") && s.Rule != "charset.invalid" {
					t.Fatalf("%s as %s: %q became %q by %q", label, d.Charset, s.Source.Of(raw), s.Clean.Of(d.Text), s.Rule)
				}
			}
		}
	}
}

// TestLabels declares encodings by the names that pages use for them.
func TestLabels(t *testing.T) {
	t.Parallel()
	for want, labels := range map[string]string{
		"utf-8":          "utf-8 utf8 UTF8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
		"windows-1252":   "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 l1 ascii us-ascii cp819 ibm819 ansi_x3.4-1968",
		"windows-1250":   "windows-1250 cp1250 x-cp1250",
		"windows-1251":   "windows-1251 cp1251 x-cp1251",
		"windows-1254":   "windows-1254 cp1254 x-cp1254 iso-8859-9 latin5 l5",
		"windows-1258":   "windows-1258 cp1258 x-cp1258",
		"windows-874":    "windows-874 dos-874 tis-620 iso-8859-11 iso885911",
		"ibm866":         "ibm866 866 cp866 csibm866",
		"iso-8859-2":     "iso-8859-2 latin2 l2 iso-ir-101",
		"iso-8859-15":    "iso-8859-15 l9 iso885915",
		"iso-8859-8":     "iso-8859-8 hebrew visual csiso88598e",
		"iso-8859-8-i":   "iso-8859-8-i logical csiso88598i",
		"koi8-r":         "koi8-r koi koi8 koi8_r cskoi8r",
		"koi8-u":         "koi8-u koi8-ru",
		"macintosh":      "macintosh mac x-mac-roman csmacintosh",
		"x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
		"gbk":            "gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 x-gbk iso-ir-58",
		"gb18030":        "gb18030",
		"big5":           "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
		"euc-jp":         "euc-jp x-euc-jp cseucpkdfmtjapanese",
		"shift_jis":      "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
		"iso-2022-jp":    "iso-2022-jp csiso2022jp",
		"euc-kr":         "euc-kr korean ks_c_5601-1987 ksc5601 ksc_5601 windows-949 cseuckr",
	} {
		for label := range strings.FieldsSeq(labels) {
			if d, err := charset.Decode(t.Context(), "plain", "text/plain; charset="+label); err != nil || d.Charset != want {
				t.Errorf("%s is %s, %v; want %s", label, d.Charset, err, want)
			}
		}
	}
}

// TestContentType tests headers as servers send them. The bytes are valid UTF-8 and short EUC-KR, so that the charset counts.
func TestContentType(t *testing.T) {
	t.Parallel()
	const raw = "\xc7\xb1\xb1\xb9" // EUC-KR, and not UTF-8
	for header, want := range map[string]string{
		"text/plain; charset=euc-kr":                                   "euc-kr",
		"text/html,text/html; charset=euc-kr":                          "euc-kr",
		"text/html; charset=euc-kr, text/html":                         "euc-kr",
		"text/html; charset=euc-kr;":                                   "euc-kr",
		"text/html;; charset=\"euc-kr\"":                               "euc-kr",
		"text/html; charset='euc-kr'":                                  "euc-kr",
		"text/html; Charset = EUC_KR":                                  "euc-kr",
		"text/html; charset=; charset=euc-kr":                          "euc-kr",
		"text/html; charset=euc-kr; charset=iso-8859-1":                "euc-kr",
		"text/html; charset:euc-kr":                                    "euc-kr",
		"text/html; title=\"a, b; charset=x\"; charset=ks_c_5601-1987": "euc-kr",
		"charset=euc-kr":                                               "euc-kr",
	} {
		d, err := charset.Decode(t.Context(), raw, header)
		if err != nil || d.Charset != want {
			t.Errorf("%q: %s, %v", header, d.Charset, err)
		}
	}
	for header, want := range map[string]string{
		"": "text/plain", "nonsense": "text/plain", ";": "text/plain", "text": "text/plain", "*/*": "text/plain", "text/plain;": "text/plain",
		"TEXT/HTML ;charset": "text/html", "application/octet-stream": "text/plain", "text/html; charset=no-such": "text/html",
	} {
		if d, err := charset.Decode(t.Context(), "plain", header); err != nil || d.MediaType != want {
			t.Errorf("%q: %s, %v", header, d.MediaType, err)
		}
	}
}

// declaredCase is a page whose declarations say one thing and whose bytes another.
type declaredCase struct {
	Name        string `json:"name"`
	Encoding    string `json:"encoding"`     // what the bytes are in
	ContentType string `json:"content_type"` // what the server says
	Start       string `json:"start"`        // what comes before the page's first tag
	Head        string `json:"head"`         // what the page says
	Text        string `json:"text"`
	Want        string `json:"want"` // the label; that of encoding if it is empty
}

func TestDeclared(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/declared.json")
	if err != nil {
		t.Fatal(err)
	}
	var all []declaredCase
	if err := json.Unmarshal(b, &all); err != nil {
		t.Fatal(err)
	}
	for _, c := range all {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			page := c.Start + "<html><head>" + c.Head + "</head><body><p>" + c.Text + "</p></body></html>"
			raw := encode(t, c.Encoding, page)
			d, err := charset.Decode(t.Context(), raw, c.ContentType)
			if err != nil {
				t.Fatal(err)
			}
			if c.Want == "" {
				c.Want = c.Encoding
			}
			if d.Charset != c.Want || d.Text != page {
				t.Errorf("read as %s: %q", d.Charset, d.Text)
			}
			checkReplay(t, raw, d)
		})
	}
}

func encode(t *testing.T, label, s string) string {
	t.Helper()
	e, err := htmlindex.Get(label)
	if label == "utf-16le" {
		e = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	}
	if err != nil {
		t.Fatal(err)
	}
	raw, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestRefused(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ raw, contentType, reason string }{
		{"x", "application/pdf", "MEDIA_TYPE_UNSUPPORTED"},
		{"%PDF-1.7", "", "MEDIA_TYPE_UNSUPPORTED"},
		{"x", "image/png; charset=utf-8", "MEDIA_TYPE_UNSUPPORTED"},
		{"<feed>", "application/xml", "MEDIA_TYPE_UNSUPPORTED"},
	} {
		_, err := charset.Decode(t.Context(), tt.raw, tt.contentType)
		var f *fault.Error
		if !errors.As(err, &f) || f.Reason != tt.reason {
			t.Errorf("%q as %q: %v", tt.raw, tt.contentType, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, in := range []string{"ab", "é", "\xe9", "a\x00"} {
		if _, err := charset.Decode(ctx, strings.Repeat(in, 1<<17), "text/plain"); !errors.Is(err, context.Canceled) {
			t.Errorf("%q…: error is %v", in, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("caf\xe9", "text/plain; charset=gbk")
	f.Add("\xff\xfea", "")
	f.Add("\x1b$B4A;z\x1b", "text/html,;charset=x")
	f.Add("a\xe9b\x00c\x00", "text/html")
	f.Fuzz(func(t *testing.T, raw, contentType string) {
		if d, err := charset.Decode(t.Context(), raw, contentType); err == nil {
			checkReplay(t, raw, d)
		}
	})
}
