package text

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// manySegments is a text in which every second character was changed, and its account.
func manySegments(n int) (string, Provenance) {
	source := strings.Repeat("a\u00a0bb\u200b", n)
	e := NewEditor(source)
	for i, r := range source {
		switch r {
		case '\u00a0':
			e.Replace(Span{i, i + 2}, " ", Change{Rule: "space"})
		case '\u200b':
			e.Drop(Span{i, i + 3}, Change{Rule: Rule("drop" + string(rune('a'+i/8%26)))}) // more reasons than a short search takes
		}
	}
	_, p := e.Done()
	return source, p
}

// TestRecordsAreSmall holds segments to the size that the bound on memory is built upon: a text may have as many as bytes.
func TestRecordsAreSmall(t *testing.T) {
	t.Parallel()
	_, p := manySegments(10_000)
	if got := len(p.code) + 24*len(p.marks); got > 3*p.Len() {
		t.Errorf("%d segments take %d bytes", p.Len(), got)
	}
	if len(p.changes) != 27 {
		t.Errorf("%d changes are held, want 27", len(p.changes))
	}
}

// TestSeek compares look-ups that begin at a mark with reading all segments from the start.
func TestSeek(t *testing.T) {
	t.Parallel()
	source, p := manySegments(2_000)
	if len(p.marks) < 10 {
		t.Fatalf("%d marks", len(p.marks))
	}
	whole := p
	whole.marks = nil
	r := rand.New(rand.NewPCG(1, 2))
	for range 2_000 {
		start := r.IntN(len(source))
		s := Span{start, start + r.IntN(min(5_000, len(source)-start)+1)}
		if got, want := p.ToClean(s), whole.ToClean(s); got != want {
			t.Fatalf("ToClean(%v) = %v, want %v", s, got, want)
		}
		if got, want := p.ToSource(s), whole.ToSource(s); got != want {
			t.Fatalf("ToSource(%v) = %v, want %v", s, got, want)
		}
	}
}

// BenchmarkCompose composes two accounts of a segment to two bytes.
func BenchmarkCompose(b *testing.B) {
	source, p := manySegments(10_000)
	b.SetBytes(int64(len(source)))
	b.ReportAllocs()
	var dst Provenance
	shared := new(reasons)
	second, later := Identity(0), &Change{Rule: "later"}
	for range p.clean / 3 {
		second.Copy(2)
		second.Change(1, 0, later)
	}
	second.Copy(p.clean - second.source)
	pace := NewPace(b.Context())
	for b.Loop() {
		if err := p.composeTo(pace, &dst, &second, shared); err != nil {
			b.Fatal(err)
		}
	}
}
