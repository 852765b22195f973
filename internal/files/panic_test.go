package files_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/copydesk/copydesk/internal/files"
)

// TestPanicOfCaller lets a panic of the caller through: it is not a fault of the file.
func TestPanicOfCaller(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "in.parquet")
	if err := os.WriteFile(path, parquetFile(t, []gone{{ID: "a", Text: new("Tea.")}}), 0o600); err != nil {
		t.Fatal(err)
	}
	var s files.Sources
	found, err := s.List(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("the panic is gone")
		}
	}()
	_ = found[0].Each(t.Context(), files.Columns{}, func(files.Entry) bool { panic("of the caller") })
}
