package dates

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFind(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"12. März 2020":                          "2020-03-12",
		"Veröffentlicht am 3. Jänner 2019":       "2019-01-03",
		"March 12th, 2020 at noon":               "2020-03-12",
		"Sept. 4, 2021":                          "2021-09-04",
		"le 1er août 2018":                       "2018-08-01",
		"12 de marzo de 2020":                    "2020-03-12",
		"5 września 2017":                        "2017-09-05",
		"14 января 2022 г.":                      "2022-01-14",
		"2020年3月12日":                             "2020-03-12",
		"2020. 3. 12.":                           "2020-03-12",
		"2020-03-12T10:30:00+02:00":              "2020-03-12T10:30:00+02:00",
		"2020-03-12 10:30":                       "2020-03-12T10:30:00",
		"2020/03/12 9:05 PM":                     "2020-03-12T21:05:00",
		"2020-03-12T10:30:00.123Z":               "2020-03-12T10:30:00Z",
		"12.03.2020":                             "2020-03-12",
		"12.3.20, 14:05 Uhr":                     "2020-03-12T14:05:00",
		"25/12/2019":                             "2019-12-25",
		"12-Mar-2020":                            "2020-03-12",
		"20200312":                               "2020-03-12",
		"Thu, 12 Mar 2020 08:00:00 +0000":        "2020-03-12T08:00:00+00:00",
		"31.02.2020":                             "",
		"call 030 12 34 56":                      "",
		"version 1.2.3.4":                        "",
		"192.168.10.20":                          "",
		"in March 2020":                          "",
		"the year 2020":                          "",
		"10:30 – 12:45":                          "",
		"12.03.1969":                             "",
		"first 99.99.2020 then 1.5.2020 at last": "2020-05-01",
	} {
		d, span, ok := Find(in, Style{})
		if diff := cmp.Diff(want, d.String()); diff != "" {
			t.Errorf("%q (-want +got):\n%s", in, diff)
		}
		if ok && (span.Start < 0 || span.End > len(in) || span.Empty()) {
			t.Errorf("%q: span %v", in, span)
		}
	}
}

// TestLanguage holds the language of a page to deciding which month a word names that is another one elsewhere.
func TestLanguage(t *testing.T) {
	t.Parallel()
	for language, want := range map[string]string{"": "2021-11-04", "pl": "2021-11-04", "hr": "2021-10-04", "hr-hr": "2021-10-04"} {
		if d, _, _ := Find("4. listopada 2021", Style{Language: language}); d.String() != want {
			t.Errorf("in %q: %v, want %s", language, d, want)
		}
	}
}

func TestOrder(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{"03/12/2020": "2020-03-12", "13/12/2020": "2020-12-13", "03.12.2020": "2020-12-03", "12/25/19": "2019-12-25"} {
		if d, _, _ := Find(in, Style{MonthFirst: true}); d.String() != want {
			t.Errorf("%q: %v, want %s", in, d, want)
		}
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"1583971200": "2020-03-12T00:00:00Z", "1583971200000": "2020-03-12T00:00:00Z", "20200312101500": "2020-03-12", "\t2020-03-12\n": "2020-03-12", "0000000000": "", "yesterday": "",
	} {
		if d, _ := Parse(in, Style{}); d.String() != want {
			t.Errorf("%q: %v, want %s", in, d, want)
		}
	}
}

func TestInPath(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"/2020/03/12/ferry-sinks": "2020-03-12", "/news/2020-3-2-ferry": "2020-03-02", "/a/20200312/b": "2020-03-12", "/id/12020031200/": "", "/2020/03/ferry": "", "/": "", "/news/29-10-2021": "2021-10-29",
	} {
		if d, _ := InPath(in, Style{}); d.String() != want {
			t.Errorf("%q: %v, want %s", in, d, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"12. März 2020", "2020-03-12T10:30:00+02:00", "Ⱥ12 Ⱥ 2020", "12年", "\xff12 mar"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, span, ok := Find(s, Style{})
		if ok != !d.IsZero() || span.Start < 0 || span.End > len(s) || ok && span.Empty() {
			t.Fatalf("%q: %v %v %v", s, d, span, ok)
		}
		again, _, _ := Find(s, Style{})
		if again != d {
			t.Fatalf("%q: %v, then %v", s, d, again)
		}
	})
}
