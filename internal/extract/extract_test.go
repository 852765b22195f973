package extract

import (
	"context"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/copydesk/copydesk/internal/text"
)

func document(s string) *text.Document {
	s = strings.ToValidUTF8(s, "?")
	d := &text.Document{Source: s, Clean: s, Provenance: text.Identity(len(s)), MediaType: "text/plain"}
	for _, p := range text.Paragraphs(s) {
		d.Blocks = append(d.Blocks, text.Block{Kind: text.Paragraph, Span: p})
	}
	return d
}

func run(t testing.TB, d *text.Document) *Facts {
	t.Helper()
	f, err := Run(context.Background(), d, Options{Features: All, PublishTime: time.Date(2021, 10, 18, 0, 0, 0, 0, time.UTC)})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestDates(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"on Monday": "2021-10-18", "in August,": "2021-08", "In February 2020, he": "2020-02",
		"18 October 2021": "2021-10-18", "October 18, 2021": "2021-10-18", "in 2021": "2021",
		"18.10.2021": "2021-10-18", "10/18/2021": "2021-10-18", "yesterday": "2021-10-17",
		"He may go": "", "3000 men": "", "31 February": "",
	} {
		got := ""
		if f := run(t, document(in)); len(f.Dates) > 0 {
			got = f.Dates[0].Value
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSeed(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../../shared/seeds/article.txt")
	if err != nil {
		t.Skip("the seed article is absent")
	}
	s := string(raw)
	for _, name := range []string{"Donald Trump’s", "Mike Pompeo,", "Abdul Ghani Baradar", "Tom West,"} {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\n\n"+name, " "+name), name+"\n\n", name+" ")
	}
	s = strings.ReplaceAll(s, "Zalmay Khalilzad,\n\n", "Zalmay Khalilzad, ")
	f := run(t, document(s))
	for _, e := range f.Entities {
		t.Log(e.Type, e.Name, len(e.Mentions))
	}
	for _, q := range f.Quotations {
		t.Logf("%+v %+v", q, q.Speaker)
	}
	for _, d := range f.Dates {
		t.Log(d.Text, d.Value)
	}
	t.Logf("%+v", f.Contacts)
	t.Logf("%+v", f.Metadata.Rights)
	have := map[string]EntityType{}
	for _, e := range f.Entities {
		have[e.Name] = e.Type
	}
	for name, want := range map[string]EntityType{
		"Zalmay Khalilzad": Person, "Donald Trump": Person, "Mike Pompeo": Person, "Abdul Ghani Baradar": Person,
		"Tom West": Person, "Taliban": Organization, "State Office": Organization, "Wall Avenue Journal": Organization,
		"Afghanistan": Location, "Iraq": Location, "Doha": Location, "Qatar": Location, "Kabul": Location,
	} {
		if have[name] != want {
			t.Errorf("%s: %d, want %d", name, have[name], want)
		}
	}
}

func FuzzRun(f *testing.F) {
	f.Add("“Well, I never,” said Mr. Jo van Dam @x [email protected] +1 202 555 0143 © 2021 İİ all rights")
	f.Fuzz(func(t *testing.T, s string) {
		d := document(s)
		a := run(t, d)
		for _, e := range a.Entities {
			for _, m := range e.Mentions {
				if m.Place.Clean.Of(d.Clean) != m.Text {
					t.Error("mention")
				}
			}
		}
		if !reflect.DeepEqual(a, run(t, document(s))) {
			t.Error("two runs differ")
		}
	})
}
