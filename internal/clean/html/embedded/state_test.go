package embedded_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/clean/html/embedded"
)

// prose is a text that is long enough to be a page's.
var prose = strings.Repeat("The boat left the quay before the fog came in, and nobody saw it leave. ", 5)

// TestBody holds which text of the state of an application is taken for the page's: the longest that has the name of a text and reads like one.
func TestBody(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, page, want string }{
		{"Next.js", `<script id="__NEXT_DATA__" type="application/json">{"props":{"article":{"title":"Boat","body":"<p>` + prose + `</p>"}}}</script>`, "<p>" + prose + "</p>"},
		{"a word without quotes", `<script>window.__NUXT__={data:[{content:"` + prose + `"}]}</script>`, prose},
		{"the longest", `<script type="application/json">{"text":"` + prose + `","html":"` + prose + prose + `"}</script>`, prose + prose},
		{"quotation marks inside", `<script type="application/json">{"body":"` + prose + `\"No\" ` + prose + `"}</script>`, prose + `\"No\" ` + prose},
		{"another name", `<script type="application/json">{"notice":"` + prose + `"}</script>`, ""},
		{"a value in a list", `<script type="application/json">{"body":["` + prose + `"]}</script>`, ""},
		{"too short", `<script type="application/json">{"body":"The boat left."}</script>`, ""},
		{"no text", `<script type="application/json">{"body":"` + strings.Repeat("a1B2c3", 100) + `"}</script>`, ""},
		{"code", `<script>var body = {"text":"` + prose + `"}</script>`, ""},
		{"never ends", `<script type="application/json">{"body":"` + prose, prose},
		{"no scripts", "<p>" + prose, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			tree, err := dom.Parse(t.Context(), tt.page)
			if err != nil {
				t.Fatal(err)
			}
			got, err := embedded.Body(t.Context(), tree)
			if err != nil || got.Of(tt.page) != tt.want {
				t.Errorf("got %.60q, want %.60q (%v)", got.Of(tt.page), tt.want, err)
			}
		})
	}
}
