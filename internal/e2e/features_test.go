package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"google.golang.org/grpc/codes"
	"google.golang.org/protobuf/reflect/protoreflect"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// rich has something for every feature to find.
const rich = `<html><head><title>Boat found - Kestrel Bay Courier</title><meta name="author" content="Lena Brandt"></head><body><article>
<h1>Boat found at northern reef</h1>
<p>The harbour of Saltmarsh was quiet that evening, and <a href="/quay">nobody on the quay</a> had seen the boat leave before the fog came in.</p>
<p>“It came without a light,” said Ruth Adeyemi, the mayor of Saltmarsh, on 3 May 2021. Write to ruth@saltmarsh.example with what you know.</p>
<p>By morning the storm had passed, and two fishermen found the hull near the northern reef with its lamp still burning.</p>
</article></body></html>`

// TestEveryFeature asks for each value of the feature enums alone, over gRPC and JSON: it is served and fills its field, or
// it is refused by name. Nothing is ever an empty OK.
func TestEveryFeature(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	url := gateway(t, h)
	described, err := h.Describe(t.Context(), &copydeskv1.DescribeRequest{})
	if err != nil {
		t.Fatal(err)
	}
	served := map[string]string{}
	for _, c := range described.GetCapabilities() {
		served[c.GetFeature()] = c.GetName()
	}
	for operation, enum := range map[string]protoreflect.Enum{
		"clean": copydeskv1.CleanFeature(0), "extract": copydeskv1.ExtractFeature(0), "score": copydeskv1.ScoreFeature(0),
	} {
		values := enum.Descriptor().Values()
		for i := 1; i < values.Len(); i++ {
			name := string(values.Get(i).Name())
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				features := `"` + name + `"`
				if needed := map[string]string{
					"SCORE_FEATURE_SPANS": "SCORE_FEATURE_PROFILES", "SCORE_FEATURE_REMOVALS": "SCORE_FEATURE_PROFILES",
					"SCORE_FEATURE_EDITED_TEXTS":         "SCORE_FEATURE_PROFILES",
					"SCORE_FEATURE_PARAGRAPH_PERPLEXITY": "SCORE_FEATURE_PERPLEXITY",
					"SCORE_FEATURE_LINE_PERPLEXITY":      "SCORE_FEATURE_PERPLEXITY",
					"SCORE_FEATURE_TOKEN_PROBABILITIES":  "SCORE_FEATURE_PERPLEXITY",
				}[name]; needed != "" {
					features += `,"` + needed + `"`
				}
				html, _ := json.Marshal(rich)
				status, body := post(t, url+"/v1/documents:"+operation, fmt.Sprintf(`{"document":{"html":%s},"options":{"features":[%s]}}`, html, features))
				path, ok := served[name]
				if !ok {
					if status != 501 || !strings.Contains(string(body), `"feature":"`+name+`"`) {
						t.Errorf("not described, but answered %d: %.300s", status, body)
					}
					return
				}
				field := jsonName(path[strings.LastIndex(path, ".")+1:])
				if other := fieldOf[name]; other != "" {
					field = other
				}
				if status != 200 || !strings.Contains(string(body), `"`+field+`":`) && !rarely[name] {
					t.Errorf("status %d, no %s in %.600s", status, field, body)
				}
			})
		}
	}
}

// fieldOf are the fields of features that are not named for them.
var fieldOf = map[string]string{"EXTRACT_FEATURE_REFERENCES": "mentions"}

// rarely are features that find nothing in the page.
var rarely = map[string]bool{"SCORE_FEATURE_REMOVALS": true, "SCORE_FEATURE_EDITED_TEXTS": true}

func jsonName(name string) string {
	parts := strings.Split(name, "_")
	for i := 1; i < len(parts); i++ {
		parts[i] = strings.ToUpper(parts[i][:1]) + parts[i][1:]
	}
	return strings.Join(parts, "")
}

// TestFeatureUnavailable reads the refusal over gRPC, in each request that has options.
func TestFeatureUnavailable(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	phrases := copydeskv1.ExtractOptions_builder{Features: []copydeskv1.ExtractFeature{
		copydeskv1.ExtractFeature_EXTRACT_FEATURE_DATES, copydeskv1.ExtractFeature_EXTRACT_FEATURE_KEYPHRASES,
	}}.Build()
	doc := textDocument("", "text")
	_, err := h.Extract(t.Context(), copydeskv1.ExtractRequest_builder{Document: doc, Options: phrases}.Build())
	got := wantFault(t, err, codes.Unimplemented, "FEATURE_UNAVAILABLE")
	if got["feature"] != "EXTRACT_FEATURE_KEYPHRASES" || got["field"] != "options.features[1]" {
		t.Errorf("metadata is %v", got)
	}
	_, err = h.Process(t.Context(), copydeskv1.ProcessRequest_builder{
		Documents: []*copydeskv1.Document{doc}, Options: copydeskv1.ProcessOptions_builder{Extract: phrases}.Build(),
	}.Build())
	if got := wantFault(t, err, codes.Unimplemented, "FEATURE_UNAVAILABLE"); got["field"] != "options.extract.features[1]" {
		t.Errorf("metadata is %v", got)
	}
	stream := openStream(t.Context(), t, h, copydeskv1.StreamStart_builder{
		Options: copydeskv1.ProcessOptions_builder{Extract: phrases}.Build(),
	}.Build())
	_, err = stream.Recv()
	if got := wantFault(t, err, codes.Unimplemented, "FEATURE_UNAVAILABLE"); got["field"] != "start.options.extract.features[1]" {
		t.Errorf("metadata is %v", got)
	}
}

// TestUnavailableOptions asks for what the contract has room for and this server does not do.
func TestUnavailableOptions(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	for field, cleaning := range map[string]copydeskv1.Cleaning_builder{
		"cleaning.redaction": {Redaction: copydeskv1.RedactionOptions_builder{
			Mode: copydeskv1.RedactionMode_REDACTION_MODE_HASH, Key: []byte("sixteen bytes or"),
		}.Build()},
	} {
		_, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: textDocument("", "text"), Cleaning: cleaning.Build()}.Build())
		if got := wantFault(t, err, codes.Unimplemented, "FEATURE_UNAVAILABLE"); got["field"] != field {
			t.Errorf("%s: metadata is %v", field, got)
		}
	}
}

// TestNothingIsLogged sends a key and a text through both ports, in requests that are answered and that are refused: neither
// comes up in the log.
func TestNothingIsLogged(t *testing.T) {
	t.Parallel()
	var log lockedBuffer
	o := testOptions()
	o.Logger = slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug}))
	h := start(t, o)
	url := gateway(t, h)
	req := copydeskv1.CleanRequest_builder{Document: textDocument(secret, secret+" text"), Cleaning: copydeskv1.Cleaning_builder{
		Redaction: copydeskv1.RedactionOptions_builder{
			Mode: copydeskv1.RedactionMode_REDACTION_MODE_HASH, Key: []byte(secret),
		}.Build(),
	}.Build()}.Build()
	_, err := h.Clean(t.Context(), req)
	wantFault(t, err, codes.Unimplemented, "FEATURE_UNAVAILABLE")
	req.GetCleaning().ClearRedaction()
	if _, err := h.Clean(t.Context(), req); err != nil {
		t.Fatal(err)
	}
	post(t, url+"/v1/documents:clean", `{"document":{"text":"`+secret+`"}}`)
	post(t, url+"/v1/documents:clean", `{"document":{"`+secret+`":1}}`)
	post(t, url+"/v1/documents:clean?"+secret+"=1", `{}`)
	h.server.GracefulStop()
	if s := log.String(); strings.Contains(s, secret) || !strings.Contains(s, "Clean") {
		t.Errorf("the log is %s", s)
	}
}

// lockedBuffer is a buffer for several goroutines.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// TestFeatureMissing gives options and features that have no effect without another feature.
func TestFeatureMissing(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	doc := textDocument("", "text")
	clean := map[string]copydeskv1.CleanOptions_builder{
		"options.include_images": {IncludeImages: true},
		"options.exclude_links":  {ExcludeLinks: true},
		"options.chunking":       {Chunking: &copydeskv1.ChunkOptions{}},
	}
	for field, o := range clean {
		_, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: doc, Options: o.Build()}.Build())
		if got := wantFault(t, err, codes.InvalidArgument, "FEATURE_MISSING"); got["field"] != field || got["feature"] == "" {
			t.Errorf("%s: metadata is %v", field, got)
		}
	}
	features := func(list ...copydeskv1.ScoreFeature) []copydeskv1.ScoreFeature { return list }
	score := map[string]copydeskv1.ScoreOptions_builder{
		"options.signals":  {Signals: []string{"nemo."}},
		"options.profiles": {Profiles: []string{"fineweb"}, Features: features(copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS)},
		"options.custom_profiles": {
			CustomProfiles: []*copydeskv1.Profile{copydeskv1.Profile_builder{Name: "x", Rules: []*copydeskv1.ProfileRule{
				copydeskv1.ProfileRule_builder{Rule: "r", Signal: "nemo.word_count", RejectIf: copydeskv1.RejectIf_REJECT_IF_BELOW}.Build(),
			}}.Build()},
			Features: features(copydeskv1.ScoreFeature_SCORE_FEATURE_SIGNALS),
		},
		"options.features": {Features: features(copydeskv1.ScoreFeature_SCORE_FEATURE_REMOVALS)},
	}
	for field, o := range score {
		_, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{Document: doc, Options: o.Build()}.Build())
		if got := wantFault(t, err, codes.InvalidArgument, "FEATURE_MISSING"); got["field"] != field || got["feature"] == "" {
			t.Errorf("%s: metadata is %v", field, got)
		}
	}
}

// TestDefaults lists what each operation returns when nothing is asked for: no more, no less.
func TestDefaults(t *testing.T) {
	t.Parallel()
	h := start(t, testOptions())
	doc := copydeskv1.Document_builder{Html: new(rich)}.Build()
	clean, err := h.Clean(t.Context(), copydeskv1.CleanRequest_builder{Document: doc}.Build())
	if err != nil {
		t.Fatal(err)
	}
	extract, err := h.Extract(t.Context(), copydeskv1.ExtractRequest_builder{Document: doc}.Build())
	if err != nil {
		t.Fatal(err)
	}
	score, err := h.Score(t.Context(), copydeskv1.ScoreRequest_builder{Document: doc}.Build())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		message protoreflect.ProtoMessage
		want    []string
	}{
		{clean.GetClean(), []string{"text", "metadata", "media_type", "page", "content_confidence", "rules"}},
		{extract.GetExtract(), []string{"metadata", "entities", "quotations", "dates", "contacts"}},
		{score.GetScore(), []string{"languages", "profiles"}},
	} {
		var got []string
		tt.message.ProtoReflect().Range(func(f protoreflect.FieldDescriptor, _ protoreflect.Value) bool {
			got = append(got, string(f.Name()))
			return true
		})
		slices.Sort(got)
		slices.Sort(tt.want)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s has %v, want %v", tt.message.ProtoReflect().Descriptor().Name(), got, tt.want)
		}
	}
	if clean.GetClean().GetMetadata().GetEvidence() != nil || extract.GetExtract().GetMetadata().GetEvidence() != nil {
		t.Error("evidence was not asked for")
	}
}
