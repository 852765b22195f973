package clean_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/text"
)

// harbour is the text of an article of two paragraphs, with and without markup.
const (
	harbour = "The harbour of Saltmarsh was quiet that evening, and nobody on the quay had seen the boat leave before the fog came in.\n\n" +
		"By morning the storm had passed, and two fishermen found the hull near the northern reef with its lamp still burning.\n\n" +
		"The keeper said later that he had heard an engine, but took it for the ferry that brings the mail from Kestrel Bay each night."
)

var harbourHTML = "<p>" + strings.ReplaceAll(harbour, "\n\n", "</p><p>") + "</p>"

// where are the outcomes for a headline in text and Markdown.
type where struct{ InText, InMarkdown int }

// headlineCases are pages with a headline; title is how it has to be written, source the part of the page that its block is from.
var headlineCases = []struct {
	name, page, title string
	source            string
	markdown, none    where
	both              where
}{
	{
		"heading above the article",
		"<html><head><title>Boat found - Courier</title></head><body><h1>Boat found</h1><article>" + harbourHTML + "</article></body></html>",
		"Boat found", "Boat found", where{0, 1}, where{0, 0}, where{1, 1},
	},
	{
		"heading in the article, with the site in it",
		"<html><head><title>Boat found | Courier</title><meta property='og:site_name' content='Courier'></head><body><article><h1>Boat found | Courier</h1>" + harbourHTML + "</article></body></html>",
		"Boat found", "Boat found | Courier", where{0, 1}, where{0, 0}, where{1, 1},
	},
	{
		"two headings, for wide and narrow screens",
		"<html><head><title>Boat found</title></head><body><h1 class=wide>Boat found</h1><article><h1 class=narrow>BOAT&nbsp;FOUND</h1>" + harbourHTML + "</article></body></html>",
		"Boat found", "Boat found", where{0, 1}, where{0, 0}, where{1, 1},
	},
	{
		"title element only",
		"<html><head><title>Boat &amp; lamp found</title></head><body><article>" + harbourHTML + "</article></body></html>",
		"Boat & lamp found", "Boat &amp; lamp found", where{0, 1}, where{0, 0}, where{1, 1},
	},
	{
		"heading below the text",
		"<html><head><title>Boat found</title></head><body><article>" + harbourHTML + "<h1>Boat found</h1>" + harbourHTML[:125] + " Again.</article></body></html>",
		"Boat found", "Boat found", where{0, 1}, where{0, 0}, where{1, 1},
	},
	{
		"heading below the text, no title element",
		"<html><body><article>" + strings.Replace(harbourHTML, "</p><p>", "</p><h1>A boat was found</h1><p>", 1) + "</article></body></html>",
		"A boat was found", "", where{1, 1}, where{0, 0}, where{1, 1},
	},
	{
		"marks of Markdown",
		"<html><head><title>*Boat* found</title></head><body><h1>*Boat* found</h1><article>" + harbourHTML + "</article></body></html>",
		"*Boat* found", "*Boat* found", where{0, 1}, where{0, 0}, where{1, 1},
	},
	{
		"damaged characters",
		"<html><head><title>Boat isnâ€™t found</title></head><body><article>" + harbourHTML + "</article></body></html>",
		"Boat isn’t found", "Boat isnâ€™t found", where{0, 1}, where{0, 0}, where{1, 1},
	},
	{
		"markup that states no title",
		"<h1>Boat found again</h1><p>The lamp was still burning, and nobody was aboard.",
		"Boat found again", "Boat found again", where{1, 1}, where{0, 0}, where{1, 1},
	},
	{
		"headline is all there is",
		"<html><head><title>Boat found</title></head><body><h1>Boat found</h1></body></html>",
		"Boat found", "Boat found", where{1, 1}, where{1, 1}, where{1, 1},
	},
	{
		"text in structured data",
		`<html><head><title>Boat found</title><script type="application/ld+json">{"@type":"NewsArticle","articleBody":"` +
			strings.ReplaceAll(harbour, "\n", `\n`) + `"}</script></head><body><div id=app></div></body></html>`,
		"Boat found", "Boat found", where{0, 1}, where{0, 0}, where{1, 1},
	},
}

func TestHeadline(t *testing.T) {
	t.Parallel()
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range headlineCases {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			for option, want := range map[clean.Headline]where{
				clean.HeadlineMarkdown: tt.markdown, clean.HeadlineNone: tt.none, clean.HeadlineBoth: tt.both,
			} {
				d, err := clean.Run(t.Context(), clean.Input{Form: clean.HTML, Content: tt.page}, clean.Options{Rules: rules, Headline: option})
				if err != nil {
					t.Fatal(err)
				}
				checkInvariants(t, d)
				md := writeMarkdown(t, d)
				plain := strings.NewReplacer(`\`, "").Replace(md)
				got := where{strings.Count(strings.ToLower(d.Clean), strings.ToLower(tt.title)), strings.Count(strings.ToLower(plain), strings.ToLower(tt.title))}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("option %d (-want +got):\n%s%s", option, diff, md)
				}
				stays := option == clean.HeadlineMarkdown && got.InText > 0
				if got.InMarkdown > 0 && !stays && !strings.HasPrefix(plain, "# "+tt.title) {
					t.Errorf("option %d: Markdown is %q", option, md)
				}
				if option == clean.HeadlineBoth {
					checkHeadlineBlock(t, d, tt.title, tt.source)
				}
			}
		})
	}
}

// checkHeadlineBlock holds that the headline is the first block, from its place in the source.
func checkHeadlineBlock(t *testing.T, d *text.Document, title, source string) {
	t.Helper()
	b := d.Blocks[0]
	if got := b.Span.Of(d.Clean); got != title && got != source || b.Kind != text.Heading || b.Level != 1 {
		t.Errorf("the first block is %+v, %q", b, got)
	}
	if got := d.ToSource(b.Span).Of(d.Source); got != source {
		t.Errorf("the headline is from %q, want %q", got, source)
	}
}

// TestHeadlineAbsent holds that no headline is made up, and that a similar heading stays.
func TestHeadlineAbsent(t *testing.T) {
	t.Parallel()
	for name, page := range map[string]string{
		"no title": "<html><body><article>" + harbourHTML + "</article></body></html>",
		"wall": "<html><head><title>Just a moment...</title></head><body><h1>Checking your browser</h1><p>Enable JavaScript and cookies to continue." +
			"</p></body></html>",
	} {
		d := run(t, clean.Input{Form: clean.HTML, Content: page})
		if d.Headline != "" {
			t.Errorf("%s: the headline is %q", name, d.Headline)
		}
	}
	page := "<html><head><title>Boat found</title></head><body><article><h1>Boat found</h1>" + harbourHTML + "<h2>Boat found: what we know</h2>" +
		"<p>The council of Saltmarsh met twice this winter to talk about the lamp, and both times it put the matter off until the spring.</p>" +
		"</article></body></html>"
	d := run(t, clean.Input{Form: clean.HTML, Content: page})
	if want := "\n\nBoat found: what we know\n\n"; !strings.Contains(d.Clean, want) {
		t.Errorf("%q is not in %q", want, d.Clean)
	}
}

// TestHeadlineMovesWithText holds that links and pictures keep their places after a headline.
func TestHeadlineMovesWithText(t *testing.T) {
	t.Parallel()
	rules, err := clean.NewRuleSet(false, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	page := "<html><head><title>Boat found</title></head><body><article><h1>Boat found</h1>" +
		strings.Replace(harbourHTML, "the quay", "<a href=/q>the quay</a> <code>x</code>", 1) + "</article></body></html>"
	d, err := clean.Run(t.Context(), clean.Input{Form: clean.HTML, Content: page}, clean.Options{Rules: rules, Headline: clean.HeadlineBoth})
	if err != nil {
		t.Fatal(err)
	}
	checkInvariants(t, d)
	if len(d.Anchors) != 1 || d.Anchors[0].Span.Of(d.Clean) != "the quay" || len(d.Inlines) != 1 || d.Inlines[0].Span.Of(d.Clean) != "x" {
		t.Errorf("anchors %v, inlines %v in %q", d.Anchors, d.Inlines, d.Clean)
	}
}
