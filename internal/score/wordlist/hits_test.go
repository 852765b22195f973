package wordlist_test

import (
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/wordlist"
	"github.com/copydesk/copydesk/internal/text"
)

// The places of the signals in the group.
const (
	hitCount = iota
	hitRatio
	c4Hits
)

func values(t *pytext.Text) []float64 {
	v := []float64{math.NaN(), math.NaN(), math.NaN()}
	wordlist.Groups[0].Measure(t, v)
	return v
}

func found(t *pytext.Text, signal int) []string {
	var all []string
	for _, s := range wordlist.Groups[0].Places(t, signal, 100).Spans {
		all = append(all, s.Of(t.S))
	}
	return all
}

func TestHits(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/hits.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Why, Language, Text string
		Words, C4           []string
		Undefined           bool
	}
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	for _, tt := range cases {
		m := pytext.New(tt.Text)
		m.Language = tt.Language
		v := values(m)
		if tt.Undefined {
			if !math.IsNaN(v[hitCount]) || !math.IsNaN(v[hitRatio]) || !math.IsNaN(v[c4Hits]) || found(m, hitCount) != nil {
				t.Errorf("%s: %v", tt.Why, v)
			}
			continue
		}
		if diff := cmp.Diff(tt.Words, found(m, hitCount)); diff != "" || v[hitCount] != float64(len(tt.Words)) {
			t.Errorf("%s: by word %v (-want +got):\n%s", tt.Why, v, diff)
		}
		if diff := cmp.Diff(tt.C4, found(m, c4Hits)); diff != "" || v[c4Hits] != float64(len(tt.C4)) {
			t.Errorf("%s: C4's way %v (-want +got):\n%s", tt.Why, v, diff)
		}
		m.Release()
	}
}

func TestHitRatio(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want float64
	}{
		{"", 0},
		{"butt", 1},
		{"a butt end", 4. / 8},
		{"camel toe", 1},
		{"é butt", 4. / 5},
	}
	for _, tt := range tests {
		m := pytext.New(tt.text)
		if diff := cmp.Diff(tt.want, values(m)[hitRatio], cmpopts.EquateApprox(0, 1e-12)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.text, diff)
		}
		m.Release()
	}
}

// TestPlacesAreFew checks places against the number asked for.
func TestPlacesAreFew(t *testing.T) {
	t.Parallel()
	m := pytext.New(strings.Repeat("butt ", 50))
	defer m.Release()
	for _, n := range []int{0, 1, 7, 50} {
		if got := wordlist.Groups[0].Places(m, hitCount, n); len(got.Spans) != n || got.Omitted != 50-n {
			t.Errorf("%d places and %d omitted, not %d", len(got.Spans), got.Omitted, n)
		}
	}
}

// TestLarge finds what there is in texts that repeat, in memory that grows no faster than they.
func TestLarge(t *testing.T) {
	t.Parallel()
	for piece, hits := range map[string]float64{"a": 0, "sex": 0, "sex.": 1 << 16, "性": 0, "İ": 0} {
		m := pytext.New(strings.Repeat(piece, 1<<16))
		if got := values(m)[hitCount]; got != hits {
			t.Errorf("%q: %v hits", piece, got)
		}
		m.Release()
	}
}

func FuzzHits(f *testing.F) {
	f.Add("en", "A butt, a camel toe and a BUTT.")
	f.Add("ja", "このグロな話")
	f.Add("ko", "몰카를")
	f.Add("tr", "İİ Çingeneler")
	f.Fuzz(func(t *testing.T, language, s string) {
		if !utf8.ValidString(s) {
			t.Skip()
		}
		m := pytext.New(s)
		defer m.Release()
		m.Language = language
		v := values(m)
		for _, signal := range []int{hitCount, c4Hits} {
			places := wordlist.Groups[0].Places(m, signal, len(s)).Spans
			if math.IsNaN(v[signal]) != math.IsNaN(v[hitRatio]) || !math.IsNaN(v[signal]) && v[signal] != float64(len(places)) {
				t.Fatalf("%v, %d places", v, len(places))
			}
			checkPlaces(t, s, places)
		}
		if v[hitRatio] < 0 || v[hitRatio] > 1 {
			t.Fatalf("ratio %v", v[hitRatio])
		}
	})
}

// checkPlaces fails unless places are of whole characters of s, and each begins and ends after the one before.
func checkPlaces(t *testing.T, s string, places []text.Span) {
	t.Helper()
	last := text.Span{Start: -1}
	for _, p := range places {
		if p.Start <= last.Start || p.End <= last.End || p.End > len(s) || !utf8.ValidString(s[p.Start:p.End]) {
			t.Fatalf("%v after %v in %d bytes", p, last, len(s))
		}
		last = p
	}
}
