package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// printJSON prints a message as grpcurl does. protojson varies its white space on purpose, so the output is set
// anew: equal results are equal bytes.
func printJSON(w io.Writer, m proto.Message, indent bool) error {
	b, err := protojson.Marshal(m)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	if indent {
		err = json.Indent(&out, b, "", "  ")
	} else {
		err = json.Compact(&out, b)
	}
	if err != nil {
		return err
	}
	out.WriteByte('\n')
	_, err = w.Write(out.Bytes())
	return err
}

func printClean(w io.Writer, r *copydeskv1.CleanResult, markdown bool) {
	if markdown {
		fmt.Fprintln(w, r.GetMarkdown())
		return
	}
	fmt.Fprintln(w, r.GetText())
}

func printExtract(w io.Writer, r *copydeskv1.ExtractResult) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer t.Flush() //nolint:errcheck // a writer that fails the process
	m := r.GetMetadata()
	row(t, "title", m.GetTitle())
	row(t, "authors", strings.Join(m.GetAuthors(), "; "))
	if m.GetPublishTime() != nil {
		row(t, "published", m.GetPublishTime().AsTime().Format("2006-01-02 15:04 MST"))
	}
	for _, g := range m.GetRights() {
		row(t, "rights", g.GetHolder(), fmt.Sprint(g.GetYears()))
	}
	for _, e := range r.GetEntities() {
		kind := strings.ToLower(strings.TrimPrefix(e.GetType().String(), "ENTITY_TYPE_"))
		row(t, kind, e.GetName(), fmt.Sprintf("%d×", e.GetMentionCount()))
	}
	for _, q := range r.GetQuotations() {
		speaker := q.GetSpeaker().GetName()
		if speaker == "" {
			speaker = q.GetSpeaker().GetText()
		}
		row(t, "quotation", "“"+q.GetText()+"”", speaker)
	}
	for _, d := range r.GetDates() {
		row(t, "date", d.GetText(), d.GetValue())
	}
	for _, c := range r.GetContacts() {
		row(t, "contact", c.GetText(), strings.TrimSpace(c.GetName()+" "+c.GetValue()))
	}
	for _, l := range r.GetLinks() {
		row(t, "link", l.GetText(), l.GetUrl())
	}
}

// row prints a line of a table, unless its first value is empty.
func row(w io.Writer, name string, values ...string) {
	if values[0] != "" {
		fmt.Fprintln(w, name+"\t"+strings.Join(values, "\t"))
	}
}

// printedContributions is how many signals are printed that moved the overall quality most.
const printedContributions = 8

func printScore(w io.Writer, r *copydeskv1.ScoreResult) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	defer t.Flush() //nolint:errcheck // a writer that fails the process
	for _, l := range r.GetLanguages() {
		row(t, "language", strings.TrimSpace(l.GetCode()+" "+l.GetScript()), fmt.Sprintf("%.0f %% of the text, probability %.3f", 100*l.GetShare(), l.GetConfidence()))
	}
	for _, l := range r.GetLanguageCandidates() {
		row(t, "candidate", strings.TrimSpace(l.GetCode()+" "+l.GetScript()), fmt.Sprintf("probability %.3f", l.GetConfidence()))
	}
	for _, l := range r.GetParagraphLanguages() {
		row(t, "paragraph", l.GetCode(), fmt.Sprintf("from byte %d to %d, probability %.3f", l.GetSpan().GetClean().GetStart(), l.GetSpan().GetClean().GetEnd(), l.GetConfidence()))
	}
	for _, p := range r.GetProfiles() {
		verdict := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(p.GetVerdict().String(), "VERDICT_"), "_", " "))
		row(t, p.GetName(), verdict)
		for _, f := range p.GetFailures() {
			side := strings.ToLower(strings.ReplaceAll(strings.TrimPrefix(f.GetRejectIf().String(), "REJECT_IF_"), "_", " "))
			row(t, "  "+f.GetRule(), fmt.Sprintf("%.4g is %s %.4g", f.GetValue(), side, f.GetThreshold()))
		}
	}
	for _, s := range r.GetSignals() {
		row(t, s.GetName(), fmt.Sprintf("%.6g", s.GetValue()))
	}
	if q := r.GetQuality(); q != nil {
		row(t, "quality", fmt.Sprintf("%.3f", q.GetScore()))
		for _, c := range q.GetContributions()[:min(len(q.GetContributions()), printedContributions)] {
			row(t, "  "+c.GetSignal(), fmt.Sprintf("%.4g adds %+.2f to the log-odds", c.GetValue(), c.GetContribution()))
		}
	}
	if s := r.GetSpun(); s.HasProbability() {
		row(t, "spun", fmt.Sprintf("%.3f", s.GetProbability()))
	} else if s != nil {
		row(t, "spun", "not enough evidence")
	}
	for _, f := range r.GetSpun().GetFindings() {
		row(t, "  "+f.GetText(), f.GetExpected(), fmt.Sprintf("%.2f", f.GetStrength()))
	}
	if p := r.GetPerplexity(); p != nil {
		row(t, "perplexity", fmt.Sprintf("%.4g", p.GetValue()), fmt.Sprintf("context gain %.3g", p.GetContextGain()))
		for _, g := range p.GetPercentiles() {
			row(t, "  "+g.GetGenre(), fmt.Sprintf("%.0f of 100 texts are less surprising", g.GetPercentile()))
		}
	}
}
