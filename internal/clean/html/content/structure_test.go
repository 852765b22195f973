package content_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean/html/content"
)

// structures are kept or dropped as a whole.
var structures = map[string]string{
	"table of data": `<table><tr><th>Harbour</th><th>Depth</th><th>Boats</th></tr><tr><td>Saltmarsh</td><td>12 m</td><td>48</td></tr>
<tr><td>Kestrel Bay</td><td>7 m</td><td>31</td></tr><tr><td>Northern reef</td><td>3 m</td><td>0</td></tr></table>`,
	"table without a head": `<table><tr><td>Length</td><td>9.4 m</td></tr><tr><td>Beam</td><td>3.1 m</td></tr><tr><td>Draught</td><td>1.2 m</td></tr>
<tr><td>Sail</td><td>41 m²</td></tr></table>`,
	"steps":        `<ol><li>Untie the bow line.</li><li>Push off.</li><li>Hoist the mainsail before you leave the lee of the quay.</li><li>Mind the reef.</li><li>Steer north.</li></ol>`,
	"bullets":      `<ul><li>A lamp</li><li>Two oars, each of three metres, and a spare</li><li>Rope</li><li>Flares</li></ul>`,
	"descriptions": `<dl><dt>Sheet</dt><dd>The rope that holds a sail against the wind.</dd><dt>Lee</dt><dd>The side away from the wind.</dd><dt>Reef</dt><dd>Rocks.</dd></dl>`,
	"quotation":    `<blockquote><p>Nobody sails in such a fog, and who does has a reason that he will not tell the harbour master.</p><p>Not even my brother.</p><cite>Ada Finch, keeper</cite></blockquote>`,
}

// withStructure is a news page whose text has a structure after each of the paragraphs but the last.
func withStructure(s string) string {
	return strings.Replace(article(), paragraphs[2], paragraphs[2]+"</p>"+s+"<p>"+paragraphs[3], 1)
}

// TestStructures holds structures inside a text to be kept as a whole, and those in the footer to be dropped as a whole.
func TestStructures(t *testing.T) {
	t.Parallel()
	for name, s := range structures {
		for _, place := range []string{"text", "footer"} {
			page := withStructure(s)
			if place == "footer" {
				page = strings.Replace(article(), `<footer class="site-footer">`, `<footer class="site-footer">`+s, 1)
			}
			kept, _, _ := chosen(t, page, content.Balanced)
			has := 0
			texts := textsOf(s)
			for _, x := range texts {
				if strings.Contains("|"+kept+"|", "|"+x+"|") {
					has++
				}
			}
			if want := map[string]int{"text": len(texts), "footer": 0}[place]; has != want {
				t.Errorf("%s in the %s: %d of %d texts are kept:\n%s", name, place, has, len(texts), kept)
			}
		}
	}
}

// textsOf returns the texts of a piece of markup.
func textsOf(markup string) []string {
	var texts []string
	for part := range strings.SplitSeq(markup, "<") {
		if _, text, ok := strings.Cut(part, ">"); ok && strings.TrimSpace(text) != "" {
			texts = append(texts, strings.TrimSpace(text))
		}
	}
	return texts
}

// TestLayoutTable holds a table that lays out a page to be no structure: its menu goes, its text stays.
func TestLayoutTable(t *testing.T) {
	t.Parallel()
	page := `<html><head><title>Boat found at northern reef</title></head><body><table><tr><td class="menu"><a href=/>Home</a><br><br><a href=/news>News</a><br><br>
<a href=/tides>Tides</a><br><br><a href=/boats>Boats for sale</a></td><td><h2>Boat found at northern reef</h2><p>` + strings.Join(paragraphs, "</p><p>") + `</p></td></tr></table></body></html>`
	kept, _, _ := chosen(t, page, content.Balanced)
	for _, p := range paragraphs {
		if !strings.Contains(kept, p) {
			t.Errorf("%q is lost", p)
		}
	}
	if strings.Contains(kept, "Tides") || strings.Contains(kept, "Boats for sale") {
		t.Errorf("the menu is kept:\n%s", kept)
	}
}

// TestShortPages holds notices, fragments and mail to give their text.
func TestShortPages(t *testing.T) {
	t.Parallel()
	for name, page := range map[string]string{
		"fragment with a link": `<p>The council meets in <a href="/rooms/5">room five</a> on Tuesday; bring the charts.</p>`,
		"notice with a link": `<html><head><title>Notice</title></head><body><h1>Notice</h1><p>The quay is closed on Tuesday. Boats are moved to the northern pier.
Ask the <a href="mailto:harbour@example.org">harbour master</a>.</p></body></html>`,
		"mail": `<html><body><table width="600"><tr><td><p>Dear Ada,</p><p>the lamp on the northern reef has been mended, and the keeper asks you to come and see it before the
storms begin. The ferry leaves at nine.</p><p>Yours,<br>Lena</p></td></tr></table></body></html>`,
	} {
		for _, want := range []content.Preference{content.Balanced, content.Recall} {
			if kept, _, _ := chosen(t, page, want); !strings.Contains(kept, "Tuesday") && !strings.Contains(kept, "keeper asks") {
				t.Errorf("%s: kept %q", name, kept)
			}
		}
	}
}

// TestChances holds the account of a choice: a text that is dropped for its own chance is below the page's threshold.
func TestChances(t *testing.T) {
	t.Parallel()
	_, _, s := chosen(t, article(), content.Balanced)
	if len(s.Chances) != len(s.Parts) || s.Threshold <= 0 || s.Threshold >= 1 {
		t.Fatalf("%d chances of %d texts, threshold %v", len(s.Chances), len(s.Parts), s.Threshold)
	}
	for i, c := range s.Chances {
		if c < 0 || c > 1 {
			t.Errorf("text %d has chance %v", i, c)
		}
	}
}
