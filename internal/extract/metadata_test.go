package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

// withDropped is a document of which cleaning dropped one line.
func withDropped(line string) *text.Document {
	d := document("The ferry sailed at noon.\n\n" + line)
	end := len("The ferry sailed at noon.")
	d.Clean, d.Blocks = d.Clean[:end], d.Blocks[:1]
	d.Dropped = []text.Dropped{{Source: text.Span{Start: end + 2, End: len(d.Source)}, Text: line}}
	return d
}

func TestRightsOfDroppedLines(t *testing.T) {
	t.Parallel()
	tests := []struct {
		line, holder string
		years        []int
	}{
		{"Copyright ©2023 Kestrel Bay Courier, Inc. All Rights Reserved. 0f3a9c1be2d44758a6c3e1f09b7d2a55", "Kestrel Bay Courier, Inc.", []int{2023}},
		{"© 2019 Courier. All rights reserved.", "Courier", []int{2019}},
		{"© Copyright 2018 by Larch Syndicate Inc.", "Larch Syndicate Inc.", []int{2018}},
		{"COPYRIGHT 2017 HARBOUR FEATURES", "HARBOUR FEATURES", []int{2017}},
		{"Copyright (c) 2004 - 2026 by Larch Media.", "Larch Media", []int{2004, 2026}},
		{"Copyright 2013 The Courier. This material may not be published.", "The Courier", []int{2013}},
	}
	for _, tt := range tests {
		m := metadataOf(t, withDropped(tt.line))
		if len(m.Rights) != 1 {
			t.Errorf("%q: rights %v", tt.line, m.Rights)
			continue
		}
		if diff := cmp.Diff(tt.holder, m.Rights[0].Holder); diff != "" {
			t.Errorf("%q: holder (-want +got):\n%s", tt.line, diff)
		}
		if diff := cmp.Diff(tt.years, m.Rights[0].Years); diff != "" {
			t.Errorf("%q: years (-want +got):\n%s", tt.line, diff)
		}
	}
	for _, line := range []string{"Copyright law is old.", "The copyright ran out in 2016."} {
		if m := metadataOf(t, withDropped(line)); len(m.Rights) > 0 {
			t.Errorf("%q: rights %v", line, m.Rights)
		}
	}
}

func TestAuthorsOfDroppedLines(t *testing.T) {
	t.Parallel()
	for line, want := range map[string][]string{
		"Write to Tom Ellery at tom@courier.example":                      {"Tom Ellery"},
		"Write to Tom Ellery at [email\u00a0protected]":                   {"Tom Ellery"},
		"Follow Ruth Adeyemi on Twitter @radeyemi":                        {"Ruth Adeyemi"},
		"• Ruth Adeyemi can be reached at ruth@courier.example.":          {"Ruth Adeyemi"},
		"(Reporting by Ines Vidal and Tom Ellery; Editing by Ned Farrow)": {"Ines Vidal", "Tom Ellery"},
		"Tom Ellery is a reporter for the Courier. Follow him on Twitter": {"Tom Ellery"},
		"Follow us on Twitter @courier":                                   nil,
		"Send letters to letters@courier.example":                         nil,
	} {
		if diff := cmp.Diff(want, metadataOf(t, withDropped(line)).Authors); diff != "" {
			t.Errorf("%q (-want +got):\n%s", line, diff)
		}
	}
}

func metadataOf(t *testing.T, d *text.Document) *Metadata {
	t.Helper()
	m, err := ReadMetadata(t.Context(), d)
	if err != nil {
		t.Fatal(err)
	}
	return m
}
