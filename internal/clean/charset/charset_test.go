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

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"

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
		{"ISO-2022-KR", "\x1b$)C\x0e@O\x0f \x0e@z3a?!\x0f ok.", "", "일 저녁에 ok.", "iso-2022-kr", "text/plain"},
		{"ISO-2022-KR, damaged", "\x1b$)C\x0e@O\x0f \xff \x0e@z3", "", "일 \uFFFD 저\uFFFD", "iso-2022-kr", "text/plain"},
		{"HZ", "On ~{8[?ZN/T1;a~}, ok ~~ 5", "", "On 港口委员会, ok ~ 5", "hz-gb-2312", "text/plain"},
		{"braces are not HZ", "a ~{b c d} e~} f", "", "a ~{b c d} e~} f", "utf-8", "text/plain"},
		{"braces without a space are not HZ", "x~{abcdefghi}~}", "", "x~{abcdefghi}~}", "utf-8", "text/plain"},
		{"HZ is not what is declared", "see ~~ and ~{", "text/plain; charset=hz-gb-2312", "see ~~ and ~{", "utf-8", "text/plain"},
		{"one sign of windows-1252", "10 \x80 only", "", "10 € only", "windows-1252", "text/plain"},
		{"one letter of macintosh", "se \x88 fosse", "", "se à fosse", "macintosh", "text/plain"},
		{"GBK that looks like UTF-8", "\xc1\xaa\xcd\xa8", "text/plain; charset=gbk", "联通", "gbk", "text/plain"},
		{"surrogates", "a \xed\xa0\xbd\xed\xb8\x80 b", "text/plain", "a 😀 b", "utf-8", "text/plain"},
		{"half a surrogate pair", "a \xed\xa0\xbd b é é é é", "text/plain", "a \uFFFD\uFFFD\uFFFD b é é é é", "utf-8", "text/plain"},
		{"code page of DOS", "\xa4\xa2", "text/plain; charset=cp850", "ñó", "ibm850", "text/plain"},
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

// TestLabels declares encodings by all labels of the WHATWG Encoding Standard, which are in testdata/labels.json by encoding. The bytes
// decide where an encoding cannot be that of plain ASCII, or is none.
func TestLabels(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/labels.json")
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]string
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	all["ibm850"], all["ibm852"] = "cp850 850 IBM850 cspc850multilingual", "cp852 852 cspcp852"
	for want, labels := range all {
		if strings.HasPrefix(want, "utf-16") || want == "replacement" || want == "x-user-defined" {
			want = "utf-8"
		}
		for label := range strings.FieldsSeq(labels) {
			for _, label := range []string{label, strings.ToUpper(label)} {
				if d, err := charset.Decode(t.Context(), "plain", "text/plain; charset="+label); err != nil || d.Charset != want {
					t.Errorf("%s is %s, %v; want %s", label, d.Charset, err, want)
				}
			}
		}
	}
}

// TestWide decodes texts of many scripts in UTF-16 and UTF-32 without a byte order mark, and texts that only look like that.
func TestWide(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"The harbour board met on Tuesday.", "Совет порта собрался вечером.", "Το συμβούλιο του λιμανιού συνεδρίασε.", "מועצת הנמל התכנסה ביום שלישי.",
		"اجتمع مجلس الميناء مساء الثلاثاء.", "คณะกรรมการท่าเรือประชุมกันในเย็นวันอังคาร", "港务局周二晚上开会，听取北航道疏浚工程的汇报，一切顺利。",
		"港湾委員会は火曜日の夜に会議を開き、工事の報告を受けた。", "항만 위원회는 화요일 저녁에 모여 공사 보고를 들었다.", "बंदरगाह मंडल मंगलवार शाम को मिला।", "Łódź, żółw 🐢 i 港.",
	} {
		for _, wide := range []named{
			{"utf-16le", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)}, {"utf-16be", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)},
			{"utf-32le", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM)}, {"utf-32be", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM)},
		} {
			raw, err := wide.encoding.NewEncoder().String(s)
			if err != nil {
				t.Fatal(err)
			}
			d, err := charset.Decode(t.Context(), raw, "text/plain")
			if err != nil || d.Charset != wide.label || d.Text != s {
				t.Errorf("%s of %s is %s, %q, %v", wide.label, s, d.Charset, d.Text, err)
			}
			checkReplay(t, raw, d)
		}
	}
	for _, raw := range []string{
		"name\x00value\x00name\x00value\x00", "a\x00b\x00\x00c", "page one\x0cpage two\x0c", "\xb8\xdb\xce\xf1\xbe\xd6\x0c\xd6\xdc\xb6\xfe\xcd\xed\xc9\xcf",
		"\x1b[31mred\x1b[0m", "\x01\x02\x03\x04\x05\x06\x07\x08",
	} {
		if d, err := charset.Decode(t.Context(), raw, "text/plain"); err != nil || strings.HasPrefix(d.Charset, "utf-16") || strings.HasPrefix(d.Charset, "utf-32") {
			t.Errorf("%q is %s, %v", raw, d.Charset, err)
		}
	}
}

// named is an encoding and its label.
type named struct {
	label    string
	encoding encoding.Encoding
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
