package deploy

import (
	"bytes"
	"crypto/tls"
	"encoding/json"
	"os"
	"strings"
	"testing"

	dto "github.com/prometheus/client_model/go"
	"github.com/prometheus/common/expfmt"
	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/promql/parser"
	"sigs.k8s.io/yaml"
)

var insecure = &tls.Config{InsecureSkipVerify: true}

// TestQueries holds that every metric, label and value that alerts and dashboard ask for is one that a server has.
func TestQueries(t *testing.T) {
	decoder := expfmt.NewTextParser(model.LegacyValidation)
	families, err := decoder.TextToMetricFamilies(bytes.NewReader(scraped(t)))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for where, query := range queries(t) {
		n++
		expr, err := parser.NewParser(parser.Options{}).ParseExpr(query)
		if err != nil {
			t.Errorf("%s: %v", where, err)
			continue
		}
		parser.Inspect(expr, func(node parser.Node, _ []parser.Node) error {
			if s, ok := node.(*parser.VectorSelector); ok {
				checkSelector(t, where, s, families)
			}
			return nil
		})
	}
	if n < 30 {
		t.Errorf("only %d queries were found", n)
	}
}

// given are labels and series that Prometheus adds to what a server has.
var given = map[string]bool{"job": true, "instance": true, labels.MetricName: true}

// late are values that a server has when something happened that the test cannot make happen.
var late = map[string]bool{"INTERNAL": true}

func checkSelector(t *testing.T, where string, s *parser.VectorSelector, families map[string]*dto.MetricFamily) {
	t.Helper()
	if s.Name == "up" {
		return
	}
	family := families[s.Name]
	for _, suffix := range []string{"_bucket", "_sum", "_count"} {
		if base, ok := strings.CutSuffix(s.Name, suffix); ok && family == nil {
			family = families[base]
		}
	}
	if family == nil {
		t.Errorf("%s: no server has a metric %s", where, s.Name)
		return
	}
	for _, m := range s.LabelMatchers {
		if given[m.Name] {
			continue
		}
		known, matched := false, late[m.Value]
		for _, metric := range family.GetMetric() {
			for _, l := range metric.GetLabel() {
				known = known || l.GetName() == m.Name
				matched = matched || l.GetName() == m.Name && m.Matches(l.GetValue())
			}
		}
		if !known || !matched {
			t.Errorf("%s: %s: no series has %s", where, s.Name, m)
		}
	}
}

type ruleFile struct {
	Groups []struct {
		Name  string `json:"name"`
		Rules []struct {
			Alert       string            `json:"alert"`
			Expr        string            `json:"expr"`
			For         string            `json:"for"`
			Labels      map[string]string `json:"labels"`
			Annotations map[string]string `json:"annotations"`
		} `json:"rules"`
	} `json:"groups"`
}

// queries returns all queries, by where they are.
func queries(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	var rules ruleFile
	if err := yaml.UnmarshalStrict(read(t, "prometheus/alerts.yaml"), &rules); err != nil {
		t.Fatal(err)
	}
	for _, g := range rules.Groups {
		for _, r := range g.Rules {
			if _, err := model.ParseDuration(r.For); err != nil || r.Alert == "" || r.Labels["severity"] == "" || r.Annotations["summary"] == "" {
				t.Errorf("%s: incomplete: %v", r.Alert, err)
			}
			all["alert "+r.Alert] = r.Expr
		}
	}
	var dashboard struct {
		Panels []struct {
			ID      int
			Title   string
			GridPos struct{ X, W int }
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(read(t, "grafana/copydesk.json"), &dashboard); err != nil {
		t.Fatal(err)
	}
	variables := strings.NewReplacer("$__rate_interval", "5m", "$instance", ".*")
	for _, p := range dashboard.Panels {
		if p.GridPos.X+p.GridPos.W > 24 {
			t.Errorf("panel %s is wider than the dashboard", p.Title)
		}
		for i, target := range p.Targets {
			all["panel "+p.Title+" "+string(rune('A'+i))] = variables.Replace(target.Expr)
		}
	}
	return all
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
