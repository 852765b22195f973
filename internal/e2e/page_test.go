package e2e_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"

	"google.golang.org/grpc/codes"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// page is an article with the furniture of a news site around it.
const page = `<!doctype html><html lang=en><head><title>Boat found - Kestrel Bay Courier</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2026-03-02T08:00:00Z"></head><body>
<nav class="menu"><a href="/">Home</a> <a href="/news">News</a> <a href="/tides">Tides</a></nav>
<article><h1>Boat found at northern reef</h1><p class="byline">By Lena Brandt</p><div class="entry-content">
<p>The harbour of Saltmarsh was quiet that evening, and <a href="/quay">nobody on the quay</a> had seen the boat leave before the fog came in.</p>
<p>A keeper on the cliff said later that he had heard an engine, but took it for the ferry that brings the mail from Kestrel Bay.</p>
<figure><img src="hull.jpg" alt="The hull"></figure>
<p>By morning the storm had passed, and two fishermen found the hull near the northern reef with its lamp still burning.</p>
<p>Write to <span class="__cf_email__" data-cfemail="422e272c23022927313630272e6c272f">[email&#160;protected]</span> if you know whose boat it is, or come to the harbour office.</p>
</div></article>
<section id="comments"><ol class="comment-list"><li class="comment"><p>I saw that lamp from my window at about four in the morning.</p></li></ol></section>
<footer><p>Copyright 2026 Kestrel Bay Courier. <a href="/privacy">Privacy policy</a></p></footer></body></html>`

func cleanPage(t *testing.T, how *copydeskv1.Cleaning, o *copydeskv1.CleanOptions) *copydeskv1.CleanResult {
	t.Helper()
	if o == nil {
		o = &copydeskv1.CleanOptions{}
	}
	o.SetFeatures(everyCleanFeature().GetFeatures())
	h := start(t, testOptions())
	r, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{
		Document: copydeskv1.Document_builder{Html: new(page), Url: "https://courier.example/2026/03/02/boat"}.Build(),
		Options:  o, Cleaning: how,
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	checkReplay(t, page, r.GetClean())
	return r.GetClean()
}

func TestPage(t *testing.T) {
	t.Parallel()
	r := cleanPage(t, nil, nil)
	for _, want := range []string{"The harbour of Saltmarsh was quiet that evening, and nobody on the quay had seen", "with its lamp still burning."} {
		if !strings.Contains(r.GetText(), want) {
			t.Errorf("%q is not in %q", want, r.GetText())
		}
	}
	for _, left := range []string{"Tides", "Privacy", "from my window", "protected]"} {
		if strings.Contains(r.GetText(), left) {
			t.Errorf("%q is in %q", left, r.GetText())
		}
	}
	if kind := r.GetPage().GetKind(); kind != copydeskv1.PageKind_PAGE_KIND_ARTICLE || r.GetContentConfidence() < .5 {
		t.Errorf("a page of kind %v, confidence %v", kind, r.GetContentConfidence())
	}
	m := r.GetMetadata()
	if m.GetTitle() != "Boat found at northern reef" || len(m.GetAuthors()) != 1 || m.GetAuthors()[0] != "Lena Brandt" {
		t.Errorf("title %q, authors %q", m.GetTitle(), m.GetAuthors())
	}
	if !strings.Contains(r.GetMarkdown(), "[nobody on the quay](") || strings.Contains(r.GetMarkdown(), "hull.jpg") {
		t.Errorf("Markdown is %q", r.GetMarkdown())
	}
}

func TestPageOptions(t *testing.T) {
	t.Parallel()
	plain := cleanPage(t, nil, nil)
	r := cleanPage(t, nil, copydeskv1.CleanOptions_builder{IncludeImages: true, ExcludeLinks: true}.Build())
	if r.GetText() != plain.GetText() {
		t.Errorf("options of Markdown change the text: %q", r.GetText())
	}
	if strings.Contains(r.GetMarkdown(), "/quay)") || !strings.Contains(r.GetMarkdown(), "![The hull](https://courier.example/2026/03/02/hull.jpg)") {
		t.Errorf("Markdown is %q", r.GetMarkdown())
	}
	r = cleanPage(t, copydeskv1.Cleaning_builder{IncludeReplies: true}.Build(), nil)
	comment := false
	for _, b := range r.GetBlocks() {
		comment = comment || b.GetReply() && b.GetKind() == copydeskv1.BlockKind_BLOCK_KIND_COMMENT
	}
	if !comment || !strings.Contains(r.GetText(), "from my window") {
		t.Errorf("replies are not in %q", r.GetText())
	}
	precise := cleanPage(t, copydeskv1.Cleaning_builder{ContentPreference: copydeskv1.ContentPreference_CONTENT_PREFERENCE_PRECISION}.Build(), nil)
	complete := cleanPage(t, copydeskv1.Cleaning_builder{ContentPreference: copydeskv1.ContentPreference_CONTENT_PREFERENCE_RECALL}.Build(), nil)
	if len(precise.GetText()) > len(plain.GetText()) || len(plain.GetText()) > len(complete.GetText()) {
		t.Errorf("%d, %d and %d bytes", len(precise.GetText()), len(plain.GetText()), len(complete.GetText()))
	}
	h := start(t, testOptions())
	_, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{
		Document: textDocument("", "x"), Cleaning: copydeskv1.Cleaning_builder{ContentPreference: 9}.Build(),
	}.Build())
	wantFault(t, err, codes.InvalidArgument, "FIELD_INVALID")
}

// TestHeadline asks for each place of the headline, over gRPC with every check of segments.
func TestHeadline(t *testing.T) {
	t.Parallel()
	const title = "Boat found at northern reef"
	for option, want := range map[copydeskv1.Headline]struct{ text, markdown bool }{
		copydeskv1.Headline_HEADLINE_UNSPECIFIED: {false, true},
		copydeskv1.Headline_HEADLINE_NONE:        {false, false},
		copydeskv1.Headline_HEADLINE_MARKDOWN:    {false, true},
		copydeskv1.Headline_HEADLINE_BOTH:        {true, true},
	} {
		r := cleanPage(t, copydeskv1.Cleaning_builder{Headline: option}.Build(), nil)
		if got := strings.HasPrefix(r.GetText(), title+"\n\n"); got != want.text || strings.Contains(r.GetText(), title) != want.text {
			t.Errorf("%v: the text is %q", option, r.GetText())
		}
		if got := strings.HasPrefix(r.GetMarkdown(), "# "+title+"\n\n"); got != want.markdown || strings.Count(r.GetMarkdown(), title) > 1 {
			t.Errorf("%v: Markdown is %q", option, r.GetMarkdown())
		}
		b := r.GetBlocks()[0]
		if heading := b.GetKind() == copydeskv1.BlockKind_BLOCK_KIND_HEADING && b.GetLevel() == 1; heading != want.text {
			t.Errorf("%v: the first block is %v", option, b)
		}
		if source := b.GetSpan().GetSource(); want.text && page[source.GetStart():source.GetEnd()] != title {
			t.Errorf("%v: the first block is from %v", option, source)
		}
	}
}

// TestHeadlineInJSON sends the option by its name through the gateway, and finds it among the capabilities.
func TestHeadlineInJSON(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	url := gateway(t, h)
	body, err := json.Marshal(map[string]any{
		"document": map[string]any{"html": page}, "cleaning": map[string]any{"headline": "HEADLINE_BOTH"},
		"options": map[string]any{"features": []string{"CLEAN_FEATURE_MARKDOWN"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	code, answer := post(t, url+"/v1/documents:clean", string(body))
	var got struct {
		Clean struct{ Text, Markdown string }
	}
	if err := json.Unmarshal(answer, &got); err != nil || code != http.StatusOK {
		t.Fatalf("%d %s: %v", code, answer, err)
	}
	if !strings.HasPrefix(got.Clean.Text, "Boat found at northern reef\n\n") || !strings.HasPrefix(got.Clean.Markdown, "# Boat found at northern reef\n\n") {
		t.Errorf("got %s", answer)
	}
	described, err := h.Describe(t.Context(), &copydeskv1.DescribeRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(described.GetCapabilities(), func(c *copydeskv1.Capability) bool { return c.GetName() == "clean.headline" }) {
		t.Error("the headline is not among the capabilities")
	}
}

// TestPageOfState reads the text that scripts would have put into an empty body.
func TestPageOfState(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	story := strings.Repeat("The harbour of Saltmarsh was quiet that evening, and nobody had seen the boat leave. ", 5)
	html := `<html><head><title>Boat</title><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` + story +
		`\n\nIt was late."}</script></head><body><div id="app"></div></body></html>`
	r, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{
		Document: copydeskv1.Document_builder{Html: new(html)}.Build(), Options: everyCleanFeature(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	checkReplay(t, html, r.GetClean())
	if want := strings.TrimSpace(story) + "\n\nIt was late."; r.GetClean().GetText() != want {
		t.Errorf("got %q", r.GetClean().GetText())
	}
}
