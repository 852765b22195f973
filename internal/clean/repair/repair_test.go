package repair_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/text"
)

// run repairs in by the default rules with those of enable and disable, and holds the provenance to its promise.
func run(t testing.TB, in string, enable, disable []text.Rule) string {
	t.Helper()
	c := text.NewChain(in)
	if err := repair.Run(t.Context(), c, text.NewRuleSet(repair.Rules, enable, disable)); err != nil {
		t.Fatal(err)
	}
	out, p := c.Done()
	if got := p.Replay(in, func(s text.Segment) string { return s.Clean.Of(out) }); got != out {
		t.Fatalf("replay of %q gives %q, want %q", in, got, out)
	}
	return out
}

// testCase is a record of a file in testdata.
type testCase struct {
	Name string

	// In is the text before, Want after; without one In stays as it is.
	In   string
	Want *string

	// Enable and Disable are changes to the default rules.
	Enable, Disable []text.Rule

	// Fails says why the outcome is not what it should be, where it is known not to be.
	Fails string
}

func readCases(t testing.TB) map[string][]testCase {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	cases := map[string][]testCase{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var records []testCase
		if err := json.Unmarshal(b, &records); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		cases[strings.TrimSuffix(filepath.Base(file), ".json")] = records
	}
	return cases
}

func TestCases(t *testing.T) {
	t.Parallel()
	for file, cases := range readCases(t) {
		for _, tt := range cases {
			t.Run(file+"/"+tt.Name, func(t *testing.T) {
				t.Parallel()
				want := tt.In
				if tt.Want != nil {
					want = *tt.Want
				}
				got := run(t, tt.In, tt.Enable, tt.Disable)
				switch diff := cmp.Diff(want, got); {
				case diff != "" && tt.Fails == "":
					t.Errorf("(-want +got):\n%s", diff)
				case diff == "" && tt.Fails != "":
					t.Errorf("is right now; take the note away that it fails because %s", tt.Fails)
				}
			})
		}
	}
}

// damaged returns s as it looks when its UTF-8 is read in cm.
func damaged(s string, cm *charmap.Charmap) string {
	var b strings.Builder
	for i := range len(s) {
		if r := cm.DecodeByte(s[i]); s[i] < 0x80 || r != utf8.RuneError {
			b.WriteRune(r)
		} else {
			b.WriteRune(rune(s[i]))
		}
	}
	return b.String()
}

// TestRoundTrip damages sentences of many scripts in every codec, once and twice.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	sentences := []string{
		"“It’s late,” she said – and left the café.",
		"Der Bäcker öffnet früh; Brötchen gibt’s für 3 € das Stück.",
		"Où êtes-vous allés ? « Là-bas », répondit le garçon.",
		"Zażółć gęślą jaźń, powiedział kot do psa.",
		"Příliš žluťoučký kůň úpěl ďábelské ódy.",
		"Мы долго ждали поезда, но он так и не пришёл.",
		"Το τρένο έφυγε νωρίς το πρωί από τον σταθμό.",
		"הרכבת יצאה מהתחנה בבוקר מוקדם.",
		"غادر القطار المحطة في الصباح الباكر.",
		"रेलगाड़ी सुबह जल्दी स्टेशन से निकल गई।",
		"รถไฟออกจากสถานีแต่เช้า",
		"火车一大早就离开了车站。",
		"기차는 이른 아침에 역을 떠났다.",
		"Chuyến tàu rời ga từ sáng sớm, không ai kịp lên.",
		"The crew cheered 🚀🎉 when the rocket left the pad.",
	}
	codecs := map[string]*charmap.Charmap{
		"windows-1252": charmap.Windows1252, "ISO 8859-1": charmap.ISO8859_1, "windows-1251": charmap.Windows1251,
		"Mac Roman": charmap.Macintosh, "code page 437": charmap.CodePage437, "KOI8-R": charmap.KOI8R,
		"windows-1250": charmap.Windows1250,
	}
	for name, cm := range codecs {
		for _, want := range sentences {
			once := damaged(want, cm)
			if got := run(t, once, nil, nil); got != want {
				t.Errorf("%s: %q gives %q", name, once, got)
			}
			twice := damaged(damaged(want, cm), charmap.Windows1252)
			if got := run(t, twice, nil, nil); got != want {
				t.Errorf("%s, then windows-1252: %q gives %q", name, twice, got)
			}
		}
	}
}

// TestDetail holds provenance to naming what was undone.
func TestDetail(t *testing.T) {
	t.Parallel()
	c := text.NewChain("a cafÃ© and a\u00a0bar")
	if err := repair.Run(t.Context(), c, text.NewRuleSet(repair.Rules, nil, nil)); err != nil {
		t.Fatal(err)
	}
	_, p := c.Done()
	var got []text.Segment
	for s := range p.Segments() {
		if !s.Copied() {
			if s.Confidence <= .5 || s.Confidence > 1 {
				t.Errorf("confidence %v", s.Confidence)
			}
			s.Change = &text.Change{Rule: s.Rule, Detail: s.Detail}
			got = append(got, s)
		}
	}
	want := []text.Segment{{
		Source: text.Span{Start: 5, End: 9}, Clean: text.Span{Start: 5, End: 7},
		Change: &text.Change{Rule: repair.Mojibake, Detail: "utf-8>windows-1252"},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestEveryRuleCanBeSwitchedOff runs texts that each rule would change with that rule alone, and without it.
func TestEveryRuleCanBeSwitchedOff(t *testing.T) {
	t.Parallel()
	texts := map[text.Rule]string{
		repair.Entities: "&amp;", repair.Mojibake: "cafÃ©", repair.TerminalEscapes: "\x1b[1mx", repair.C1: "it\u0092s",
		repair.LineBreaks: "a\rb", repair.Controls: "a\x00b", repair.SoftHyphens: "a\u00adb", repair.Invisible: "a\u200bb",
		repair.Bidi: "\u202ab", repair.DirectionMarks: "a\u200eb", repair.Quotes: "“a”", repair.Ligatures: "ﬁn",
		repair.Digraphs: "ǌ", repair.Width: "，", repair.StrayWidth: "Ａ", repair.Spaces: "a\u00a0b",
		repair.SpaceDebris: "a\n\u00a0b", repair.NFC: "e\u0301", repair.Whitespace: "a ", repair.BlankRuns: "a\n\n\nb",
		repair.LostBytes: "â€ x", repair.TagCharacters: "a\U000E0061b", repair.VariationSelectors: "a\uFE0F",
		repair.ZeroWidth: "a\u200db", repair.Escapes: "a\\u2019b", repair.NFKC: "m²",
	}
	for _, info := range repair.Rules {
		in, ok := texts[info.ID]
		if !ok {
			t.Errorf("there is no text for %s", info.ID)
			continue
		}
		var rest []text.Rule
		for _, other := range repair.Rules {
			if other.ID != info.ID && (info.ID != repair.LostBytes || other.ID != repair.Mojibake) {
				rest = append(rest, other.ID)
			}
		}
		if got := run(t, in, []text.Rule{info.ID}, rest); got == in {
			t.Errorf("%s alone leaves %q", info.ID, in)
		}
		if got := run(t, in, nil, append(rest, info.ID)); got != in {
			t.Errorf("without rules %q gives %q", in, got)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, cases := range readCases(f) {
		for _, c := range cases {
			f.Add(c.In, uint32(0))
			f.Add(c.In, ^uint32(0))
		}
	}
	f.Fuzz(func(t *testing.T, s string, flipped uint32) {
		s = strings.ToValidUTF8(s, "\uFFFD")
		var enable, disable []text.Rule
		for i, info := range repair.Rules {
			switch {
			case flipped>>i&1 == 0:
			case info.Default:
				disable = append(disable, info.ID)
			default:
				enable = append(enable, info.ID)
			}
		}
		once := run(t, s, enable, disable)
		if !utf8.ValidString(once) {
			t.Fatalf("%q is not UTF-8", once)
		}
		if again := run(t, once, enable, disable); again != once {
			t.Fatalf("not idempotent: %q gives %q, then %q", s, once, again)
		}
	})
}
