package chunk_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/tiktoken-go/tokenizer/codec"

	"github.com/copydesk/copydesk/internal/clean/chunk"
	"github.com/copydesk/copydesk/internal/clean/structure"
	"github.com/copydesk/copydesk/internal/text"
)

func document(t testing.TB, clean string) *text.Document {
	t.Helper()
	blocks, err := structure.Blocks(t.Context(), clean)
	if err != nil {
		t.Fatal(err)
	}
	return &text.Document{Source: clean, Clean: clean, Provenance: text.Identity(len(clean)), Blocks: blocks}
}

func cut(t testing.TB, d *text.Document, o chunk.Options) []chunk.Chunk {
	t.Helper()
	chunks, err := chunk.Cut(t.Context(), d, o)
	if err != nil {
		t.Fatal(err)
	}
	return chunks
}

func TestCut(t *testing.T) {
	t.Parallel()
	const six = "The lamp was lit on Tuesday. " // six words
	tests := []struct {
		name, in string
		o        chunk.Options
		want     []string
	}{
		{"fits", "# Tides\n\n" + six + six, chunk.Options{}, []string{"# Tides\n\n" + strings.TrimSpace(six+six)}},
		{"blocks", six + "\n\n" + six + "\n\n" + six, chunk.Options{MaxSize: 16}, []string{strings.TrimSpace(six) + " \n\n" + strings.TrimSpace(six), strings.TrimSpace(six)}},
		{"sentences", six + six + six, chunk.Options{MaxSize: 16}, []string{strings.TrimSpace(six + six), strings.TrimSpace(six)}},
		{"overlap", six + six + six, chunk.Options{MaxSize: 16, Overlap: 7}, []string{strings.TrimSpace(six + six), strings.TrimSpace(six + six)}},
		{"a heading moves with its text", six + six + "\n\n# Ebb\n\n" + six + "It rose.", chunk.Options{MaxSize: 16}, []string{strings.TrimSpace(six + six), "# Ebb\n\n" + six + "It rose."}},
		{"heading level", "# A\n\nx\n\n## B\n\ny\n\n# C\n\nz", chunk.Options{HeadingLevel: 1}, []string{"# A\n\nx\n\n## B\n\ny", "# C\n\nz"}},
		{"table whole", six + "\n\na\tb\nc\td\ne\tf\ng\th\ni\tj\nk\tl", chunk.Options{MaxSize: 16}, []string{strings.TrimSpace(six), "a\tb\nc\td\ne\tf\ng\th\ni\tj\nk\tl"}},
		{"table at its rows", strings.TrimSpace(strings.Repeat("a\tb\tc\td\te\n", 4)), chunk.Options{MaxSize: 16}, []string{"a\tb\tc\td\te\na\tb\tc\td\te\na\tb\tc\td\te", "a\tb\tc\td\te"}},
		{"a long word", strings.Repeat("ö", 40), chunk.Options{Unit: chunk.Characters, MaxSize: 16}, []string{strings.Repeat("ö", 16), strings.Repeat("ö", 16), strings.Repeat("ö", 8)}},
		{"words of one sentence", strings.Repeat("word ", 20), chunk.Options{Unit: chunk.Characters, MaxSize: 51}, []string{strings.TrimSpace(strings.Repeat("word ", 10)), strings.TrimSpace(strings.Repeat("word ", 10))}},
		{"tokens", strings.Repeat("The lamp was lit on Tuesday. ", 4), chunk.Options{Unit: chunk.Tokens, MaxSize: 16}, []string{strings.TrimSpace(six + six), strings.TrimSpace(six + six)}},
		{"a long word in tokens", strings.Repeat("灯", 40), chunk.Options{Unit: chunk.Tokens, MaxSize: 16}, []string{strings.Repeat("灯", 8), strings.Repeat("灯", 8), strings.Repeat("灯", 8), strings.Repeat("灯", 8), strings.Repeat("灯", 8)}},
		{"nothing", "", chunk.Options{}, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			d := document(t, tt.in)
			var got []string
			for _, c := range cut(t, d, tt.o) {
				got = append(got, c.Span.Of(d.Clean))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	t.Parallel()
	d := document(t, "# A\n\nx y z.\n\n## B\n\n"+strings.Repeat("The lamp was lit on Tuesday. ", 4)+"\n\n# C\n\nz.")
	var got []string
	for _, c := range cut(t, d, chunk.Options{MaxSize: 16, HeadingLevel: 2}) {
		var path []string
		for _, h := range c.Headings {
			path = append(path, h.Of(d.Clean))
		}
		got = append(got, strings.Join(path, " > "))
	}
	if diff := cmp.Diff([]string{"", "# A", "# A > ## B", ""}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// checkChunks checks what is promised of the chunks of any text.
func checkChunks(t testing.TB, d *text.Document, o chunk.Options) {
	t.Helper()
	end := 0
	for _, c := range cut(t, d, o) {
		s := c.Span
		if s.Empty() || s.End <= end || s.End > len(d.Clean) {
			t.Fatalf("chunk %v after %d of %q", s, end, d.Clean)
		}
		if gap := d.Clean[end:max(end, s.Start)]; strings.TrimSpace(gap) != "" {
			t.Fatalf("%q is in no chunk of %q", gap, d.Clean)
		}
		if o.Overlap == 0 && s.Start < end {
			t.Fatalf("chunk %v repeats text before %d", s, end)
		}
		size := utf8.RuneCountInString(s.Of(d.Clean))
		if o.Unit == chunk.Tokens {
			var err error
			if size, err = cl100k.Count(s.Of(d.Clean)); err != nil {
				t.Fatal(err)
			}
		}
		if o.Unit == chunk.Words {
			words, err := d.Words(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			size = len(text.WordsIn(words, s))
		}
		if size != c.Size || size > o.MaxSize {
			t.Fatalf("chunk %v of %d has %d: %q", s, c.Size, size, s.Of(d.Clean))
		}
		end = s.End
	}
	if strings.TrimSpace(d.Clean[end:]) != "" {
		t.Fatalf("%q is in no chunk", d.Clean[end:])
	}
}

var all = []chunk.Options{
	{MaxSize: 16},
	{MaxSize: 40, Overlap: 15, HeadingLevel: 2},
	{Unit: chunk.Characters, MaxSize: 16, HeadingLevel: 6},
	{Unit: chunk.Characters, MaxSize: 100, Overlap: 49},
	{Unit: chunk.Tokens, MaxSize: 16},
	{Unit: chunk.Tokens, MaxSize: 60, Overlap: 20, HeadingLevel: 1},
}

var cl100k = codec.NewCl100kBase()

func FuzzCut(f *testing.F) {
	f.Add("# A\n\nOne two. Three!\n\n- a\n- b\n\n```\nx\n\ny\n```\n\na\tb\nc\td\n\n## B\n\n### C\n\nLast one")
	f.Add(strings.Repeat("The lamp was lit. ", 30) + "\n\n# A\n\n# B\n\n" + strings.Repeat("灯", 200))
	f.Add("# " + strings.Repeat("long heading ", 30) + "\n\nx\n\n## b\n\n" + strings.Repeat("y ", 90))
	f.Add("1. word 1. b 。\n\n  ! ! b ## > \n灯 . a```\t . \t```b > . öaa## 1. ```# #  1.  b ```\n\n灯ab ö!  ## # \tword ö\t\tword ! ##  > \t## \töword \n灯\n\n# > a```。## . # 。1. word 灯> 1. a>  a. \n\n- 1. 1. - ## - 灯. word 灯```\nab ```1. #")
	f.Fuzz(func(t *testing.T, in string) {
		in = strings.TrimSpace(strings.ToValidUTF8(in, "\uFFFD"))
		for _, o := range all {
			checkChunks(t, document(t, in), o)
		}
	})
}

func TestID(t *testing.T) {
	t.Parallel()
	// The first half of the test vector for "abc" of FIPS 180-2.
	if got := chunk.ID("abc"); got != "ba7816bf8f01cfea414140de5dae2223" {
		t.Errorf("got %s", got)
	}
}

func TestCancelled(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := chunk.Cut(ctx, document(t, strings.Repeat("One two. ", 1<<14)), chunk.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error is %v", err)
	}
}

func BenchmarkCut(b *testing.B) {
	d := document(b, strings.Repeat(strings.Repeat("The harbour was quiet, and nobody saw the boat leave. ", 8)+"\n\n", 300))
	cut(b, d, chunk.Options{}) // finds words and sentences, which are shared
	for _, o := range []chunk.Options{{}, {Unit: chunk.Characters, MaxSize: 1000, Overlap: 200}, {Unit: chunk.Tokens}} {
		b.Run([]string{"words", "characters", "tokens"}[o.Unit], func(b *testing.B) {
			b.SetBytes(int64(len(d.Clean)))
			b.ReportAllocs()
			for b.Loop() {
				cut(b, d, o)
			}
		})
	}
}
