package vectors_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/train/vectors"
)

// TestMatrix reads the same numbers by rows and by columns.
func TestMatrix(t *testing.T) {
	t.Parallel()
	matrix := func(order string, numbers ...byte) []byte {
		head := append([]byte("\x93NUMPY\x01\x00v\x00{'descr': '<f4', 'fortran_order': "+order+", 'shape': (2, 3), }"), bytes.Repeat([]byte{' '}, 128)...)[:128]
		for _, n := range numbers {
			head = append(head, 0, 0, n, 0x40)
		}
		return head
	}
	want := [][]float32{{2, 4, 6}, {3, 5, 7}}
	for order, numbers := range map[string][]byte{
		"False": {0x00, 0x80, 0xc0, 0x40, 0xa0, 0xe0},
		"True":  {0x00, 0x40, 0x80, 0xa0, 0xc0, 0xe0},
	} {
		got, err := vectors.Matrix(matrix(order, numbers...))
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", order, err, diff)
		}
	}
	if _, err := vectors.Matrix(matrix("False", 1, 2)); err == nil {
		t.Error("too few numbers: no error")
	}
}
