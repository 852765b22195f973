package service

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/fault"
)

const siteFooter = "The Gazette comes out on every working day of the year."

// siteBatch is a request for n documents of one host that have a line in common, and one of another host that has it too.
func siteBatch(n int, asked bool) *copydeskv1.ProcessRequest {
	var docs []*copydeskv1.Document
	for i := range n + 1 {
		host := "gazette.example"
		if i == n {
			host = "courier.example"
		}
		body := fmt.Sprintf("Boat number %d came in at noon, with nobody on board of it.\n\n%s\n\nThe crew of boat %d is looked for.", i, siteFooter, i)
		docs = append(docs, copydeskv1.Document_builder{Id: strconv.Itoa(i), Url: fmt.Sprintf("https://%s/%d", host, i), Text: &body}.Build())
	}
	return copydeskv1.ProcessRequest_builder{Documents: docs, Options: copydeskv1.ProcessOptions_builder{
		Clean: &copydeskv1.CleanOptions{}, SiteBoilerplate: asked,
	}.Build()}.Build()
}

func TestSiteBoilerplate(t *testing.T) {
	t.Parallel()
	for _, asked := range []bool{false, true} {
		answer, err := quiet().Process(t.Context(), siteBatch(4, asked))
		if err != nil {
			t.Fatal(err)
		}
		for i, r := range answer.GetResults() {
			want := !asked || i == 4
			if got := strings.Contains(r.GetClean().GetText(), siteFooter); got != want || !strings.Contains(r.GetClean().GetText(), "is looked for") {
				t.Errorf("asked %v, document %d: %q", asked, i, r.GetClean().GetText())
			}
		}
		again, err := quiet().Process(t.Context(), siteBatch(4, asked))
		if err != nil || !proto.Equal(answer, again) {
			t.Errorf("asked %v: the same request has another answer (%v)", asked, err)
		}
	}
}

// TestSiteBoilerplateOfBadDocuments holds that a document that cannot be read fails alone and is not counted.
func TestSiteBoilerplateOfBadDocuments(t *testing.T) {
	t.Parallel()
	req := siteBatch(3, true)
	bad := "\xff"
	req.SetDocuments(append(req.GetDocuments(), copydeskv1.Document_builder{Id: "bad", Url: "https://gazette.example/b", Text: &bad}.Build()))
	answer, err := quiet().Process(t.Context(), req)
	if err != nil {
		t.Fatal(err)
	}
	results := answer.GetResults()
	if results[4].GetError() == nil || results[0].GetError() != nil || strings.Contains(results[0].GetClean().GetText(), siteFooter) {
		t.Errorf("got %v", results)
	}
}

func TestSiteOptionsRefused(t *testing.T) {
	t.Parallel()
	bad := copydeskv1.Cleaning_builder{SiteCounts: []byte("nothing of the kind")}.Build()
	tests := []struct {
		name, reason, field string
		options             *copydeskv1.ProcessOptions
	}{
		{"no counts", "SITE_COUNTS_INVALID", "cleaning.site_counts", copydeskv1.ProcessOptions_builder{Cleaning: bad}.Build()},
		{"too large", "FIELD_INVALID", "cleaning.site_counts", copydeskv1.ProcessOptions_builder{
			Cleaning: copydeskv1.Cleaning_builder{SiteCounts: make([]byte, 8<<20+1)}.Build(),
		}.Build()},
		{"both", "SITE_COUNTS_CONFLICT", "site_boilerplate", copydeskv1.ProcessOptions_builder{
			SiteBoilerplate: true, Cleaning: copydeskv1.Cleaning_builder{SiteCounts: []byte("site-counts-1\n\x00\x00\x00\x00\x00\x00\x00\x00")}.Build(),
		}.Build()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			_, err := quiet().newPlan(tt.options)
			var f *fault.Error
			if !errors.As(err, &f) || f.Reason != tt.reason || f.Field != tt.field {
				t.Errorf("got %v (%v)", err, status.Code(err))
			}
		})
	}
}
