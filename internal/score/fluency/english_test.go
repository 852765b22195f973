package fluency

import (
	"context"
	"math"
	"strings"
	"testing"

	"github.com/copydesk/copydesk/internal/text"
)

const prose = `The council met on Tuesday evening to discuss the new bridge. Most of the people who spoke said that it would take too long to build, and that the money could be better spent on the old one.

"We have waited for years," said one of them. "I do not know why we should wait again."`

func TestInEnglish(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text, language string
		want                 bool
	}{
		{"English", prose, "", true},
		{"English, so named", "Bridges.", "en-GB", true},
		{"English, named German", prose, "de", false},
		{"too short to tell", "The bridge was closed.", "", false},
		{"German", "Der Rat kam am Dienstag zusammen, um über die neue Brücke zu beraten. Die meisten, die das Wort ergriffen, sagten, der Bau werde zu lange dauern.", "", false},
		{"French", "Le conseil s’est réuni mardi soir pour discuter du nouveau pont. La plupart de ceux qui ont pris la parole ont dit que la construction serait trop longue.", "", false},
		{"Dutch", "De raad kwam dinsdagavond bijeen om over de nieuwe brug te praten. De meeste mensen zeiden dat het te lang zou duren en dat het geld beter besteed kon worden.", "", false},
		{"keywords", strings.Repeat("cheap hotel booking flight deals insurance loans mortgage ", 10), "", false},
	} {
		if got := InEnglish(tokensOf(t, English(), test.text), test.language); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
}

// TestOrderMatters holds that the model likes sentences better than the same words in another order.
func TestOrderMatters(t *testing.T) {
	t.Parallel()
	m := English()
	in := report(t, m, prose, Wanted{})
	out := report(t, m, strings.Join(reversed(strings.Fields(prose)), " "), Wanted{})
	if in.ContextGain < 1 || out.ContextGain > in.ContextGain/2 || in.Perplexity > 300 || out.Perplexity < 2*in.Perplexity {
		t.Errorf("prose has perplexity %.0f and gain %.2f, backwards %.0f and %.2f", in.Perplexity, in.ContextGain, out.Perplexity, out.ContextGain)
	}
	if in.Unknown != 0 {
		t.Errorf("%v of the words are unknown", in.Unknown)
	}
	if n := len(in.Percentiles); n < 20 {
		t.Errorf("%d genres", n)
	}
}

// TestPassages holds that the costs of tokens, lines, paragraphs and the text agree.
func TestPassages(t *testing.T) {
	t.Parallel()
	r := report(t, English(), prose, Wanted{Paragraphs: true, Lines: true, Tokens: true})
	if len(r.Paragraphs) != 2 || len(r.Lines) != 2 {
		t.Fatalf("%d paragraphs, %d lines, want 2 of each", len(r.Paragraphs), len(r.Lines))
	}
	sum := 0.
	for _, p := range r.Tokens {
		sum -= p.Log
	}
	if want := math.Log(r.Perplexity) * float64(len(r.Tokens)); math.Abs(sum-want) > 1e-6 {
		t.Errorf("tokens cost %v nats, the text %v", sum, want)
	}
	for i, p := range r.Paragraphs {
		if p != r.Lines[i] {
			t.Errorf("paragraph %d is %v, its line %v", i, p, r.Lines[i])
		}
	}
	if !strings.HasPrefix(r.Paragraphs[1].Span.Of(prose), `"We have`) {
		t.Errorf("the second paragraph is %q", r.Paragraphs[1].Span.Of(prose))
	}
}

func TestReportOfNothing(t *testing.T) {
	t.Parallel()
	if r, err := English().Report(context.Background(), "", nil, Wanted{}); r != nil || err != nil {
		t.Errorf("%v, %v", r, err)
	}
}

func report(t *testing.T, m *Model, s string, w Wanted) *Report {
	t.Helper()
	r, err := m.Report(context.Background(), s, tokensOf(t, m, s), w)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func reversed(words []string) []string {
	out := make([]string, 0, len(words))
	for i := range words {
		out = append(out, words[len(words)-1-i])
	}
	return out
}

func BenchmarkTokens(b *testing.B) {
	s := strings.Repeat(prose+"\n\n", 100)
	words, err := text.AppendWords(context.Background(), nil, s, text.Span{End: len(s)})
	if err != nil {
		b.Fatal(err)
	}
	m := English()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if _, err := m.Tokens(context.Background(), s, words); err != nil {
			b.Fatal(err)
		}
	}
}
