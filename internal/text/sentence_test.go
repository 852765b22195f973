package text_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

func TestAppendSentences(t *testing.T) {
	t.Parallel()
	for name, tests := range sentenceCases {
		for _, want := range tests {
			in := strings.ReplaceAll(want, "|", " ")
			if name == "glued" {
				in = strings.ReplaceAll(want, "|", "")
			}
			sentences, err := text.AppendSentences(t.Context(), nil, in, words(t, in), text.Span{End: len(in)})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range sentences {
				got = append(got, s.Of(in))
			}
			if diff := cmp.Diff(want, strings.Join(got, "|")); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}

// sentenceCases are texts with a | where a sentence begins, by what they show.
var sentenceCases = map[string][]string{
	"stops":         {"One.|Two!|Three?", "It rose 3.5 percent.", "No stop at the end", "東京に行く。|そう。", ""},
	"titles":        {"Mr. Okafor met Dr. Brandt.|They spoke.", "J. K. Adeyemi won.", "So did I.|Then we left."},
	"dates":         {"It fell on Oct. 3 and on Sat. night.", "He left in Oct.|The rest stayed."},
	"numbers":       {"See No. 5 and Fig. 3.|No.|We will not.", "Ned Farrow (b. 1960, d. 2019) wrote it."},
	"may end":       {"The U.S. Army and Larch Inc. agreed.", "He works for Larch Inc.|The rest do not.", "Tea, milk, etc.|I've seen it."},
	"inside":        {"Some fish, e.g. Cod, swim.", "Okafor vs. Larch is over."},
	"ellipsis":      {"He waited... and left.", "He waited . . . and left.", "He waited...|Nobody came."},
	"quotations":    {"“Why?” Okafor asked.|“Because.”", "“Stop!” he said.|“Go.”", "He said: “Stop.”|She did.", "She wrote \"No.\"|He read it."},
	"brackets":      {"(He left.)|She stayed.", "(He left early)|She stayed.", "He left (she stayed) and that was it."},
	"small letters": {"she can bet he knows.|she is invading.", "is that so?|yes it is"},
	"references":    {"It sank in 1912. [1] [12]|It was found in 1985.", "“So it was.”[3]|It was found."},
	"faces":         {"We liked it :)|Thanks a lot.", "That was good. :-)|Come again."},
	"letters":       {"Let me know.|Thanks,|Ruth", "Best regards,|Tom Ellery", "Thanks, we will see."},
	"messages":      {"Ruth Adeyemi|07/17/2000 08:50 AM|Tom, see the note.", "From Tom|01/19/01 07:55 PM|Please call."},
	"items":         {"1. Open the lid.|2. Close it.", "4.1. Limits of the method"},
	"glued":         {"It ended.|Then came another.", "is it the lens?|or not"},
	"addresses":     {"See courier.example/a?b=c and www.Courier.example now.", "Mail Ned.Farrow@courier.example today."},
}

func TestSentencesOfLines(t *testing.T) {
	t.Parallel()
	in := "first line\nsecond line. Third\n***\n\nlast"
	sentences, err := text.AppendSentences(t.Context(), nil, in, words(t, in), text.Span{End: len(in)})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range sentences {
		got = append(got, s.Of(in))
	}
	if diff := cmp.Diff([]string{"first line", "second line.", "Third", "***", "last"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func BenchmarkSentences(b *testing.B) {
	s := strings.Repeat("“We went home then,” said Daniel Okafor of Saltmarsh on Monday, whom Ruth Adeyemi met in May 2019. ", 600)
	words, err := text.AppendWords(b.Context(), nil, s, text.Span{End: len(s)})
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(s)))
	var dst []text.Span
	for b.Loop() {
		dst, _ = text.AppendSentences(b.Context(), dst[:0], s, words, text.Span{End: len(s)})
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Mr. A. said. \n\n“So!” he. e.g. x")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		end := 0
		sentences, err := text.AppendSentences(t.Context(), nil, s, words(t, s), text.Span{End: len(s)})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range sentences {
			if g.Start < end || g.Empty() || g.End > len(s) || strings.TrimSpace(s[end:g.Start]) != "" {
				t.Fatalf("sentence %v after %d of %q", g, end, s)
			}
			end = g.End
		}
		if strings.TrimSpace(s[end:]) != "" {
			t.Fatalf("%q is in no sentence", s[end:])
		}
	})
}
