package e2e_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/copydesk/copydesk/internal/service"
)

// sizeCases are requests with nothing asked for, by name, as path and body.
func sizeCases(t *testing.T) []struct{ name, path, body string } {
	t.Helper()
	example, err := os.ReadFile("../../docs/examples/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	// Some 2 kB of news, with names, quotations, dates and lines that are dropped.
	news := strings.Repeat(string(example), 2048/len(example)+1)[:2048]
	one := func(text string) string { return fmt.Sprintf(`{"document":{"text":%s}}`, quoted(t, text)) }
	many := func(n int, text string) string {
		docs := make([]string, n)
		for i := range docs {
			docs[i] = fmt.Sprintf(`{"id":"doc-%d","text":%s}`, i+1, quoted(t, text))
		}
		return `{"documents":[` + strings.Join(docs, ",") + `]}`
	}
	small := strings.Repeat("The boat left the quay at dawn, and nobody saw it. ", 5)[:220]
	return []struct{ name, path, body string }{
		{"clean, article of 2 kB", "/v1/documents:clean", one(news)},
		{"extract, article of 2 kB", "/v1/documents:extract", one(news)},
		{"score, article of 2 kB", "/v1/documents:score", one(news)},
		{"score, 4 bytes", "/v1/documents:score", one("Tea.")},
		{"process, article of 2 kB", "/v1/documents:process", many(1, news)},
		{"process, 300 documents of 220 bytes", "/v1/documents:process", many(300, small)},
		{"clean, 80 kB of one-letter lines", "/v1/documents:clean", one(strings.Repeat("x\n", 40_000))},
		{"describe", "/v1/description", ""},
	}
}

func quoted(t *testing.T, s string) string {
	t.Helper()
	b, err := json.Marshal(s)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// beforeFile has the sizes that the contract had before answers were small by default (commit e11b4b9). They were measured by
// this test against a server of that commit: see COPYDESK_SIZES_URL below.
const beforeFile = "testdata/sizes_before.tsv"

// TestAnswerSizes prints how large the answers are that nothing was asked for, in bytes of JSON, and holds them to what is
// promised: go test ./internal/e2e -run TestAnswerSizes -v. With COPYDESK_SIZES_URL it measures the server there instead.
func TestAnswerSizes(t *testing.T) {
	t.Parallel()
	url, other := os.Getenv("COPYDESK_SIZES_URL"), true
	if url == "" {
		url, other = gateway(t, start(t, service.Options{})), false
	}
	t.Cleanup(http.DefaultClient.CloseIdleConnections)
	before := readSizes(t)
	limits := map[string]int{
		"clean, article of 2 kB": 12_000, "extract, article of 2 kB": 12_000, "score, article of 2 kB": 12_000, "score, 4 bytes": 12_000,
		"describe": 12_000, "clean, 80 kB of one-letter lines": 20*80_000 + 65_536,
	}
	var table bytes.Buffer
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "before\tnow\t \tanswer\n")
	for _, c := range sizeCases(t) {
		var status int
		var body []byte
		if c.body == "" {
			status, body = get(t, url+c.path)
		} else {
			status, body = post(t, url+c.path, c.body)
		}
		var compact bytes.Buffer
		if err := json.Compact(&compact, body); err != nil || status != 200 {
			t.Fatalf("%s: status %d: %.200s", c.name, status, body)
		}
		n := compact.Len()
		fmt.Fprintf(w, "%s\t%d\t \t%s\n", before[c.name], n, c.name)
		if limit, ok := limits[c.name]; ok && n > limit && !other {
			t.Errorf("%s: %d bytes, %d promised", c.name, n, limit)
		}
	}
	_ = w.Flush()
	t.Log("\n" + table.String())
}

func readSizes(t *testing.T) map[string]string {
	t.Helper()
	b, err := os.ReadFile(beforeFile)
	if err != nil {
		t.Fatal(err)
	}
	sizes := map[string]string{}
	for l := range strings.Lines(string(b)) {
		name, size, _ := strings.Cut(strings.TrimSpace(l), "\t")
		if _, err := strconv.Atoi(size); err != nil {
			t.Errorf("%s: %q", beforeFile, l)
		}
		sizes[name] = size
	}
	return sizes
}
