package embedded_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/html/embedded"
	"github.com/copydesk/copydesk/internal/text"
)

func TestContent(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("The ferry left the quay at noon. ", 8)
	for name, c := range map[string]struct {
		json string
		want string
	}{
		"escapes":  {`<p>` + long + `<\/p>\n<div>Caf\u00e9 &amp; bar<br>open<\/div>`, strings.TrimSpace(long) + "\n\nCafé & bar\n\nopen"},
		"as it is": {long + `\q`, long + `\q`},
		"a slogan": {`The ferry left.`, ""},
	} {
		page := `<script type="application/ld+json">{"articleBody":"` + c.json + `"}</script>`
		at := strings.Index(page, c.json)
		got, ok, err := embedded.Content(t.Context(), page, text.Span{Start: at, End: at + len(c.json)})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, got.Text); diff != "" || ok != (c.want != "") {
			t.Errorf("%s: %v (-want +got):\n%s", name, ok, diff)
		}
		if replayed := got.Provenance.Replay(page, func(s text.Segment) string { return s.Clean.Of(got.Text) }); replayed != got.Text {
			t.Errorf("%s: replay gives %q", name, replayed)
		}
	}
}
