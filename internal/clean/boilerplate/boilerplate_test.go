package boilerplate_test

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/text"
)

func run(t testing.TB, in string, level boilerplate.Level, off ...text.Rule) (string, []text.Dropped) {
	t.Helper()
	c := text.NewChain(in)
	dropped, err := boilerplate.Run(t.Context(), c, level, text.NewRuleSet(boilerplate.Rules, nil, off))
	if err != nil {
		t.Fatal(err)
	}
	out, p := c.Done()
	if got := p.Replay(in, func(s text.Segment) string { return s.Clean.Of(out) }); got != out {
		t.Fatalf("replay gives %q, want %q", got, out)
	}
	return out, dropped
}

// cases are lines that are judged alone and within a text.
type cases struct {
	Dropped map[text.Rule][]string
	Cut     []edit
	Kept    []string

	// KnownFailures are lines that come out otherwise than they should.
	KnownFailures []failure `json:"known_failures"`
}

type edit struct{ Line, Kept string }

type failure struct{ Line, Want string }

func readCases(t testing.TB) cases {
	t.Helper()
	b, err := os.ReadFile("testdata/lines.json")
	if err != nil {
		t.Fatal(err)
	}
	var c cases
	if err := json.Unmarshal(b, &c); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDropped(t *testing.T) {
	for rule, list := range readCases(t).Dropped {
		for _, line := range list {
			out, dropped := run(t, line, boilerplate.Balanced)
			if out != "" || len(dropped) != 1 || dropped[0].Rule != rule || dropped[0].Text != line {
				t.Errorf("%s: %q became %q, dropped %v", rule, line, out, dropped)
			}
			if out, _ := run(t, "One.\n\n"+line+"\n\nTwo.", boilerplate.Balanced); out != "One.\n\nTwo." {
				t.Errorf("%s: %q between paragraphs gave %q", rule, line, out)
			}
			if out, _ := run(t, line, boilerplate.Balanced, ruleIDs()...); out != line {
				t.Errorf("%s: %q was dropped though every rule is off", rule, line)
			}
		}
	}
}

// TestReasons holds every rule to naming why a line was dropped in a way that leads to the row which did it: the phrase as
// it is written in the file that is named by the rule's id, the confidence, and the threshold that it reached.
func TestReasons(t *testing.T) {
	lines := readCases(t).Dropped
	for _, info := range boilerplate.Rules {
		file, err := os.ReadFile(strings.TrimPrefix(string(info.ID), "lines.") + ".go")
		if err != nil {
			t.Errorf("no file is named by the rule: %v", err)
			continue
		}
		for _, line := range lines[info.ID] {
			for level, threshold := range map[boilerplate.Level]float32{boilerplate.Balanced: .9, boilerplate.Strict: .6} {
				_, dropped := run(t, line, level)
				if len(dropped) != 1 {
					t.Fatalf("%q: dropped %v", line, dropped)
				}
				why := dropped[0].Change
				if why.Rule != info.ID || why.Threshold != threshold || why.Confidence < threshold || why.Confidence > 1 {
					t.Errorf("%q: the reason is %+v, want rule %s and threshold %v", line, *why, info.ID, threshold)
				}
				if !strings.Contains(string(file), why.Phrase) {
					t.Errorf("%q: %s does not have the phrase %q", line, info.ID, why.Phrase)
				}
				if hasPhrases := strings.Contains(string(file), "phrases:"); hasPhrases && why.Phrase == "" && why.Detail == "" {
					t.Errorf("%q: neither phrase nor detail", line)
				}
			}
		}
		if len(lines[info.ID]) == 0 && info.ID != boilerplate.Duplicate { // which TestDuplicates is about
			t.Errorf("no case for %s", info.ID)
		}
	}
}

// TestReasonOfSuffix holds the account of a line that was cut to the reason that the list of dropped lines gives.
func TestReasonOfSuffix(t *testing.T) {
	c := text.NewChain("The ferry sank. Read more: The harbour")
	dropped, err := boilerplate.Run(t.Context(), c, boilerplate.Strict, text.NewRuleSet(boilerplate.Rules, nil, nil))
	if err != nil {
		t.Fatal(err)
	}
	_, p := c.Done()
	for s := range p.Segments() {
		if s.Copied() {
			continue
		}
		want := text.Change{Rule: boilerplate.More, Phrase: "read|learn|see|watch more|also|next|this|further :", Confidence: .97, Threshold: .9}
		if diff := cmp.Diff(want, *s.Change); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		if len(dropped) != 1 || *dropped[0].Change != want {
			t.Errorf("dropped %v", dropped)
		}
	}
}

func ruleIDs() []text.Rule {
	ids := make([]text.Rule, len(boilerplate.Rules))
	for i, r := range boilerplate.Rules {
		ids[i] = r.ID
	}
	return ids
}

func TestCut(t *testing.T) {
	for _, c := range readCases(t).Cut {
		out, dropped := run(t, c.Line, boilerplate.Balanced)
		if diff := cmp.Diff(c.Kept, out); diff != "" {
			t.Errorf("%q (-want +got):\n%s", c.Line, diff)
		}
		if len(dropped) == 0 {
			t.Errorf("%q: what was cut is not in the list of what was dropped", c.Line)
		}
	}
}

func TestKept(t *testing.T) {
	for _, line := range readCases(t).Kept {
		if out, dropped := run(t, line, boilerplate.Balanced); out != line {
			t.Errorf("%q became %q, dropped %v", line, out, dropped)
		}
	}
}

func TestKnownFailures(t *testing.T) {
	for _, c := range readCases(t).KnownFailures {
		if out, _ := run(t, c.Line, boilerplate.Balanced); out == c.Want {
			t.Errorf("%q comes out right now: move it to the other cases", c.Line)
		}
	}
}

func TestGaps(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"first line", "Share this article\n\nText.", "Text."},
		{"last line", "Text.\n\nRead more\n", "Text."},
		{"every line", "Read more\n\nADVERTISEMENT\n", ""},
		{"widest gap stays", "One.\nADVERTISEMENT\n\nTwo.", "One.\n\nTwo."},
		{"narrow gap stays", "One.\nADVERTISEMENT\nTwo.", "One.\nTwo."},
		{"indentation stays", "if x {\nADVERTISEMENT\n    y()\n}", "if x {\n    y()\n}"},
		{"blank line with spaces", "One.\n \nADVERTISEMENT\nTwo.", "One.\n\nTwo."},
		{"several in a row", "One.\n\nADVERTISEMENT\n\n\nRead more\n\nTwo.", "One.\n\nTwo."},
		{"advertisement in a sentence", "The mayor\n\nADVERTISEMENT\n\nsaid no.", "The mayor\n\nsaid no."},
		{"pieces of a sentence", "She wrote on\n\nRead more about Ferries\n\nthat they sink.", "She wrote on\n\nRead more about Ferries\n\nthat they sink."},
		{"piece before a piece", "Read more at\n(AP Photo/Ines Vidal)\nthe harbour.", "Read more at\nthe harbour."},
		{"after a cut", "One. Read more\n\nADVERTISEMENT\n\nTwo.", "One.\n\nTwo."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, _ := run(t, tt.in, boilerplate.Balanced)
			if diff := cmp.Diff(tt.want, out); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestDuplicates(t *testing.T) {
	const long = "The harbour master counted the boats twice that night, and each time there was one fewer than before."
	tests := []struct{ name, in, want string }{
		{"paragraph", long + "\n\nOther text.\n\n" + long, long + "\n\nOther text."},
		{"equal once a suffix is cut", long + "\n\n" + long + " Read more", long},
		{"refrain", "Row on, row on.\n\nVerse.\n\nRow on, row on.", "Row on, row on.\n\nVerse.\n\nRow on, row on."},
		{"answers", "Yes.\nNo.\nYes.\nNo.", "Yes.\nNo.\nYes.\nNo."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, _ := run(t, tt.in, boilerplate.Balanced)
			if diff := cmp.Diff(tt.want, out); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestLong has lines that are too long to be read as a whole unless they begin like a prompt.
func TestLong(t *testing.T) {
	const prose = "The council met behind closed doors for six hours, and nobody who came out would say what had been agreed on. "
	form := "Sign up for our daily newsletter. " +
		strings.Repeat("By signing up you agree to our privacy policy and our terms of use. Unsubscribe at any time. ", 8)
	guide := "Sign up for the race before noon, the notice said. " + strings.Repeat(prose, 8)
	tests := []struct{ name, in, want string }{
		{"form", strings.TrimSpace(form), ""},
		{"prose that begins like a form", strings.TrimSpace(guide), strings.TrimSpace(guide)},
		{"prose with a form after it", strings.Repeat(prose, 8) + "Sign up for our daily newsletter.", strings.TrimSpace(strings.Repeat(prose, 8))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			out, _ := run(t, tt.in, boilerplate.Balanced)
			if diff := cmp.Diff(tt.want, out); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestLevels(t *testing.T) {
	const doubtful = "Print"
	for level, want := range map[boilerplate.Level]string{boilerplate.Keep: doubtful, boilerplate.Balanced: doubtful, boilerplate.Strict: ""} {
		if out, _ := run(t, doubtful, level); out != want {
			t.Errorf("level %v gives %q, want %q", level, out, want)
		}
	}
	const sure = "ADVERTISEMENT"
	if out, _ := run(t, sure, boilerplate.Keep); out != sure {
		t.Errorf("Keep gives %q", out)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := text.NewChain(strings.Repeat("A line of text.\n", 1<<14))
	defer c.Close()
	if _, err := boilerplate.Run(ctx, c, boilerplate.Balanced, text.NewRuleSet(boilerplate.Rules, nil, nil)); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

// FuzzRun holds the properties that every text must have: what comes out is valid, runs to the same again and is
// not touched by a second run, and everything dropped was in the text.
func FuzzRun(f *testing.F) {
	c := readCases(f)
	for _, list := range c.Dropped {
		f.Add(strings.Join(list, "\n"))
	}
	for _, e := range c.Cut {
		f.Add(e.Line + "\n\n" + e.Line)
	}
	f.Add(strings.Join(c.Kept, "\n"))
	f.Add("a. Read more. Read more. \u00a0\r\n\u2028b. ©")
	f.Fuzz(func(t *testing.T, in string) {
		if !utf8.ValidString(in) {
			t.Skip("repair sees to that")
		}
		for _, level := range []boilerplate.Level{boilerplate.Balanced, boilerplate.Strict} {
			out, dropped := run(t, in, level)
			if !utf8.ValidString(out) {
				t.Fatalf("invalid UTF-8: %q", out)
			}
			if again, more := run(t, out, level); again != out {
				t.Fatalf("not idempotent: %q, then %q, dropped %v then %v", out, again, dropped, more)
			}
			if same, _ := run(t, in, level); same != out {
				t.Fatalf("not deterministic: %q, then %q", out, same)
			}
			for _, d := range dropped {
				if d.Source.Of(in) != d.Text {
					t.Fatalf("%q is said to be at %v", d.Text, d.Source)
				}
			}
		}
	})
}
