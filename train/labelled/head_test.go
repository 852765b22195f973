package labelled

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestWithoutHead(t *testing.T) {
	t.Parallel()
	const page = `<title>Boat found at northern reef | Kestrel Bay Courier</title><h1>Boat <em>found</em> at northern reef</h1><h2>Who sailed it?</h2>`
	tests := []struct{ name, gold, want string }{
		{"headline", "Boat found at northern reef\nThe harbour was quiet.\nNobody left.", "The harbour was quiet.\nNobody left."},
		{"headline with other marks", "BOAT FOUND AT NORTHERN REEF!\nThe harbour was quiet.", "The harbour was quiet."},
		{"byline and date", "By Lena Brandt\nNovember 3, 2012 9:15 AM\nThe harbour was quiet.", "The harbour was quiet."},
		{"date alone", "3. März 2011, 14:05\nDer Hafen war still.", "Der Hafen war still."},
		{"a sentence with a date stays", "On November 3, 2012 the harbour was quiet.\nNobody left.", "On November 3, 2012 the harbour was quiet.\nNobody left."},
		{"text that begins as a byline", "By the time the storm had passed, two fishermen had found the hull near the northern reef, its lamp still lit.\nEnd.",
			"By the time the storm had passed, two fishermen had found the hull near the northern reef, its lamp still lit.\nEnd."},
		{"the last line stays", "Boat found at northern reef", "Boat found at northern reef"},
		{"later lines stay", "The harbour was quiet.\nWho sailed it?\nBy Lena Brandt", "The harbour was quiet.\nWho sailed it?\nBy Lena Brandt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, withoutHead(tt.gold, headlines(page, ""))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSite(t *testing.T) {
	t.Parallel()
	for host, want := range map[string]string{"www.example.org": "example.org", "news.example.co.uk": "example.co.uk", "example.org": "example.org"} {
		if got := site("https://"+host+"/a", "", ""); got != want {
			t.Errorf("%s is of %s, want %s", host, got, want)
		}
	}
	if got := site("", "", "id"); got != "id" {
		t.Errorf("a page without an address is of %q", got)
	}
}

// TestSets holds what Sets says of the sets together: names are unique, and sets of parts say that what is not in the gold is unknown.
func TestSets(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, s := range Sets {
		if seen[s.Name] || s.Part && s.Unsure&Positives == 0 {
			t.Errorf("%+v", s)
		}
		seen[s.Name] = true
	}
}
