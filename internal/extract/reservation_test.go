package extract

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

// TestReservedBy holds what statements in markup are taken for.
func TestReservedBy(t *testing.T) {
	t.Parallel()
	type said struct {
		name     text.FactName
		value    string
		scheme   string
		reserved bool
	}
	for _, c := range []said{
		{text.FactRobots, "noai", "robots", true},
		{text.FactRobots, "gptbot: noindex", "robots", true},
		{text.FactRobots, "none", "robots", true},
		{text.FactRobots, "index", "robots", false},
		{text.FactTDMReservation, "1", "tdm-reservation", true},
		{text.FactTDMReservation, "0", "tdm-reservation", false},
		{text.FactTDMPolicy, "https://a.example/tdm.json", "tdm-policy", true},
		{text.FactSignal, "train-ai=n", "cc", true},
		{text.FactSignal, "ai=n;exp=cc-cr", "cc", true},
		{text.FactSignal, "search=yes", "cc", false},
		{text.FactLicense, "https://creativecommons.org/licenses/by/4.0/", "license", false},
		{text.FactLicense, "https://a.example/licence", "license", true},
		{text.FactMachineLicense, "https://a.example/licence.xml", "license", true},
	} {
		d := document("The ferry sailed at noon.")
		d.Facts = []text.Fact{{Name: c.name, Value: c.value, Origin: "meta"}}
		want := []Reservation{{Scheme: c.scheme, Value: c.value, Reserved: c.reserved}}
		if diff := cmp.Diff(want, metadataOf(t, d).Reservations); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.value, diff)
		}
	}
	d := document("The ferry sailed at noon.")
	d.Facts = []text.Fact{{Name: text.FactTDMReservation, Value: "0"}, {Name: text.FactTDMPolicy, Value: "https://a.example/p"}}
	if got := metadataOf(t, d).Reservations; len(got) != 2 || got[1].Reserved {
		t.Errorf("a policy beside a grant: %+v", got)
	}
}

// TestReservedIn holds lines that reserve use by machines, and prose about such lines.
func TestReservedIn(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/reservations.json")
	if err != nil {
		t.Fatal(err)
	}
	var lines struct{ Reserved, Prose []string }
	if err := json.Unmarshal(data, &lines); err != nil {
		t.Fatal(err)
	}
	for _, line := range lines.Reserved {
		for _, d := range []*text.Document{withDropped(line), document("The ferry sailed at noon.\n\n" + line)} {
			got := metadataOf(t, d).Reservations
			if len(got) != 1 || got[0].Scheme != "text" || !got[0].Reserved || got[0].Place.Source.Of(d.Source) != line {
				t.Errorf("%q: %+v", line, got)
			}
		}
	}
	for _, line := range append(lines.Prose, strings.Repeat("All rights reserved, also for text and data mining. ", 40)) {
		if got := metadataOf(t, withDropped(line)).Reservations; len(got) > 0 {
			t.Errorf("%q: %+v", line, got)
		}
	}
}
