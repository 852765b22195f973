package residue_test

import (
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/pytext"
	"github.com/copydesk/copydesk/internal/score/residue"
)

// measured returns the signals of s by their names without the prefix, undefined ones left out.
func measured(s string) map[string]float64 {
	t := pytext.New(s)
	defer t.Release()
	g := residue.Groups[0]
	v := make([]float64, len(g.Signals))
	for i := range v {
		v[i] = math.NaN()
	}
	g.Measure(t, v)
	m := map[string]float64{}
	for i, f := range v {
		if !math.IsNaN(f) {
			m[strings.TrimPrefix(g.Signals[i].Name, "text.")] = f
		}
	}
	return m
}

// placed returns the places of a signal.
func placed(s, signal string) (list []string) {
	t := pytext.New(s)
	defer t.Release()
	g := residue.Groups[0]
	v := make([]float64, len(g.Signals))
	g.Measure(t, v)
	for i, defined := range g.Signals {
		if defined.Name == "text."+signal {
			for _, span := range g.Places(t, i, 64).Spans {
				list = append(list, span.Of(s))
			}
		}
	}
	return list
}

const prose = "The ferry left the harbour before dawn that day."

func TestValues(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text, signal string
		want               float64
	}{
		{"a sentence", prose, "prose_word_ratio", 1},
		{"a heading above it", "Ferry leaves\n\n" + prose, "prose_word_ratio", 9. / 11},
		{"too short a line", "The ferry left.", "prose_word_ratio", 0},
		{"a line without an end", strings.TrimSuffix(prose, "."), "prose_word_ratio", 0},
		{"a line that announces", "They took with them on that day the following:", "prose_word_ratio", 1},
		{"in quotation marks", "“" + prose + "”)", "prose_word_ratio", 1},
		{"ends", prose + "\n\n", "finished", 1},
		{"ends in a quotation", "He said: “" + prose + "”", "finished", 1},
		{"ends in Chinese", "船走了。", "finished", 1},
		{"cut", prose + " The ferry", "finished", 0},
		{"dots", "The ferry left...", "finished", 0},
		{"an ellipsis", "The ferry left…", "finished", 0},
		{"an ellipsis in brackets", prose + " […]", "finished", 0},
		{"no prompts", prose, "prompt_ratio", 0},
		{"prompts", "Sign in  Read More", "prompt_ratio", .5},
		{"parts of words", "login loginning blogin", "prompt_ratio", 1. / 3},
		{"overlapping", "subscribe to continue", "prompt_ratio", 1. / 3},
		{"prices", "$5 or 7 € or £ 3 each", "price_ratio", 3. / 8},
		{"no prices", "US$ and € and $x", "price_ratio", 0},
		{"ASCII", prose, "mojibake_ratio", 0},
		{"right letters", "café “über” naïve — Ünlü – £5 ½ Ångström", "mojibake_ratio", 0},
		{"an apostrophe", "itâ€™s", "mojibake_ratio", .5},
		{"a letter", "cafÃ© ole", "mojibake_ratio", 2. / 9},
		{"in Latin-1", "it\u00e2\u0080\u0099s", "mojibake_ratio", .5},
		{"replaced", "it\ufffds", "mojibake_ratio", .25},
	} {
		if got, ok := measured(tt.text)[tt.signal]; !ok || math.Abs(got-tt.want) > 1e-12 {
			t.Errorf("%s: %s of %q is %v, want %v", tt.name, tt.signal, tt.text, got, tt.want)
		}
	}
	if got := measured(""); len(got) > 0 {
		t.Errorf("an empty text has %v", got)
	}
	if diff := cmp.Diff(map[string]float64{"mojibake_ratio": 0}, measured(" \n")); diff != "" {
		t.Errorf("white space: %s", diff)
	}
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text, signal string
		want         []string
	}{
		{"Sign in. It is £5 or $6, click here; itâ€™s cafÃ©.", "prompt_ratio", []string{"Sign in", "click here"}},
		{"Sign in. It is £5 or $6, click here; itâ€™s cafÃ©.", "price_ratio", []string{"£", "$"}},
		{"Sign in. It is £5 or $6, click here; itâ€™s cafÃ©.", "mojibake_ratio", []string{"â€™", "Ã©"}},
		{prose, "prose_word_ratio", nil},
	} {
		if diff := cmp.Diff(tt.want, placed(tt.text, tt.signal)); diff != "" {
			t.Errorf("%s: %s", tt.signal, diff)
		}
	}
}
