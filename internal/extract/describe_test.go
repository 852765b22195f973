package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/extract/speech"
)

// descriptionCases are texts and the descriptions of persons, bodies and papers in them, outside quotation marks.
var descriptionCases = map[string]struct {
	in   string
	want []string
}{
	"a noun and its verb":            {"The petition states “it is so.”", []string{"The petition"}},
	"a noun before a noun":           {"The court documents were lost.", []string{"The court documents"}},
	"an unknown verb":                {"The researchers extrapolated that it is so.", []string{"The researchers"}},
	"a participle after several":     {"He came with critics calling it late.", []string{"critics"}},
	"a participle before its noun":   {"The court gave its stated mission.", []string{"The court", "its stated mission"}},
	"that, before a clause":          {"He said that the pro-life activists and that critics came.", []string{"the pro-life activists", "critics"}},
	"that, pointing":                 {"That spokesman came.", []string{"That spokesman"}},
	"a determiner that speaks":       {"Another said it was late.", []string{"Another"}},
	"a determiner that does not":     {"Another was late.", nil},
	"after the verb":                 {"“It is late,” said one.", []string{"one"}},
	"several and a verb like a noun": {"Media economists call it late.", []string{"Media economists"}},
}

func TestDescriptions(t *testing.T) {
	t.Parallel()
	for name, tt := range descriptionCases {
		scene, _, err := SceneOf(t.Context(), document(tt.in))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range scene.Refs {
			if r.Kind == speech.Description && !r.Quoted {
				got = append(got, tt.in[r.Start:r.End])
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		scene.Release()
	}
}
