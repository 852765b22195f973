package e2e_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// dirty has one thing to do for each stage of Clean, characters beyond ASCII, and one beyond 16 bits.
const dirty = "Harbour Town Votes to Reopen Its Lighthouse\n\n" +
	"On Tuesday the mayor of Saltmarsh,\n\nRuth Adeyemi,\n\nsaid “the lamp” itâ€™s about 😀 would be lit again before the winter.\n\n" +
	"Read more\n\n" +
	"Copyright ©2023 Kestrel Bay Courier. All rights reserved."

func TestCleanOptions(t *testing.T) {
	t.Parallel()
	const (
		head    = "Harbour Town Votes to Reopen Its Lighthouse\n\n"
		joined  = "On Tuesday the mayor of Saltmarsh, Ruth Adeyemi, said “the lamp” it’s about 😀 would be lit again before the winter."
		broken  = "On Tuesday the mayor of Saltmarsh,\n\nRuth Adeyemi,\n\nsaid “the lamp” it’s about 😀 would be lit again before the winter."
		tail    = "\n\nRead more\n\nCopyright ©2023 Kestrel Bay Courier. All rights reserved."
		straite = "On Tuesday the mayor of Saltmarsh, Ruth Adeyemi, said \"the lamp\" it's about 😀 would be lit again before the winter."
	)
	tests := []struct {
		name     string
		cleaning *copydeskv1.Cleaning
		want     string
		rules    []string
	}{
		{"defaults", nil, head + joined, []string{"reflow.link", "repair.mojibake", "lines.more", "lines.copyright"}},
		{"repair only", copydeskv1.Cleaning_builder{Mode: copydeskv1.CleaningMode_CLEANING_MODE_REPAIR}.Build(), head + broken + tail, []string{"repair.mojibake"}},
		{"keep", copydeskv1.Cleaning_builder{Boilerplate: copydeskv1.BoilerplateLevel_BOILERPLATE_LEVEL_KEEP}.Build(), head + joined + tail, []string{"reflow.link", "repair.mojibake"}},
		{"no joining", copydeskv1.Cleaning_builder{DisableRules: []string{"reflow.link"}}.Build(), head + broken, []string{"repair.mojibake", "lines.more", "lines.copyright"}},
		{"no decoding", copydeskv1.Cleaning_builder{DisableRules: []string{"repair.mojibake"}}.Build(), head + strings.Replace(joined, "it’s", "itâ€™s", 1), []string{"reflow.link", "lines.more", "lines.copyright"}},
		{"straight quotes", copydeskv1.Cleaning_builder{EnableRules: []string{"repair.quotes"}}.Build(), head + straite, []string{"reflow.link", "repair.quotes", "lines.more", "lines.copyright"}},
		{"rights lines stay", copydeskv1.Cleaning_builder{DisableRules: []string{"lines.copyright"}}.Build(), head + joined + "\n\nCopyright ©2023 Kestrel Bay Courier. All rights reserved.", []string{"reflow.link", "repair.mojibake", "lines.more"}},
	}
	h := start(t, testOptions())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			resp, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{
				Document: textDocument("", dirty), Cleaning: tt.cleaning, Options: everyCleanFeature(),
			}.Build())
			if err != nil {
				t.Fatal(err)
			}
			r := resp.GetClean()
			if diff := cmp.Diff(tt.want, r.GetText()); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			used := map[string]bool{}
			for _, u := range r.GetRules() {
				used[u.GetRule()] = true
			}
			want := map[string]bool{}
			for _, rule := range tt.rules {
				want[rule] = true
			}
			if diff := cmp.Diff(want, used); diff != "" {
				t.Errorf("rules used (-want +got):\n%s", diff)
			}
			checkReplay(t, dirty, r)
		})
	}
}

// TestReplayInEveryUnit replays the segments the way a client of each kind would: over bytes, UTF-16 code units and
// code points.
func TestReplayInEveryUnit(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	units := map[copydeskv1.EncodingType]func(s string, from, to int32) string{
		copydeskv1.EncodingType_ENCODING_TYPE_UTF8: func(s string, from, to int32) string { return s[from:to] },
		copydeskv1.EncodingType_ENCODING_TYPE_UTF16: func(s string, from, to int32) string {
			return string(utf16.Decode(utf16.Encode([]rune(s))[from:to]))
		},
		copydeskv1.EncodingType_ENCODING_TYPE_UTF32: func(s string, from, to int32) string { return string([]rune(s)[from:to]) },
	}
	for unit, cut := range units {
		resp, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{
			Document: textDocument("", dirty), EncodingType: unit, Options: everyCleanFeature(),
		}.Build())
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, s := range resp.GetClean().GetSegments() {
			if s.GetRule() == "" {
				b.WriteString(cut(dirty, s.GetSource().GetStart(), s.GetSource().GetEnd()))
			} else {
				b.WriteString(s.GetText())
			}
		}
		if b.String() != resp.GetClean().GetText() {
			t.Errorf("%v: replay gives %q, want %q", unit, b.String(), resp.GetClean().GetText())
		}
	}
}

func TestRepairOnlyRefusesPages(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	for field, doc := range map[string]*copydeskv1.Document{
		"document.html": copydeskv1.Document_builder{Html: new("<p>a")}.Build(),
		"document.raw":  rawDocument("", "text/html", []byte("<p>a")),
	} {
		_, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{
			Document: doc, Cleaning: copydeskv1.Cleaning_builder{Mode: copydeskv1.CleaningMode_CLEANING_MODE_REPAIR}.Build(),
		}.Build())
		if got := wantFault(t, err, codes.InvalidArgument, "REPAIR_ONLY_HTML")["field"]; got != field {
			t.Errorf("field is %q, want %q", got, field)
		}
	}
}

// TestCleanIsDeterministic holds that equal requests get equal bytes, whatever was cleaned between them.
func TestCleanIsDeterministic(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	clean := func(s string) []byte {
		resp, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: textDocument("", s), Options: everyCleanFeature()}.Build())
		if err != nil {
			t.Fatal(err)
		}
		b, err := proto.MarshalOptions{Deterministic: true}.Marshal(resp)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	first := clean(dirty)
	for _, between := range []string{"", "x", strings.Repeat(dirty, 50), "ÐŸÑ€Ð¸Ð²ÐµÑ‚"} {
		clean(between)
		if diff := cmp.Diff(first, clean(dirty)); diff != "" {
			t.Errorf("after %d bytes (-first +now):\n%s", len(between), diff)
		}
	}
}
