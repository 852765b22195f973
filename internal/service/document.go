package service

import (
	"time"
	"unicode/utf8"

	"google.golang.org/protobuf/types/known/timestamppb"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/clean"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/score"
)

// input checks a document and translates it for p. Faults name fields relative to the document.
func (s *Service) input(d *copydeskv1.Document, p *plan) (clean.Input, error) {
	if d == nil {
		return clean.Input{}, fault.Invalidf("CONTENT_MISSING", "", "there is no document")
	}
	if err := validate(d); err != nil {
		return clean.Input{}, err
	}
	in, field, err := contentOf(d)
	if err != nil {
		return clean.Input{}, err
	}
	if n := len(in.Content); n > s.o.MaxDocumentBytes {
		return clean.Input{}, fault.OverLimit("DOCUMENT_TOO_LARGE", field, "bytes", n, s.o.MaxDocumentBytes)
	}
	if in.Form != clean.Raw && !utf8.ValidString(in.Content) {
		return clean.Input{}, fault.Invalidf("TEXT_NOT_UTF8", field, "must be valid UTF-8; send other bytes as raw")
	}
	if in.AlreadyClean && in.Form != clean.Text {
		return clean.Input{}, fault.Invalidf("ALREADY_CLEAN_NOT_TEXT", "already_clean", "is allowed with text only")
	}
	if p.alreadyClean && in.Form != clean.Text {
		return clean.Input{}, fault.Invalidf("ALREADY_CLEAN_NOT_TEXT", field, "CLEANING_MODE_NONE is allowed with text only")
	}
	in.AlreadyClean = in.AlreadyClean || p.alreadyClean
	if p.score != nil {
		if err := score.CheckScores(p.scoreOptions(d)); err != nil {
			return clean.Input{}, err
		}
	}
	return in, checkTimes(d)
}

// contentOf finds which of the three contents a document has, and names its field.
func contentOf(d *copydeskv1.Document) (clean.Input, string, error) {
	in := clean.Input{MediaType: d.GetMediaType(), URL: d.GetUrl(), AlreadyClean: d.GetAlreadyClean()}
	switch d.WhichContent() {
	case copydeskv1.Document_Text_case:
		in.Form, in.Content = clean.Text, d.GetText()
		return in, "text", nil
	case copydeskv1.Document_Html_case:
		in.Form, in.Content = clean.HTML, d.GetHtml()
		return in, "html", nil
	case copydeskv1.Document_Raw_case:
		in.Form, in.Content = clean.Raw, string(d.GetRaw())
		return in, "raw", nil
	default:
		return in, "", fault.Invalidf("CONTENT_MISSING", "content", "one of text, html and raw is required")
	}
}

func checkTimes(d *copydeskv1.Document) error {
	for _, t := range []struct {
		field string
		value *timestamppb.Timestamp
	}{{"retrieve_time", d.GetRetrieveTime()}, {"publish_time", d.GetPublishTime()}} {
		if t.value != nil && t.value.CheckValid() != nil {
			return fault.Invalidf("TIME_INVALID", t.field, "is not a time between the years 1 and 9999")
		}
	}
	return nil
}

// asTime returns the zero time for an absent timestamp.
func asTime(t *timestamppb.Timestamp) time.Time {
	if t == nil {
		return time.Time{}
	}
	return t.AsTime()
}
