package charset_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/text"
)

func TestDecode(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, raw, contentType, want, label, media string }{
		{"ASCII", "plain", "", "plain", "utf-8", "text/plain"},
		{"UTF-8", "café", "text/plain", "café", "utf-8", "text/plain"},
		{"mark", "\xEF\xBB\xBFcafé", "", "café", "utf-8", "text/plain"},
		{"damaged UTF-8", "café \xff é", "", "café \uFFFD é", "utf-8", "text/plain"},
		{"declared", "caf\xe9", "text/plain; charset=iso-8859-1", "café", "windows-1252", "text/plain"},
		{"meta", "<html><meta charset=windows-1251><p>\xcf\xf0", "", "<html><meta charset=windows-1251><p>Пр", "windows-1251", "text/html"},
		{"meta in plain text", "caf\xe9 <meta charset=koi8-r>", "text/plain", "café <meta charset=koi8-r>", "windows-1252", "text/plain"},
		{"guessed", "caf\xe9 cr\xe8me", "", "café crème", "windows-1252", "text/plain"},
		{"UTF-16", "\xff\xfea\x00\xe9\x00", "text/plain", "aé", "utf-16le", "text/plain"},
		{"Shift JIS", "\x93\xfa\x96\x7b", "text/plain; charset=shift_jis", "日本", "shift_jis", "text/plain"},
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
			if got := d.Provenance.Replay(tt.raw, func(s text.Segment) string { return s.Clean.Of(d.Text) }); got != d.Text {
				t.Errorf("replay gives %q", got)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ raw, contentType, reason string }{
		{"x", "application/pdf", "MEDIA_TYPE_UNSUPPORTED"},
		{"%PDF-1.7", "", "MEDIA_TYPE_UNSUPPORTED"},
		{"x", "text/html; charset", "MEDIA_TYPE_MALFORMED"},
	} {
		_, err := charset.Decode(t.Context(), tt.raw, tt.contentType)
		var f *fault.Error
		if !errors.As(err, &f) || f.Reason != tt.reason {
			t.Errorf("%q as %q: %v", tt.raw, tt.contentType, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("caf\xe9", "text/plain; charset=gbk")
	f.Add("\xff\xfea", "")
	f.Fuzz(func(t *testing.T, raw, contentType string) {
		d, err := charset.Decode(t.Context(), raw, contentType)
		if err != nil {
			return
		}
		if !utf8.ValidString(d.Text) {
			t.Fatalf("not UTF-8: %q", d.Text)
		}
		if got := d.Provenance.Replay(raw, func(s text.Segment) string { return s.Clean.Of(d.Text) }); got != d.Text {
			t.Fatalf("replay gives %q", got)
		}
	})
}
