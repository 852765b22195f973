package fingerprint_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/cespare/xxhash/v2"
	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/score/fingerprint"
	"github.com/copydesk/copydesk/internal/score/pytext"
)

// signatureCase is a text and what datatrove 0.10.1 gives for it; testdata/signatures.py makes testdata/signatures.json.
type signatureCase struct {
	Name       string   `json:"name"`
	Text       string   `json:"text"`
	Simplified string   `json:"simplified"`
	XXH64      []uint64 `json:"xxhash64"`
	SHA1       []uint64 `json:"sha1"`
}

func readCases(t testing.TB) []signatureCase {
	t.Helper()
	b, err := os.ReadFile("testdata/signatures.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []signatureCase
	if err := json.Unmarshal(b, &cases); err != nil {
		t.Fatal(err)
	}
	return cases
}

func of(s string) fingerprint.Fingerprints {
	t := pytext.New(s)
	defer t.Release()
	return fingerprint.Of(t)
}

func TestAgainstDatatrove(t *testing.T) {
	t.Parallel()
	for _, tt := range readCases(t) {
		t.Run(tt.Name, func(t *testing.T) {
			t.Parallel()
			got := of(tt.Text)
			if want := xxhash.Sum64String(tt.Simplified); got.Exact != want {
				t.Errorf("Exact is %x, that of the simplified text %x", got.Exact, want)
			}
			if diff := cmp.Diff(tt.XXH64, got.MinHash); diff != "" {
				t.Errorf("MinHash (-want +got):\n%s", diff)
			}
			m := pytext.New(tt.Text)
			defer m.Release()
			if diff := cmp.Diff(tt.SHA1, fingerprint.MinHash(m, fingerprint.SHA1)); diff != "" {
				t.Errorf("MinHash with SHA-1 (-want +got):\n%s", diff)
			}
		})
	}
}

// harbour is long enough for a change of a word to be a small one.
const harbour = "The harbour board met on Monday evening to hear what the new crane would cost and who was to pay for it. " +
	"Nobody from the shipping line had come, which the chairwoman called a pity. The old crane has stood on the north quay " +
	"since the war and lifts a third of what a modern one does. Dockers say that it also sways in any wind from the west. " +
	"A decision is expected before the ice goes, so that the first timber ships of the spring need not lie outside and wait."

func TestSimilarTexts(t *testing.T) {
	t.Parallel()
	base := of(harbour)
	for _, tt := range []struct {
		name, text   string
		exact        bool
		atMost, over int // bits of SimHash
	}{
		{name: "the same", text: harbour, exact: true},
		{name: "capitals, spacing, punctuation", text: "\n " + strings.ToUpper(strings.ReplaceAll(harbour, ", ", " –\u00a0")), exact: true},
		{name: "accents", text: strings.ReplaceAll(harbour, "e", "é"), exact: true},
		{name: "one word", text: strings.Replace(harbour, "chairwoman", "treasurer", 1), atMost: 8},
		{name: "one sentence less", text: harbour[:strings.LastIndex(harbour, "A decision")], atMost: 20},
		{name: "another text", text: "Rain fell on the hills for a ninth day and the lower road was closed. Cattle were led to the " +
			"school field, where children fed them apples through the fence until the owners asked them to stop.", atMost: 64, over: 20},
	} {
		got := of(tt.text)
		if same := got.Exact == base.Exact; same != tt.exact {
			t.Errorf("%s: Exact is the same: %v", tt.name, same)
		}
		if d := fingerprint.Distance(base.SimHash, got.SimHash); d > tt.atMost || d < tt.over {
			t.Errorf("%s: SimHash differs in %d bits", tt.name, d)
		}
	}
}

func TestShortTexts(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", " \n", "!!! … —", "\u0301", "\x00\x1f\u0085"} {
		if diff := cmp.Diff(fingerprint.Fingerprints{Exact: fingerprint.Empty}, of(s)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", s, diff)
		}
	}
	for s, signed := range map[string]bool{"Four words, no more.": false, "Five words are just enough.": true, "We cannot say more.": true} {
		got := of(s)
		if (got.MinHash != nil) != signed || got.SimHash == 0 {
			t.Errorf("%q: %+v", s, got)
		}
	}
	if of("Word").SimHash != xxhash.Sum64String("word") {
		t.Error("the SimHash of one word is not its hash")
	}
}

func TestBriefIsPartOfAll(t *testing.T) {
	t.Parallel()
	m := pytext.New(harbour)
	defer m.Release()
	exact, simHash := fingerprint.Brief(m)
	if f := fingerprint.Of(m); f.Exact != exact || f.SimHash != simHash {
		t.Errorf("%x and %x alone, %x and %x with the signature", exact, simHash, f.Exact, f.SimHash)
	}
}

func TestHostileTexts(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]string{
		"one word":   strings.Repeat("a", 1<<16),
		"one letter": strings.Repeat("a ", 1<<15),
		"digits":     strings.Repeat("1,", 1<<15),
		"sigmas":     strings.Repeat("Σ'", 1<<14) + strings.Repeat("'", 1<<14) + "Σ",
		"marks":      "e" + strings.Repeat("\u0301\u0323", 1<<13),
		"hangul":     strings.Repeat("한", 1<<13),
		"symbols":    strings.Repeat("€", 1<<13),
		"lines":      strings.Repeat("\n", 1<<16),
	} {
		first := of(s)
		for _, v := range first.MinHash {
			if v >= 1<<61-1 {
				t.Errorf("%s: value %d", name, v)
			}
		}
		if diff := cmp.Diff(first, of(s)); diff != "" {
			t.Errorf("%s: the second time (-first +second):\n%s", name, diff)
		}
	}
}

func FuzzOf(f *testing.F) {
	for _, c := range readCases(f) {
		f.Add(c.Text)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = strings.ToValidUTF8(s, "")
		got := of(s)
		if len(got.MinHash) != 0 && len(got.MinHash) != fingerprint.Hashes {
			t.Fatalf("%d values", len(got.MinHash))
		}
		// All white space is alike.
		if again := of(" " + strings.ReplaceAll(s, " ", "\n ") + "\t"); !cmp.Equal(got, again) {
			t.Errorf("%q: other white space gives %v, not %v", s, again, got)
		}
	})
}
