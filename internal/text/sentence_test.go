package text_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

func TestAppendSentences(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in   string
		want []string
	}{
		{"One. Two! Three?", []string{"One.", "Two!", "Three?"}},
		{"Mr. Okafor met Dr. Brandt. They spoke.", []string{"Mr. Okafor met Dr. Brandt.", "They spoke."}},
		{"J. K. Adeyemi won.", []string{"J. K. Adeyemi won."}},
		{"It rose 3.5 percent.", []string{"It rose 3.5 percent."}},
		{"No stop at the end", []string{"No stop at the end"}},
		{"So did I. Then we left.", []string{"So did I.", "Then we left."}},
		{"", nil},
	}
	for _, tt := range tests {
		var got []string
		sentences, err := text.AppendSentences(t.Context(), nil, tt.in, text.Span{End: len(tt.in)})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range sentences {
			got = append(got, s.Of(tt.in))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.in, diff)
		}
	}
}

func FuzzSentences(f *testing.F) {
	f.Add("Mr. A. said. \n\n“So!” he. e.g. x")
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		end := 0
		sentences, err := text.AppendSentences(t.Context(), nil, s, text.Span{End: len(s)})
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
