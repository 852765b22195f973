package e2e_test

import (
	stdcmp "cmp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"google.golang.org/protobuf/types/known/timestamppb"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// processSeed runs all three operations on the seed article.
func processSeed(t *testing.T) (string, *copydeskv1.ProcessResult) {
	t.Helper()
	source := seed(t)
	doc := textDocument("seed", source)
	doc.SetPublishTime(timestamppb.New(time.Date(2021, 10, 18, 0, 0, 0, 0, time.UTC)))
	resp, err := start(t, testOptions()).Process(t.Context(), copydeskv1.ProcessRequest_builder{
		Documents: []*copydeskv1.Document{doc},
		Options: copydeskv1.ProcessOptions_builder{
			Clean: everyCleanFeature(), Extract: new(copydeskv1.ExtractOptions), Score: new(copydeskv1.ScoreOptions),
		}.Build(),
	}.Build())
	if err != nil {
		t.Fatal(err)
	}
	return source, resp.GetResults()[0]
}

func TestSeedIsCleaned(t *testing.T) {
	t.Parallel()
	source, r := processSeed(t)
	paragraphs := strings.Split(r.GetClean().GetText(), "\n\n")
	if len(paragraphs) != 11 {
		t.Fatalf("got %d paragraphs, want a headline and ten:\n%s", len(paragraphs), r.GetClean().GetText())
	}
	var starts []string
	for _, p := range paragraphs {
		starts = append(starts, strings.Join(strings.Fields(p)[:3], " "))
	}
	want := []string{
		"U.S. Afghan Envoy", "Zalmay Khalilzad, the", "Mr. Khalilzad, who", "“The good reasons", "In February 2020,",
		"Taliban prisoners have", "Mr. Khalilzad all", "The Biden administration", "But as U.S.", "Mr. Khalilzad ongoing",
		"Mr. Khalilzad’s deputy,",
	}
	if diff := cmp.Diff(want, starts); diff != "" {
		t.Errorf("paragraphs begin otherwise (-want +got):\n%s", diff)
	}
	for _, gone := range []string{"[email", "Copyright", "87990cbe", "Generate to"} {
		if strings.Contains(r.GetClean().GetText(), gone) {
			t.Errorf("the clean text still holds %q", gone)
		}
	}
	checkReplay(t, source, r.GetClean())
}

func TestSeedFacts(t *testing.T) {
	t.Parallel()
	source, r := processSeed(t)
	x := r.GetExtract()
	var persons []string
	for _, e := range x.GetEntities() {
		if e.GetType() == copydeskv1.EntityType_ENTITY_TYPE_PERSON {
			persons = append(persons, e.GetName())
		}
		for _, m := range e.GetMentions() {
			checkSpan(t, source, r.GetClean().GetText(), m.GetSpan(), m.GetText())
		}
	}
	for _, want := range []string{"Zalmay Khalilzad", "Donald Trump", "Mike Pompeo", "Abdul Ghani Baradar", "Tom West"} {
		if !slices.Contains(persons, want) {
			t.Errorf("%s is not among the persons %q", want, persons)
		}
	}
	if slices.Contains(persons, "Khalilzad") {
		t.Error("Mr. Khalilzad was not recognised as Zalmay Khalilzad")
	}
	dates := map[string]string{}
	for _, d := range x.GetDates() {
		dates[d.GetText()] = d.GetValue()
		checkSpan(t, source, r.GetClean().GetText(), d.GetSpan(), d.GetText())
	}
	want := map[string]string{"February 2020": "2020-02", "Monday": "2021-10-18", "August": "2021-08"}
	for text, value := range want {
		if dates[text] != value {
			t.Errorf("date %q has value %q, want %q", text, dates[text], value)
		}
	}
	checkSeedQuotations(t, source, r)
	checkSeedTail(t, source, x)
}

func checkSeedQuotations(t *testing.T, source string, r *copydeskv1.ProcessResult) {
	t.Helper()
	found := 0
	for _, q := range r.GetExtract().GetQuotations() {
		checkSpan(t, source, r.GetClean().GetText(), q.GetSpan(), q.GetText())
		for _, start := range []string{"the political arrangement", "The good reasons", "It is regrettable"} {
			if strings.HasPrefix(q.GetText(), start) {
				found++
				if q.GetSpeaker().GetName() != "Zalmay Khalilzad" {
					t.Errorf("%q is given to %q", start, q.GetSpeaker().GetName())
				}
			}
		}
	}
	if found != 3 {
		t.Errorf("found %d of the three quotations: %v", found, r.GetExtract().GetQuotations())
	}
}

// checkSeedTail looks for what the dropped lines say; it has a place in the source only.
func checkSeedTail(t *testing.T, source string, x *copydeskv1.ExtractResult) {
	t.Helper()
	rights := x.GetMetadata().GetRights()
	if len(rights) != 1 || rights[0].GetHolder() != "Dow Jones & Firm, Inc." || !slices.Equal(rights[0].GetYears(), []int32{2021}) {
		t.Fatalf("rights are %v", rights)
	}
	if rights[0].GetSpan().GetClean() != nil {
		t.Error("the dropped rights line has a place in the clean text")
	}
	s := rights[0].GetSpan().GetSource()
	if got := source[s.GetStart():s.GetEnd()]; !strings.Contains(got, "Dow Jones & Firm, Inc.") {
		t.Errorf("the rights line is at %q", got)
	}
	if got := x.GetMetadata().GetAuthors(); !slices.Equal(got, []string{"Vivian Salama"}) {
		t.Errorf("authors are %q", got)
	}
	if len(x.GetContacts()) != 1 || x.GetContacts()[0].GetName() != "Vivian Salama" {
		t.Errorf("contacts are %v", x.GetContacts())
	}
}

// TestSeedPassesEveryProfile shows what the filters do not see: the text is machine-spun. The one that rejects it takes blank
// lines between paragraphs for repetition, and RedPajama-V2 has no thresholds.
func TestSeedPassesEveryProfile(t *testing.T) {
	t.Parallel()
	_, r := processSeed(t)
	want := map[string]copydeskv1.Verdict{
		"dolma-gopher-v1": copydeskv1.Verdict_VERDICT_REJECT,
		"redpajama-v2":    copydeskv1.Verdict_VERDICT_NOT_APPLICABLE,
	}
	if len(r.GetScore().GetProfiles()) < 10 {
		t.Fatalf("only %d profiles", len(r.GetScore().GetProfiles()))
	}
	for _, p := range r.GetScore().GetProfiles() {
		if p.GetVerdict() != stdcmp.Or(want[p.GetName()], copydeskv1.Verdict_VERDICT_KEEP) {
			t.Errorf("%s: %v %v", p.GetName(), p.GetVerdict(), p.GetFailures())
		}
	}
}

// TestSeedIsSpun shows what the filters do not see, with phrases and what they most likely were.
func TestSeedIsSpun(t *testing.T) {
	t.Parallel()
	r := score(t, seed(t), copydeskv1.ScoreOptions_builder{
		Features: []copydeskv1.ScoreFeature{copydeskv1.ScoreFeature_SCORE_FEATURE_SPUN},
	}.Build()).GetSpun()
	if r.GetProbability() < .9 {
		t.Errorf("the probability is %.3f", r.GetProbability())
	}
	for phrase, original := range map[string]string{"Wall Avenue Journal": "Wall Street Journal", "electricity-sharing": "power-sharing"} {
		if !slices.ContainsFunc(r.GetFindings(), func(f *copydeskv1.SpunFinding) bool {
			return strings.Contains(f.GetText(), phrase) && strings.Contains(f.GetExpected(), original)
		}) {
			t.Errorf("%q is not found for %q: %v", phrase, original, r.GetFindings())
		}
	}
}

// checkReplay holds the contract of segments: they cover both texts and replay to the clean text.
func checkReplay(t *testing.T, source string, r *copydeskv1.CleanResult) {
	t.Helper()
	var b strings.Builder
	at := int32(0)
	for _, s := range r.GetSegments() {
		if s.GetSource().GetStart() != at || int(s.GetClean().GetStart()) != b.Len() {
			t.Fatalf("segment %v leaves a gap at %d, %d", s, at, b.Len())
		}
		at = s.GetSource().GetEnd()
		if s.GetRule() == "" {
			b.WriteString(source[s.GetSource().GetStart():at])
		} else {
			b.WriteString(s.GetText())
		}
	}
	if int(at) != len(source) {
		t.Errorf("segments end at %d of %d bytes", at, len(source))
	}
	if diff := cmp.Diff(r.GetText(), b.String()); diff != "" {
		t.Errorf("replay differs (-text +replayed):\n%s", diff)
	}
}

// checkSpan fails unless a span holds the text in the clean text and, where it is unchanged, in the source.
func checkSpan(t *testing.T, source, clean string, s *copydeskv1.TextSpan, text string) {
	t.Helper()
	if got := clean[s.GetClean().GetStart():s.GetClean().GetEnd()]; got != text {
		t.Errorf("clean span holds %q, want %q", got, text)
	}
	if got := strings.Join(strings.Fields(source[s.GetSource().GetStart():s.GetSource().GetEnd()]), " "); got != text {
		t.Errorf("source span holds %q, want %q", got, text)
	}
}
