package wall_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

// kindNames are the kinds of walls by their names in made.txt.
var kindNames = map[string]text.PageKind{
	"bot": text.PageBotCheck, "error": text.PageError, "login": text.PageLogIn, "consent": text.PageConsent, "paywall": text.PagePaywall,
	"parked": text.PageParked,
}

// madePage makes a page of a line of made.txt.
func madePage(line string) (kind, page string) {
	fields := strings.Split(line, "|")
	title, heading, says := fields[2], fields[3], fields[4]
	var body, buttons strings.Builder
	for _, f := range fields[5:] {
		if f == "*password" {
			body.WriteString("<form><input type=email name=e><input type=password name=p></form>")
			continue
		}
		fmt.Fprintf(&buttons, "<p><a href=\"/x\">%s</a></p>", f)
	}
	return fields[1], fmt.Sprintf("<html lang=%s><head><title>%s</title><script src=a.js></script></head><body><nav><a href=/>A</a></nav>"+
		"<main><h1>%s</h1><p>%s</p>%s%s</main><footer>© 2024</footer></body></html>", fields[0], title, heading, says, body.String(), buttons.String())
}

// TestUnseen holds how many of the walls are recognised that no rule was written for: 47 of 49, each as what it is.
func TestUnseen(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/unseen.txt")
	if err != nil {
		t.Fatal(err)
	}
	found, all := 0, 0
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") {
			continue
		}
		kind, page := madePage(line)
		got, _, err := detect(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		all++
		if got.Kind.IsWall() {
			found++
			if got.Kind != kindNames[kind] {
				t.Errorf("%s: taken for %d", line, got.Kind)
			}
		}
	}
	t.Logf("%d of %d", found, all)
	if found < 47 {
		t.Errorf("%d of %d are recognised", found, all)
	}
}

// TestMade holds that walls in words of their own are recognised in fifteen languages.
func TestMade(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/made.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") {
			continue
		}
		kind, page := madePage(line)
		got, _, err := detect(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		if !got.Kind.IsWall() {
			t.Errorf("%s: not taken for a wall", line)
		}
		if got.Kind != kindNames[kind] && !strings.Contains(line, "automation tools") { // that one says that access was denied, too
			t.Errorf("%s: taken for %d", line, got.Kind)
		}
	}
}

// TestContent holds that short pages with words of walls are not taken for walls.
func TestContent(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/content.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "#") {
			continue
		}
		_, page := madePage(line)
		got, _, err := detect(t.Context(), page)
		if err != nil {
			t.Fatal(err)
		}
		if got.Kind.IsWall() {
			t.Errorf("%s: taken for %d by %+v", line, got.Kind, got.Evidence)
		}
	}
}
