package text_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

func words(t *testing.T, s string) []text.Word {
	t.Helper()
	all, err := text.AppendWords(t.Context(), nil, s, text.Span{End: len(s)})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestAppendWords(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		in   string
		want string // separated by |
	}{
		"plain":                  {"The ferry sailed.", "The|ferry|sailed"},
		"title":                  {"Mr. Okafor met Gen. Brandt.", "Mr.|Okafor|met|Gen.|Brandt"},
		"initials":               {"J. K. Adeyemi and J.R. Ellery", "J.|K.|Adeyemi|and|J.R.|Ellery"},
		"letters":                {"in the U.S. at 5 a.m. with a Ph.D.", "in|the|U.S.|at|5|a.m.|with|a|Ph.D."},
		"pronoun":                {"So did I. Then", "So|did|I|Then"},
		"ellipsis":               {"Inc... and Mr..", "Inc|and|Mr"},
		"possessive":             {"Okafor’s and Ellery's, the Joneses' it’s", "Okafor|and|Ellery|the|Joneses|it"},
		"contraction":            {"don’t o'clock O’Neil", "don’t|o'clock|O’Neil"},
		"hyphen":                 {"electricity-sharing -- U.S.-led", "electricity-sharing|U.S.|led"},
		"number":                 {"3,000,000 of 3.5, 18.10.2021, 5,12 and 1,2345", "3,000,000|of|3.5|18.10.2021|5|12|and|1|2345"},
		"before number":          {"No. 5 is no. Nr. 7", "No.|5|is|no|Nr.|7"},
		"ampersand":              {"AT&T & Co.", "AT&T|Co."},
		"address":                {"ned@courier.example @ned https://courier.example/a", "ned@courier.example|ned|https|courier.example|a"},
		"glued sentences":        {"It ended.Then came Mr.Ellery", "It|ended|Then|came|Mr.|Ellery"},
		"accents":                {"Ägidius naïve e\u0301tude", "Ägidius|naïve|e\u0301tude"},
		"without spaces":         {"東京に行く ไทย", "東|京|に|行|く|ไ|ท|ย"},
		"joiners without width":  {"می\u200cخواهم", "می\u200cخواهم"},
		"marks only":             {"“—” … 🙂 \u0301", ""},
		"abbreviation of no use": {"sen. mo. etc. vs. e.g. this", "sen|mo|etc.|vs.|e.g.|this"},
	}
	for name, tt := range tests {
		var got []string
		for _, w := range words(t, tt.in) {
			got = append(got, w.Of(tt.in))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestShape(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]text.Shape{
		"ferry":       text.HasLetter,
		"Ferry":       text.HasLetter | text.Capital,
		"NATO":        text.HasLetter | text.Capital | text.AllCapitals,
		"iPhone":      text.HasLetter,
		"A":           text.HasLetter | text.Capital,
		"ÄÖ":          text.HasLetter | text.Capital | text.AllCapitals,
		"2021":        text.HasDigit | text.Numeral,
		"18th":        text.HasDigit | text.Numeral | text.HasLetter,
		"F16":         text.HasDigit | text.HasLetter | text.Capital,
		"a-b":         text.HasLetter | text.HasHyphen,
		"a@b.example": text.HasLetter | text.HasAt | text.HasStop,
		"U.S.":        text.HasLetter | text.Capital | text.AllCapitals | text.HasStop | text.EndsInStop,
		"Ruth’s":      text.HasLetter | text.Capital | text.Possessive,
		"京":           text.HasLetter | text.Unspaced,
	} {
		if got := words(t, in)[0].Shape; got != want {
			t.Errorf("%q: shape %b, want %b", in, got, want)
		}
	}
}

func TestLookAbbreviation(t *testing.T) {
	t.Parallel()
	for word, want := range map[string]text.Abbreviation{
		"Mr": text.BeforeName, "MR": text.BeforeName, "mr": text.BeforeName, "sen": 0, "Sen": text.BeforeName,
		"no": text.BeforeNumber, "bzw": text.Inside, "Inc": text.MayEnd, "Okt": text.Calendar, "J": text.Initial,
		"x.y": text.Letters, "e.g": text.Inside | text.Letters, "déc": text.Calendar, "": 0, "ferry": 0, "x.": 0, "a.bcd": 0,
	} {
		if got, _ := text.LookAbbreviation(word); got != want {
			t.Errorf("%q: %b, want %b", word, got, want)
		}
	}
	if _, got := text.LookAbbreviation("Dr"); !(got&text.English != 0 && got&text.German != 0) {
		t.Errorf("Dr is in the lists of %b", got)
	}
}

func TestWordsIn(t *testing.T) {
	t.Parallel()
	s := "one two three four"
	got := text.WordsIn(words(t, s), text.Span{Start: 1, End: 13})
	if len(got) != 2 || got[0].Of(s) != "two" || got[1].Of(s) != "three" {
		t.Errorf("got %v", got)
	}
}

// TestLongestWord cuts what is longer than any word, at whole characters.
func TestLongestWord(t *testing.T) {
	t.Parallel()
	for _, part := range []string{"x", "é", "x-", "é’"} {
		s := strings.Repeat(part, 1<<16)
		for _, w := range words(t, s) {
			if n := w.End - w.Start; n > 10<<10 || !utf8.ValidString(w.Of(s)) {
				t.Fatalf("%q: a word of %d bytes", part, n)
			}
		}
	}
}

// TestWordsStop cancels before the start: the words of a long text are not looked for.
func TestWordsStop(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	long := strings.Repeat("word ", 1<<20)
	got, err := text.AppendWords(ctx, nil, long, text.Span{End: len(long)})
	if !errors.Is(err, context.Canceled) || len(got) > 1<<15 {
		t.Errorf("%d words after the context ended, error %v", len(got), err)
	}
}

// FuzzWords checks what callers rely on: words are in order, apart, of whole characters, and hold every letter and
// number; looked for from the end of a word before them they are the same.
func FuzzWords(f *testing.F) {
	f.Add("Mr. A. said 3,000 “So!” O’Neil’s. e.g. x@y.z 東京 \xff a\u0301")
	f.Fuzz(func(t *testing.T, s string) {
		end := 0
		next := 0
		for _, w := range words(t, s) {
			if int(w.Start) < end || w.End <= w.Start || int(w.End) > len(s) {
				t.Fatalf("word %v after %d", w, end)
			}
			if strings.ContainsFunc(s[next:w.Start], func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }) {
				t.Fatalf("%q between words of %q", s[next:w.Start], s)
			}
			if utf8.ValidString(s) && !utf8.ValidString(w.Of(s)) {
				t.Fatalf("%q cuts a character", w.Of(s))
			}
			end = int(w.End)
			_, next, _ = text.NextWord(s, int(w.Start))
			if ending := strings.ToLower(s[end:next]); ending != "" && ending != "'s" && ending != "’s" {
				t.Fatalf("%q after a word of %q", ending, s)
			}
		}
	})
}

func BenchmarkWords(b *testing.B) {
	s := strings.Repeat("“We went home then,” said Daniel Okafor of Saltmarsh on Monday, whom Ruth Adeyemi met in May 2019. ", 600)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	var dst []text.Word
	for b.Loop() {
		dst, _ = text.AppendWords(b.Context(), dst[:0], s, text.Span{End: len(s)})
	}
}
