package service

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// everything asks for every feature that exists.
func everything() *copydeskv1.ProcessOptions {
	return copydeskv1.ProcessOptions_builder{
		Clean:   copydeskv1.CleanOptions_builder{Features: keys(cleanFeatureBits)}.Build(),
		Extract: copydeskv1.ExtractOptions_builder{Features: keys(extractFeatureBits)}.Build(),
		Score:   copydeskv1.ScoreOptions_builder{Features: keys(scoreFeatureBits)}.Build(),
	}.Build()
}

func keys[F ~int32, B any](m map[F]B) []F {
	var list []F
	for f := range m {
		list = append(list, f)
	}
	slices.Sort(list)
	return list
}

func quiet() *Service { return New(Options{Logger: slog.New(slog.DiscardHandler)}) }

// documents are texts and pages with much of everything that results hold, escapes in JSON included.
func documents() map[string]*copydeskv1.Document {
	story := "On Tuesday the mayor of Saltmarsh,\n\nRuth Adeyemi,\n\nsaid “the lamp” itâ€™s about 😀 would be lit \"again\" before \\ the winter.\n\n"
	facts := "“It works as it should,” said Lena Brandt of Acme Corp. on 3 May 2021. Write to lena@example.org or call +44 20 7946 0958.\n\n"
	texts := map[string]string{
		"empty":            "",
		"one letter":       "x",
		"story":            story + facts,
		"long":             strings.Repeat(story+facts, 40),
		"one-letter lines": strings.Repeat("x\n", 4000),
		"quotes":           strings.Repeat("\"\\\" \\\\ \"\n", 500),
		"mojibake":         strings.Repeat("cafÃ© \x01\x02 â€œitâ€\u009d ", 300),
		"names":            strings.Repeat("Ada Byron met Alan Turing in London. ", 400),
		"entities":         strings.Repeat("&#34;&#92;&amp;lt; ", 400),
		"spam":             strings.Repeat("* lorem ipsum { javascript\n", 300),
	}
	docs := map[string]*copydeskv1.Document{}
	for name, s := range texts {
		docs[name] = copydeskv1.Document_builder{Id: name, Text: &s}.Build()
		page := "<html><head><title>A \"title\"</title><meta name=author content='Ada Byron'></head><body><article><p>" +
			strings.ReplaceAll(s, "\n\n", "<p>") + "</article></body></html>"
		docs[name+" page"] = copydeskv1.Document_builder{Id: name, Html: &page}.Build()
	}
	return docs
}

// TestSizesAreNotUnderestimated compares what the budget counted with what protojson and protobuf write.
func TestSizesAreNotUnderestimated(t *testing.T) {
	t.Parallel()
	s := quiet()
	for name, doc := range documents() {
		p, err := s.newPlan(everything())
		if err != nil {
			t.Fatal(err)
		}
		const all = 1 << 30
		p.maxResult = all
		out, b := written(t, s, doc, p)
		size := jsonSize(t, out)
		counted := all - b.left // includes what is reserved
		if size > counted {
			t.Errorf("%s: %d bytes of JSON, %d counted", name, size, counted)
		}
		if counted > reservedBytes+2*size {
			t.Errorf("%s: %d bytes of JSON, but %d counted", name, size, counted)
		}
		if n := proto.Size(out); n > size {
			t.Errorf("%s: protobuf is larger (%d) than JSON (%d)", name, n, size)
		}
	}
}

func jsonSize(t *testing.T, m proto.Message) int {
	t.Helper()
	b, err := protojson.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return len(b)
}

// TestResultsAreBounded asks for everything: no result is larger than promised, and what is left out is counted.
func TestResultsAreBounded(t *testing.T) {
	t.Parallel()
	s := quiet()
	cut := 0
	for name, doc := range documents() {
		for _, limit := range []int{0, 16 << 10, 50_000} {
			o := everything()
			o.SetMaxResultBytes(int32(limit))
			p, err := s.newPlan(o)
			if err != nil {
				t.Fatal(err)
			}
			want := limit
			if want == 0 {
				want = 20*contentBytes(doc) + 65536
			}
			r, err := s.work(t.Context(), doc, p)
			if err != nil {
				if limit > 0 && strings.Contains(err.Error(), "does not fit") && 2*contentBytes(doc) > limit-reservedBytes {
					continue
				}
				t.Fatalf("%s: %v", name, err)
			}
			if n := jsonSize(t, r.message); n > want {
				t.Errorf("%s: %d bytes, %d allowed", name, n, want)
			}
			for _, list := range [][]*copydeskv1.Omission{
				r.message.GetClean().GetOmitted(), r.message.GetExtract().GetOmitted(), r.message.GetScore().GetOmitted(),
			} {
				cut += len(list)
				for _, o := range list {
					if o.GetCount() < 1 || o.GetField() == "" || o.GetCause() == 0 {
						t.Errorf("%s: %v", name, o)
					}
				}
			}
		}
	}
	if cut == 0 {
		t.Error("nothing was ever left out: the test tests nothing")
	}
}

// TestOmissionsAddUp compares a result that was cut with the whole: what is there is the beginning, and what is not is
// counted.
func TestOmissionsAddUp(t *testing.T) {
	t.Parallel()
	s := quiet()
	text := strings.Repeat("“It works as it should,” said Lena Brandt on 3 May 2021 to a friend of hers.\n\n", 200)
	doc := copydeskv1.Document_builder{Text: &text}.Build()
	run := func(limit int32) *copydeskv1.ProcessResult {
		o := everything()
		o.SetCleaning(copydeskv1.Cleaning_builder{Mode: copydeskv1.CleaningMode_CLEANING_MODE_NONE}.Build())
		o.SetMaxResultBytes(limit)
		p, err := s.newPlan(o)
		if err != nil {
			t.Fatal(err)
		}
		r, err := s.work(t.Context(), doc, p)
		if err != nil {
			t.Fatal(err)
		}
		return r.message
	}
	whole, cut := run(100<<20), run(60_000)
	omitted := func(list []*copydeskv1.Omission, field string) int {
		for _, o := range list {
			if o.GetField() == field {
				return int(o.GetCount())
			}
		}
		return 0
	}
	for field, n := range map[string][3]int{
		"dates":      {len(whole.GetExtract().GetDates()), len(cut.GetExtract().GetDates()), omitted(cut.GetExtract().GetOmitted(), "dates")},
		"quotations": {len(whole.GetExtract().GetQuotations()), len(cut.GetExtract().GetQuotations()), omitted(cut.GetExtract().GetOmitted(), "quotations")},
		"sentences":  {len(whole.GetExtract().GetSentences()), len(cut.GetExtract().GetSentences()), omitted(cut.GetExtract().GetOmitted(), "sentences")},
		"blocks":     {len(whole.GetClean().GetBlocks()), len(cut.GetClean().GetBlocks()), omitted(cut.GetClean().GetOmitted(), "blocks")},
		"lines":      {len(whole.GetScore().GetLines()), len(cut.GetScore().GetLines()), omitted(cut.GetScore().GetOmitted(), "lines")},
	} {
		if n[0] != n[1]+n[2] || n[2] == 0 && field == "sentences" {
			t.Errorf("%s: %d in all, %d given, %d omitted", field, n[0], n[1], n[2])
		}
	}
	if len(whole.GetExtract().GetOmitted()) > 0 {
		t.Errorf("the whole result lacks %v", whole.GetExtract().GetOmitted())
	}
}

// TestListLimits reaches the limit of one list, which is far above what documents of a test hold, by lowering it.
func TestListLimits(t *testing.T) {
	t.Parallel()
	p := &part{ctx: t.Context(), name: "extract", budget: &budget{1 << 30}}
	items := make([]int, listLimits["extract.entities.roles"]+5)
	got := fillSlice(p, "entities.roles", items, func(i int) (int, bool) { return i, true })
	if len(got) != 32 || len(p.omitted) != 1 || p.omitted[0].GetCount() != 5 ||
		p.omitted[0].GetCause() != copydeskv1.OmissionCause_OMISSION_CAUSE_LIST_LIMIT {
		t.Errorf("%d items, omitted %v", len(got), p.omitted)
	}
}

// written is work for one document, with the budget that is left.
func written(t *testing.T, s *Service, doc *copydeskv1.Document, p *plan) (*copydeskv1.ProcessResult, *budget) {
	t.Helper()
	w, err := s.begin(t.Context(), doc, p, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.write(t.Context()); err != nil {
		t.Fatal(err)
	}
	return w.out.message, w.budget
}

// TestContractStatesListLimits finds every list of results in the limits that Describe returns.
func TestContractStatesListLimits(t *testing.T) {
	t.Parallel()
	for _, l := range describeLists() {
		if l.GetMaxItems() < 1 {
			t.Errorf("%v", l)
		}
	}
	for _, part := range []proto.Message{&copydeskv1.CleanResult{}, &copydeskv1.ExtractResult{}, &copydeskv1.ScoreResult{}} {
		d := part.ProtoReflect().Descriptor()
		operation := strings.ToLower(strings.TrimSuffix(string(d.Name()), "Result"))
		for i := range d.Fields().Len() {
			f := d.Fields().Get(i)
			if !f.IsList() || f.Name() == "omitted" {
				continue
			}
			path := fmt.Sprintf("%s.%s", operation, f.Name())
			_, filled := listLimits[path]
			if exists := slices.Contains(capabilityNames(), path) || path == "clean.rules"; exists != filled {
				t.Errorf("%s: filled %v, in the limits %v", path, exists, filled)
			}
		}
	}
}

func capabilityNames() []string {
	var list []string
	for _, c := range capabilities() {
		list = append(list, c.GetName())
	}
	return list
}

// TestCapabilities holds that Describe names every feature that is served, with words, and no other.
func TestCapabilities(t *testing.T) {
	t.Parallel()
	features := map[string]bool{}
	for _, c := range capabilities() {
		if c.GetDescription() == "" {
			t.Errorf("%s has no description", c.GetName())
		}
		features[c.GetFeature()] = c.GetByDefault()
	}
	for name := range featureCapabilities() {
		if !slices.Contains(capabilityNames(), name) {
			t.Errorf("%s is served and not described", name)
		}
	}
	for _, f := range defaultExtractFeatures {
		if !features[f.String()] {
			t.Errorf("%v is not said to be a default", f)
		}
	}
	if features["SCORE_FEATURE_SIGNALS"] {
		t.Error("signals are said to be a default")
	}
}

// TestVersion holds that a version says which build it is.
func TestVersion(t *testing.T) {
	t.Parallel()
	if v := Version(); len(v) < 7 || v == "unknown" {
		t.Errorf("version is %q", v)
	}
}

// TestDeterministic repeats a request for everything: equal bytes, whatever was done in between.
func TestDeterministic(t *testing.T) {
	t.Parallel()
	s := quiet()
	docs := documents()
	p, err := s.newPlan(everything())
	if err != nil {
		t.Fatal(err)
	}
	first := map[string][]byte{}
	for range 2 {
		for name, doc := range docs {
			r, err := s.work(t.Context(), doc, p)
			if err != nil {
				t.Fatal(err)
			}
			b, err := proto.MarshalOptions{Deterministic: true}.Marshal(r.message)
			if err != nil {
				t.Fatal(err)
			}
			if first[name] == nil {
				first[name] = b
			} else if !bytes.Equal(first[name], b) {
				t.Errorf("%s differs", name)
			}
		}
	}
}

// TestStringBytes compares the size of strings with what protojson writes.
func TestStringBytes(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "a", "\"\\", "\x00\x1f\n\t\r\b\f", "é😀\u2028", "</script>&"} {
		b, err := protojson.Marshal(copydeskv1.CleanResult_builder{Text: s + "."}.Build())
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]json.RawMessage
		if err := json.Unmarshal(b, &m); err != nil {
			t.Fatal(err)
		}
		if got := stringBytes(s + "."); got != len(m["text"]) {
			t.Errorf("%q takes %d bytes, counted %d", s, len(m["text"]), got)
		}
	}
}
