package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestMarksOfMeasure holds the marks of inches, feet, minutes and decades apart from quotation marks.
func TestMarksOfMeasure(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][]string{
		`The board is 6" wide and 24" long, and the rope is 12" thick.`:                  nil,
		`He is 5'10" tall, and she is 6'1" tall in her boots.`:                           nil,
		`It lies at 51° 28' 40" N and 0° 0' 5" W of the wall.`:                           nil,
		`It was a 10″ gun with a 12″ barrel on the deck of a 30′ boat.`:                  nil,
		`The '90s and the '80s were the best years of the 'old wall' in the town.`:       nil,
		`The '90s were better than the '80s, he said, and '68 was the best year of all.`: nil,
		`Size: 8" x 10" prints. "We sell them all day," said Tom Ellery.`:                {"We sell them all day,"},
		`A 27" screen stood there. "Nobody looks at it," said Ann Bell, "not even me."`:  {"Nobody looks at it,", "not even me."},
	} {
		var got []string
		for _, q := range run(t, document(in)).Quotations {
			got = append(got, q.Text)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", in, diff)
		}
	}
}
