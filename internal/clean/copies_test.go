package clean_test

import (
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/clean"
)

// TestCopies reads pages that hold a text twice. Whichever copy readers cannot see, the text stays, and stays once.
func TestCopies(t *testing.T) {
	t.Parallel()
	const (
		first  = "<p>The harbour master closed the outer basin on Monday morning, after two of the moorings had given way in the night.</p>"
		second = "<p>Nobody was hurt, said the keeper, but three boats drifted against the quay, and one of them has to be lifted out for repairs.</p>"
		third  = "<p>Work on the moorings begins next week, and the ferries will use the northern quay until it has been finished.</p>"
		body   = first + second + third
		answer = "<p>I saw it from the tower, and it was the wind from the north that took them, as it did nine years ago.</p>"
	)
	post := func(id, before, words string) string {
		return `<div class="post" id="post-` + id + `"><div class="post-author"><a href="/u/` + id + `">keeper` + id + `</a></div><div class="post-message">` +
			before + words + `</div></div>`
	}
	// What a quotation of a post would hold, for a script that answers it.
	container := func(words string) string {
		return `<div style="display: none;"><blockquote><div class="quotetitle">Quote from keeper</div>` + words + `</blockquote></div>`
	}
	tests := []struct{ name, page string }{
		{"in sight twice", "<main><h1>Moorings</h1><div>" + body + "</div><div>" + body + "</div></main>"},
		{"the first not displayed", `<main><h1>Moorings</h1><div style="display:none">` + body + "</div><div>" + body + "</div></main>"},
		{"the first not displayed by a style sheet", `<style>.small{display:none}</style><main><h1>Moorings</h1><div class="small">` + body + "</div><div>" + body + "</div></main>"},
		{"the second not displayed by a style sheet", `<style>.small{display:none}</style><main><h1>Moorings</h1><div>` + body + `</div><div class="small">` + body + "</div></main>"},
		{"the first off the screen", `<style>.away{position:absolute;left:-9999px}</style><main><h1>Moorings</h1><div class="away">` + body + "</div><div>" + body + "</div></main>"},
		{"the first for screen readers", `<main><h1>Moorings</h1><div class="sr-only">` + body + "</div><div>" + body + "</div></main>"},
		{"posts with what a quotation of them would hold", `<div class="forum topic">` + post("1", container(body), body) + post("2", container(answer), answer) + "</div>"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := run(t, clean.Input{Form: clean.HTML, Content: "<!DOCTYPE html><html><head><title>Moorings</title></head><body>" + tt.page + "</body></html>"})
			checkInvariants(t, d)
			for _, words := range []string{"two of the moorings had given way", "three boats drifted", "until it has been finished"} {
				if n := strings.Count(d.Clean, words); n != 1 {
					t.Errorf("%q is there %d times:\n%s", words, n, d.Clean)
				}
			}
		})
	}
}
