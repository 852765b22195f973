package e2e_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
	"google.golang.org/genproto/googleapis/api/annotations"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// schema is what the test reads of a schema.
type schema struct {
	Ref        string            `yaml:"$ref"`
	AllOf      []schema          `yaml:"allOf"` //nolint:tagliatelle // OpenAPI's own
	Properties map[string]schema `yaml:"properties"`
	Items      *schema           `yaml:"items"`
	Additional any               `yaml:"additionalProperties"` //nolint:tagliatelle // OpenAPI's own
}

type openAPI struct {
	OpenAPI    string                               `yaml:"openapi"`
	Paths      map[string]map[string]map[string]any `yaml:"paths"`
	Components struct {
		Schemas map[string]schema `yaml:"schemas"`
	} `yaml:"components"`
}

func (o openAPI) resolve(s schema) schema {
	if len(s.AllOf) == 1 {
		s = s.AllOf[0]
	}
	if name, ok := strings.CutPrefix(s.Ref, "#/components/schemas/"); ok {
		return o.Components.Schemas[name]
	}
	return s
}

// TestOpenAPI holds that the description that is served has every path of the contract, and every field of a full answer.
func TestOpenAPI(t *testing.T) {
	t.Parallel()
	url := gateway(t, start(t, testOptions()))
	code, body := get(t, url+"/openapi.yaml")
	var o openAPI
	if err := yaml.Unmarshal(body, &o); err != nil || code != http.StatusOK || !strings.HasPrefix(o.OpenAPI, "3.") {
		t.Fatalf("status %d, version %q: %v", code, o.OpenAPI, err)
	}
	methods := copydeskv1.File_copydesk_v1_text_service_proto.Services().Get(0).Methods()
	paths := 0
	for i := range methods.Len() {
		verb, path := restPath(methods.Get(i))
		if path == "" {
			continue
		}
		paths++
		if o.Paths[path][verb] == nil {
			t.Errorf("%s %s is missing", verb, path)
		}
	}
	if paths == 0 || paths != len(o.Paths) {
		t.Errorf("%d paths, the contract has %d", len(o.Paths), paths)
	}
	_, answer := post(t, url+"/v1/documents:process", `{"documents":[{"id":"a","html":"<h1>Tea</h1><p>Mr. John Smith said on 3 May 2021: “Tea is <a href=\"/x\">good</a>.”"},{}],
		"options":{"clean":{"features":["CLEAN_FEATURE_MARKDOWN","CLEAN_FEATURE_SEGMENTS","CLEAN_FEATURE_BLOCKS","CLEAN_FEATURE_METADATA"]},"extract":{},"score":{"features":["SCORE_FEATURE_PROFILES","SCORE_FEATURE_SIGNALS"]}}}`)
	var value any
	if err := json.Unmarshal(answer, &value); err != nil {
		t.Fatal(err)
	}
	o.check(t, "ProcessResponse", value, o.Components.Schemas["ProcessResponse"])
}

// check reports fields of value that s does not have.
func (o openAPI) check(t *testing.T, at string, value any, s schema) {
	t.Helper()
	s = o.resolve(s)
	switch value := value.(type) {
	case map[string]any:
		for name, v := range value {
			field, ok := s.Properties[name]
			switch {
			case ok:
				o.check(t, at+"."+name, v, field)
			case s.Additional == nil:
				t.Errorf("%s.%s is not described", at, name)
			}
		}
	case []any:
		for _, v := range value {
			if s.Items == nil {
				t.Fatalf("%s is not described as a list", at)
			}
			o.check(t, at+"[]", v, *s.Items)
		}
	}
}

// restPath is a method's verb and path by its annotation.
func restPath(m protoreflect.MethodDescriptor) (verb, path string) {
	rule, _ := proto.GetExtension(m.Options(), annotations.E_Http).(*annotations.HttpRule)
	if p := rule.GetGet(); p != "" {
		return "get", p
	}
	return "post", rule.GetPost()
}
