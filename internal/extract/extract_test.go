package extract

import (
	"context"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

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

// TestArticle holds everything that is read out of one article.
func TestArticle(t *testing.T) {
	t.Parallel()
	article, err := os.ReadFile("testdata/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	f := run(t, document(string(article)))
	entities := map[string]string{}
	for _, e := range f.Entities {
		var mentions []string
		for _, m := range e.Mentions {
			mentions = append(mentions, m.Text+forms[m.Kind])
		}
		for _, r := range e.Roles {
			mentions = append(mentions, r.Text+" (role)")
		}
		entities[e.Name] = typeNames[e.Type] + ": " + strings.Join(mentions, ", ")
	}
	want := map[string]string{
		"Kestrel Bay":              "place: Kestrel Bay",
		"Saltmarsh":                "place: Saltmarsh, Saltmarsh",
		"Daniel Okafor":            "person: Daniel Okafor, he (pronoun), Okafor (title)",
		"Ruth Adeyemi":             "person: Ruth Adeyemi, the mayor of Saltmarsh (description), she (pronoun), Adeyemi, mayor of Saltmarsh (role)",
		"Coastal Transport Agency": "body: Coastal Transport Agency, Agency",
		"Lisbon":                   "place: Lisbon",
		"Larch Courier":            "body: Larch Courier",
		"Ines Vidal":               "person: Ines Vidal",
	}
	if diff := cmp.Diff(want, entities); diff != "" {
		t.Errorf("entities (-want +got):\n%s", diff)
	}
	var quotations [][3]string
	for _, q := range f.Quotations {
		row := [3]string{q.Text, q.CueVerb}
		if q.Speaker != nil {
			row[2] = q.Speaker.Text + " = " + q.Speaker.Name
		}
		quotations = append(quotations, row)
	}
	if diff := cmp.Diff([][3]string{
		{"We have never lost a passenger,", "said", "he = Daniel Okafor"},
		{"and we do not mean to begin now.", "said", "he = Daniel Okafor"},
		{"The town cannot live on one ship,", "told", "she = Ruth Adeyemi"},
		{"The request is being looked at with great care.", "wrote", "A spokesman for the Agency = "},
	}, quotations); diff != "" {
		t.Errorf("quotations (-want +got):\n%s", diff)
	}
	dates := map[string]string{}
	for _, d := range f.Dates {
		dates[d.Text] = d.Value
	}
	if diff := cmp.Diff(map[string]string{
		"Monday": "2021-10-18", "February 2019": "2019-02", "last week": "2021-W41", "August": "2021-08",
	}, dates); diff != "" {
		t.Errorf("dates (-want +got):\n%s", diff)
	}
	if len(f.Contacts) != 1 || f.Contacts[0].Value != "ines.vidal@courier.example" || f.Contacts[0].Name != "Ines Vidal" {
		t.Errorf("contacts %+v", f.Contacts)
	}
	if len(f.Sentences) != 10 {
		t.Errorf("%d sentences", len(f.Sentences))
	}
}

// forms mark mentions that are not by the name alone.
var forms = map[MentionKind]string{ByTitle: " (title)", ByPronoun: " (pronoun)", ByDescription: " (description)"}

var typeNames = map[EntityType]string{Person: "person", Organization: "body", Location: "place", Other: "other"}

// TestSurnames ties a surname to the person that is meant, or to nobody.
func TestSurnames(t *testing.T) {
	t.Parallel()
	const apart = "\n\n"
	for name, tt := range map[string]struct {
		in   string
		want string // the entity of the last mention
	}{
		"after the full name":            {"Daniel Okafor came. Okafor spoke.", "Daniel Okafor"},
		"before the full name":           {"Okafor came. Then Daniel Okafor spoke.", "Daniel Okafor"},
		"in a later paragraph":           {"Daniel Okafor came." + apart + "Mr. Okafor spoke.", "Daniel Okafor"},
		"two, one of them just named":    {"Ruth Okafor came. Daniel Okafor came. Okafor spoke.", "Daniel Okafor"},
		"two, none in the paragraph":     {"Ruth Okafor and Daniel Okafor came." + apart + "Okafor spoke.", "Okafor"},
		"two, of whom one is a man":      {"Ruth Okafor and Daniel Okafor came." + apart + "Mr. Okafor spoke.", "Daniel Okafor"},
		"two, one of them named more":    {"Ruth Okafor ran. Okafor won. Ruth Okafor told Daniel Okafor." + apart + "Okafor smiled.", "Ruth Okafor"},
		"the other comes later":          {"Ruth Okafor ran." + apart + "Okafor won." + apart + "Ruth Okafor is the wife of Daniel Okafor.", "Daniel Okafor"},
		"none who fits the title":        {"Ruth Okafor ran." + apart + "Mr. Okafor cheered and Okafor laughed.", "Okafor"},
		"in capitals":                    {"OKAFOR WINS AGAIN" + apart + "Ruth Okafor won. OKAFOR spoke.", "Ruth Okafor"},
		"a forename with a title":        {"Ruth Okafor came." + apart + "Mrs. Ruth spoke.", "Ruth Okafor"},
		"two, one in the paragraph":      {"Ruth Okafor came." + apart + "Daniel Okafor sat. Okafor spoke.", "Daniel Okafor"},
		"the second is not named so far": {"Ruth Okafor came. Okafor spoke." + apart + "Daniel Okafor sat. So Okafor stood.", "Daniel Okafor"},
	} {
		got, last := "", -1
		f, err := Run(t.Context(), document(tt.in), Options{Features: Entities})
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range f.Entities {
			if at := e.Mentions[len(e.Mentions)-1].Place.Clean.Start; at > last {
				got, last = e.Name, at
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

// checkQuotations fails if a quotation or a speaker is not what stands at its place, or a probability is none.
func checkQuotations(t *testing.T, d *text.Document, all []Quotation) {
	t.Helper()
	for i, q := range all {
		if q.Place.Clean.Of(d.Clean) != q.Text || q.Continues >= i || q.Confidence < 0 || q.Confidence > 1 {
			t.Errorf("quotation %+v", q)
		}
		if s := q.Speaker; s != nil && (s.Place.Clean.Of(d.Clean) != s.Text || s.Place.Source.Of(d.Source) != s.Text) {
			t.Errorf("speaker %+v", *s)
		}
	}
}

// TestWideCharacters puts characters of several bytes and combining marks around and into names and quotations.
func TestWideCharacters(t *testing.T) {
	t.Parallel()
	for _, wide := range []string{"🙂", "e\u0301", "İ", "\u200d", "日本", "ﬁ"} {
		in := wide + " Daniel " + wide + "Okafor, the mayor of Salt" + wide + "marsh, came. “The lamp" + wide + " is “sound” now" + wide + ",” he said" + wide + ". “" + wide + "”"
		d := document(in)
		f := run(t, d)
		checkQuotations(t, d, f.Quotations)
		if len(f.Quotations) == 0 {
			t.Errorf("%q: no quotation", in)
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
			for _, r := range e.Roles {
				if r.Place.Clean.Of(d.Clean) != r.Text {
					t.Error("role")
				}
			}
		}
		checkQuotations(t, d, a.Quotations)
		if !reflect.DeepEqual(a, run(t, document(s))) {
			t.Error("two runs differ")
		}
	})
}
