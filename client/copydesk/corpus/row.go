package corpus

import (
	"strings"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/genproto/googleapis/rpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/timestamppb"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/files"
)

// Document is a document as the service takes it.
func Document(d *files.Document) *copydeskv1.Document {
	b := copydeskv1.Document_builder{
		Id: d.ID, MediaType: d.MediaType, Url: d.URL, Language: d.Language, AlreadyClean: d.AlreadyClean,
		PublishTime: timestamp(d.PublishTime), RetrieveTime: timestamp(d.RetrieveTime),
		Scores: d.Scores,
	}
	switch d.Form {
	case files.Text:
		b.Text = new(string(d.Content))
	case files.HTML:
		b.Html = new(string(d.Content))
	default:
		b.Raw = append([]byte{}, d.Content...) // never nil, which would be no content
	}
	return b.Build()
}

func timestamp(t time.Time) *timestamppb.Timestamp {
	if t.IsZero() {
		return nil
	}
	return timestamppb.New(t)
}

// fill adds a result to the row of its document.
func fill(row *files.Row, r *copydeskv1.ProcessResult, run *Run) error {
	if r.HasError() {
		row.Status, row.Error, row.Reasons = files.Failed, r.GetError().GetMessage(), []string{reasonOf(r.GetError())}
		return nil
	}
	row.Status = files.Kept
	fillClean(row, r.GetClean())
	fillFacts(row, r.GetExtract())
	fillScore(row, r.GetScore(), run.Profile)
	if !run.WithResult {
		return nil
	}
	var err error
	row.Result, err = proto.MarshalOptions{Deterministic: true}.Marshal(r)
	return err
}

// reasonOf is the reason that an error has in the contract, or else its code.
func reasonOf(s *status.Status) string {
	for _, detail := range s.GetDetails() {
		var info errdetails.ErrorInfo
		if detail.MessageIs(&info) && detail.UnmarshalTo(&info) == nil {
			return info.GetReason()
		}
	}
	return "UNKNOWN"
}

func fillClean(row *files.Row, c *copydeskv1.CleanResult) {
	if c == nil {
		return
	}
	row.Text, row.Markdown = c.GetText(), c.GetMarkdown()
	if kind := c.GetPage().GetKind(); kind != 0 {
		row.PageKind = strings.TrimPrefix(kind.String(), "PAGE_KIND_")
	}
	m := c.GetMetadata()
	row.Title, row.Authors, row.SiteName, row.Language, row.License = m.GetTitle(), m.GetAuthors(), m.GetSiteName(), m.GetLanguage(), m.GetLicense()
	if m.HasPublishTime() {
		at := m.GetPublishTime().AsTime()
		row.PublishTime = &at
	}
}

func fillFacts(row *files.Row, e *copydeskv1.ExtractResult) {
	for _, entity := range e.GetEntities() {
		row.Entities = append(row.Entities, files.Entity{
			Type: strings.TrimPrefix(entity.GetType().String(), "ENTITY_TYPE_"), Name: entity.GetName(), Mentions: entity.GetMentionCount(),
		})
	}
	for _, q := range e.GetQuotations() {
		speaker := q.GetSpeaker().GetName()
		if speaker == "" {
			speaker = q.GetSpeaker().GetText()
		}
		row.Quotations = append(row.Quotations, files.Quotation{Text: q.GetText(), Speaker: speaker})
	}
}

// fillScore adds verdicts and signals. The profile that the run filters by may reject the document.
func fillScore(row *files.Row, s *copydeskv1.ScoreResult, profile string) {
	for _, p := range s.GetProfiles() {
		v := files.Verdict{Profile: p.GetName(), Verdict: strings.TrimPrefix(p.GetVerdict().String(), "VERDICT_")}
		for _, f := range p.GetFailures() {
			v.Failures = append(v.Failures, f.GetRule())
		}
		if v.Profile == profile && p.GetVerdict() == copydeskv1.Verdict_VERDICT_REJECT {
			row.Status, row.Reasons = files.Rejected, v.Failures
		}
		row.Profiles = append(row.Profiles, v)
	}
	for _, signal := range s.GetSignals() {
		if signal.HasValue() {
			row.Signals = append(row.Signals, files.Signal{Name: signal.GetName(), Value: signal.GetValue()})
		}
	}
	if q := s.GetQuality(); q.HasScore() {
		row.Quality = new(q.GetScore())
	}
	f := s.GetFingerprints()
	row.Exact, row.Simhash, row.Minhash = f.GetExact(), f.GetSimhash(), f.GetMinhash()
}
