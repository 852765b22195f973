package charset_test

import (
	"context"
	"encoding/json"
	"errors"
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
