package corpus

import "testing"

func TestDocument(t *testing.T) {
	for _, test := range []struct{ file, id, want string }{
		{"a/news-train.jsonl.xz", "ab-12", "ab-12"},
		{"standardebooks.jsonl.xz", "standardebooks-a-writer_a-book/chapter-2-7", "standardebooks-a-writer_a-book"},
		{"eltec.jsonl.xz", "eltec-ENG18900_Name-34", "eltec-ENG18900_Name"},
		{"msdocs.jsonl.xz", "msdocs-docs/cpp/page-3", "msdocs-docs/cpp/page"},
	} {
		if got := Document(test.file, test.id); got != test.want {
			t.Errorf("%s is of %q, want %q", test.id, got, test.want)
		}
	}
}

// TestParts holds that pieces of a document are of one part, and that the parts have their shares.
func TestParts(t *testing.T) {
	counts := map[Part]int{}
	for i := range 20_000 {
		id := string([]rune{rune('a' + i%26), rune('a' + i/26%26), rune('a' + i/676)})
		p := PartOf("senate.jsonl.xz", id+"-0")
		if PartOf("senate.jsonl.xz", id+"-1") != p {
			t.Fatalf("pieces of %s are of different parts", id)
		}
		counts[p]++
	}
	if counts[Tune] < 800 || counts[Tune] > 1600 || counts[Test] < 800 || counts[Test] > 1600 {
		t.Errorf("the parts have %v of 20000 documents", counts)
	}
}

func TestCut(t *testing.T) {
	for _, test := range []struct {
		in    string
		words int
		want  string
	}{{"a b\nc d\ne", 3, "a b\nc d"}, {"a b", 1, "a b"}, {"a b\nc", 2, "a b"}, {"", 5, ""}} {
		if got := Cut(test.in, test.words); got != test.want {
			t.Errorf("%q cut to %d words is %q, want %q", test.in, test.words, got, test.want)
		}
	}
}
