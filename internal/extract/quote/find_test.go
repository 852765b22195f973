package quote

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

// pairs are texts of one block or several, and the stretches in them.
var pairs = map[string]struct {
	in   []string
	want []string
}{
	"curly":                       {[]string{"“It rains,” he said. “It pours.”"}, []string{"It rains,", "It pours."}},
	"straight":                    {[]string{`"It rains," he said. "It pours."`}, []string{"It rains,", "It pours."}},
	"straight, glued to the text": {[]string{`It "pours."He ran. "And it rains."`}, []string{"pours.", "And it rains."}},
	"guillemets with spaces":      {[]string{"« Il pleut », dit-elle. «Bon.»"}, []string{"Il pleut", "Bon."}},
	"guillemets turned inward":    {[]string{"»Es regnet«, sagte er."}, []string{"Es regnet"}},
	"low marks":                   {[]string{"„Es regnet“, sagte er. „Ja.”"}, []string{"Es regnet", "Ja."}},
	"Swedish marks":               {[]string{"”Det regnar”, sade han."}, []string{"Det regnar"}},
	"corner brackets":             {[]string{"彼は「雨だ」と言った。"}, []string{"雨だ"}},
	"closed by the wrong mark":    {[]string{"“It rains,\" he said. “It pours.“"}, []string{"It rains,", "It pours."}},
	"nested":                      {[]string{"“He said ‘no’ and “never” to me,” she said."}, []string{"He said ‘no’ and “never” to me,"}},
	"a missing end":               {[]string{"“It rains, he said. “It pours.”"}, []string{"It pours."}},
	"a missing end, straight":     {[]string{`"It rains, he said. "It pours."`}, []string{"It pours."}},
	"inches":                      {[]string{`A 5" pipe and a 6" one. "It broke," he said.`}, []string{"It broke,"}},
	"inches inside":               {[]string{`"A 5" pipe broke," he said. "It was old."`}, []string{`A 5" pipe broke,`, "It was old."}},
	"a year at the end":           {[]string{`"Born in 1990" and "dead by 2000" it says.`}, []string{"Born in 1990", "dead by 2000"}},
	"primes":                      {[]string{"At 51° 30′ 26″ it rains. “Yes.”"}, []string{"Yes."}},
	"a speech in paragraphs":      {[]string{"He said: “It rains.", "“It pours.", "“It ends.”"}, []string{"It rains. open", "It pours. open resumes", "It ends. resumes"}},
	"nothing goes on":             {[]string{"He said: “It rains.", "It ended."}, nil},
	"empty":                       {[]string{`"" and “”`}, nil},
	"an apostrophe and a letter":  {[]string{`x"y"z`}, nil},
}

func TestBlock(t *testing.T) {
	t.Parallel()
	for name, tt := range pairs {
		clean := ""
		var blocks []text.Span
		for _, b := range tt.in {
			blocks = append(blocks, text.Span{Start: len(clean), End: len(clean) + len(b)})
			clean += b + "\n\n"
		}
		var f Finder
		var found []Stretch
		for i, b := range blocks {
			rest := ""
			if i+1 < len(blocks) {
				rest = blocks[i+1].Of(clean)
			}
			var err error
			if found, err = f.Block(found, clean, b, int32(i), rest, text.NewPace(t.Context())); err != nil {
				t.Fatal(err)
			}
		}
		var got []string
		for _, s := range found {
			row := s.Inner.Of(clean)
			if s.Open {
				row += " open"
			}
			if s.Resumes {
				row += " resumes"
			}
			got = append(got, row)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestSingle(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][]string{
		"‘It rains,’ he said.":                  {"It rains,"},
		"‘The boys’ boat isn’t here,’ he said.": {"The boys’ boat isn’t here,"},
		"He called it ‘mad’ and ‘sad’.":         {"mad", "sad"},
		"'It rains,' he said. 'It isn't much.'": {"It rains,", "It isn't much."},
		"The boys' boat and the girls' boat":    nil,
		"Rock 'n' roll in the '90s, ’tis said":  nil,
		"In the '90s the 'old wall' fell":       {"old wall"},
		"‘Tis the season. It’s here.":           nil,
		"the ‘ministers’ and the ‘peers’ met":   {"ministers", "peers"},
	} {
		var got []string
		for _, s := range Single(nil, in, text.Span{End: len(in)}, 0) {
			got = append(got, s.Inner.Of(in))
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
	}
}
