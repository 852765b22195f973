package fnv_test

import (
	std "hash/fnv"
	"testing"

	"github.com/copydesk/copydesk/internal/fnv"
)

// TestStandard compares with the standard library, which has the reference's test vectors.
func TestStandard(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "a", "foobar", "Übergröße\x00\xff"} {
		h32, h64 := std.New32a(), std.New64a()
		_, _ = h32.Write([]byte(s))
		_, _ = h64.Write([]byte(s))
		if got := fnv.String32(fnv.Start32, s); got != h32.Sum32() {
			t.Errorf("%q: 32 bits %#x, want %#x", s, got, h32.Sum32())
		}
		if got := fnv.String64(fnv.Start64, s); got != h64.Sum64() {
			t.Errorf("%q: 64 bits %#x, want %#x", s, got, h64.Sum64())
		}
	}
}
