package spun_test

import (
	"context"
	"encoding/json"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/internal/text"
)

// testCase is a text of ours: "spun" with words replaced, "plain", or "none", which the model must not judge.
type testCase struct{ Name, Want, Text string }

func cases(t testing.TB) (list []testCase) {
	t.Helper()
	b, err := os.ReadFile("testdata/cases.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		var c testCase
		if err := json.Unmarshal([]byte(line), &c); err != nil {
			t.Fatal(err)
		}
		list = append(list, c)
	}
	return list
}

func tokensOf(t testing.TB, s string) []fluency.Token {
	t.Helper()
	words, err := text.AppendWords(context.Background(), nil, s, text.Span{End: len(s)})
	if err != nil {
		t.Fatal(err)
	}
	tokens, err := fluency.English().Tokens(context.Background(), s, words)
	if err != nil {
		t.Fatal(err)
	}
	return tokens
}

func report(t testing.TB, s string) *spun.Report {
	t.Helper()
	r, err := spun.English().Report(context.Background(), s, tokensOf(t, s))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestCases(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		r := report(t, c.Text)
		got := "none"
		switch {
		case r.Judged && r.Probability >= spun.Flagged:
			got = "spun"
		case r.Judged:
			got = "plain"
		}
		if got != c.Want {
			t.Errorf("%s: %s with probability %.3f, want %s: %+v", c.Name, got, r.Probability, c.Want, r.Findings)
		}
	}
}

// TestFindings holds that findings are in order, inside the text, have strengths, and name a phrase that is another one.
func TestFindings(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		r, end := report(t, c.Text), 0
		if !r.Judged && (r.Probability != 0 || len(r.Findings) > 0) {
			t.Errorf("%s is not judged, but %+v", c.Name, r)
		}
		for _, f := range r.Findings {
			phrase := f.Span.Of(c.Text)
			if f.Span.Start < end-len(phrase) || f.Span.Len() <= 0 || f.Span.End > len(c.Text) || !utf8.ValidString(phrase) {
				t.Errorf("%s: %q at %v after %d", c.Name, phrase, f.Span, end)
			}
			if f.Strength <= 0 || f.Strength > 1 || f.Expected == phrase {
				t.Errorf("%s: %q for %q, strength %v", c.Name, f.Expected, phrase, f.Strength)
			}
			end = f.Span.End
		}
	}
}

// TestSame holds that a text has the same report each time.
func TestSame(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		if diff := cmp.Diff(report(t, c.Text), report(t, c.Text)); diff != "" {
			t.Errorf("%s:\n%s", c.Name, diff)
		}
	}
}

// TestMended holds that a text in which the findings are replaced by what is expected is less likely spun, or not judged.
func TestMended(t *testing.T) {
	t.Parallel()
	for _, c := range cases(t) {
		if c.Want != "spun" {
			continue
		}
		r := report(t, c.Text)
		var mended strings.Builder
		done := 0
		for _, f := range r.Findings {
			if f.Expected != "" && f.Span.Start >= done {
				mended.WriteString(c.Text[done:f.Span.Start])
				mended.WriteString(f.Expected)
				done = f.Span.End
			}
		}
		mended.WriteString(c.Text[done:])
		if p := report(t, mended.String()).Probability; p >= r.Probability {
			t.Errorf("%s: %.3f, mended %.3f: %s", c.Name, r.Probability, p, mended.String())
		}
	}
}

// TestCanceled holds that a context that has ended ends the work.
func TestCanceled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	s := strings.Repeat(cases(t)[0].Text+"\n", 20)
	if r, err := spun.English().Report(ctx, s, tokensOf(t, s)); err == nil {
		t.Errorf("%+v", r)
	}
}

func FuzzReport(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		for _, finding := range report(t, s).Findings {
			if phrase := finding.Span.Of(s); phrase == "" || !utf8.ValidString(phrase) {
				t.Errorf("%v is %q", finding.Span, phrase)
			}
		}
	})
}

func BenchmarkReport(b *testing.B) {
	var s strings.Builder
	for _, c := range cases(b) {
		if c.Want == "plain" {
			s.WriteString(c.Text + "\n\n")
		}
	}
	all := strings.Repeat(s.String(), 20)
	tokens := tokensOf(b, all)
	b.SetBytes(int64(len(all)))
	for b.Loop() {
		if _, err := spun.English().Report(context.Background(), all, tokens); err != nil {
			b.Fatal(err)
		}
	}
}
