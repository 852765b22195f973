package linked

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/copydesk/copydesk/internal/text"
)

// flat writes values as paths.
func flat(src string) []string {
	values, _ := appendValues(nil, src, text.Span{End: len(src)}, maxValues, text.NewPace(context.Background()))
	paths := make([]string, len(values))
	var out []string
	for i, v := range values {
		if v.Parent >= 0 {
			paths[i] = paths[v.Parent] + "/" + v.Key.Of(src)
		}
		if v.Type == String || v.Type == Literal {
			out = append(out, fmt.Sprintf("%s=%s", paths[i], Decode(v.Text.Of(src))))
		}
	}
	return out
}

func TestValues(t *testing.T) {
	t.Parallel()
	for in, want := range map[string][]string{
		`{"a":"b","c":[1,"d",{"e":null}]}`:      {"/a=b", "/c/=1", "/c/=d", "/c//e=null"},
		`{"a":"b",}`:                            {"/a=b"},
		`{"a":["b",],}`:                         {"/a/=b"},
		`{"a":"b" "c":"d"}`:                     {"/a=b", "/c=d"},
		"{\"a\":\"b\nc\"}":                      {"/a=b\nc"},
		`{"a":"he said "no" to it","c":"d"}`:    {`/a=he said "no" to it`, "/c=d"},
		`/* x */ {"a":"b"} // y`:                {"/a=b"},
		"//<![CDATA[\n{\"a\":\"b\"}\n//]]>":     {"/a=b"},
		`<!-- {"a":"b"} -->`:                    {"/a=b"},
		`{a:"b",c:d}`:                           {"/a=b", "/c=d"},
		`{"a":"b\"c\\ \u00e9 \ud83d\ude00 \/"}`: {`/a=b"c\ é 😀 /`},
		`{"a":"&amp;quot;x&amp;quot;"}`:         {`/a="x"`},
		`{"a":"b`:                               {"/a=b"},
		`]}]{"a":"b"}`:                          {"/a=b"},
		`window.x = {"a":"b"};`:                 {"/a=b"},
		``:                                      nil,
		`{"a"}`:                                 nil,
	} {
		if diff := cmp.Diff(want, flat(in)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", in, diff)
		}
	}
}

func FuzzValues(f *testing.F) {
	for _, s := range []string{`{"a":["b",{"c":1}]}`, `{"a":"b\`, `"\ud800\u`, "//", "/*", `{"a":"b"c"d"}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		values, err := appendValues(nil, s, text.Span{End: len(s)}, maxValues, text.NewPace(t.Context()))
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			inside := v.Text.Start >= 0 && v.Text.Start <= v.Text.End && v.Text.End <= len(s)
			if !inside || v.Parent >= int32(i) || int(v.End) <= i || int(v.End) > len(values) || v.Parent >= 0 && v.End > values[v.Parent].End {
				t.Fatalf("%q: value %d is %+v", s, i, v)
			}
			if d := Decode(v.Text.Of(s)); strings.ToValidUTF8(s, "") == s && strings.ToValidUTF8(d, "") != d {
				t.Fatalf("%q gives %q", s, d)
			}
		}
	})
}
