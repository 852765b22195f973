package service

import (
	"strings"
	"testing"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

func TestChunks(t *testing.T) {
	t.Parallel()
	s := quiet()
	ask := func(o *copydeskv1.ChunkOptions) (*copydeskv1.CleanResponse, error) {
		return s.Clean(t.Context(), copydeskv1.CleanRequest_builder{
			Document: copydeskv1.Document_builder{Text: new("# Tides\n\n" + strings.Repeat("The flood comes at noon. ", 8))}.Build(),
			Options: copydeskv1.CleanOptions_builder{
				Features: []copydeskv1.CleanFeature{copydeskv1.CleanFeature_CLEAN_FEATURE_CHUNKS}, Chunking: o,
			}.Build(),
		}.Build())
	}
	r, err := ask(copydeskv1.ChunkOptions_builder{MaxSize: 20}.Build())
	if err != nil {
		t.Fatal(err)
	}
	chunks := r.GetClean().GetChunks()
	if len(chunks) != 3 || len(chunks[1].GetHeadings()) != 1 || chunks[0].GetSize() > 20 || len(chunks[0].GetId()) != 32 {
		t.Errorf("got %v", chunks)
	}
	r, err = ask(copydeskv1.ChunkOptions_builder{Unit: copydeskv1.ChunkUnit_CHUNK_UNIT_TOKENS, Tokenizer: "cl100k_base", MaxSize: 20}.Build())
	if err != nil {
		t.Fatal(err)
	}
	if chunks := r.GetClean().GetChunks(); len(chunks) != 3 || chunks[2].GetSize() != 18 { // "The flood comes at noon." has six
		t.Errorf("in tokens: %v", chunks)
	}
	for reason, o := range map[string]*copydeskv1.ChunkOptions{
		"CHUNKS_TOO_SMALL":    copydeskv1.ChunkOptions_builder{MaxSize: 5}.Build(),
		"OVERLAP_TOO_LARGE":   copydeskv1.ChunkOptions_builder{MaxSize: 20, Overlap: 10}.Build(),
		"FEATURE_UNAVAILABLE": copydeskv1.ChunkOptions_builder{Unit: copydeskv1.ChunkUnit_CHUNK_UNIT_TOKENS, Tokenizer: "no_such"}.Build(),
	} {
		if _, err := ask(o); err == nil || !strings.Contains(err.Error(), "chunking") {
			t.Errorf("%s: %v", reason, err)
		}
	}
}
