package service

import (
	"cmp"
	"maps"
	"slices"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/genproto/googleapis/rpc/status"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// summary counts what became of the documents of a batch or stream. Its size is bounded by the numbers of rules,
// profiles and reasons, not by the number of documents. All counts add up in any order, so that an unordered stream has
// the same summary.
type summary struct {
	received, failed int
	sourceBytes      int64

	errors    map[string]int
	rules     map[string]int
	pages     map[copydeskv1.PageKind]int
	omissions map[omissionKey]int
	profiles  []*profileCount // in the order of the first result
}

type omissionKey struct {
	field string
	cause copydeskv1.OmissionCause
}

type profileCount struct {
	name     string
	verdicts map[copydeskv1.Verdict]int
	failures map[string]int
}

func newSummary() *summary {
	return &summary{
		errors: map[string]int{}, rules: map[string]int{}, pages: map[copydeskv1.PageKind]int{}, omissions: map[omissionKey]int{},
	}
}

// add counts the outcome for one document of so many bytes.
func (s *summary) add(source int, r *copydeskv1.ProcessResult) {
	s.received++
	s.sourceBytes += int64(source)
	if r.HasError() {
		s.failed++
		s.errors[reasonOf(r.GetError())]++
		return
	}
	for _, c := range r.GetClean().GetRules() {
		s.rules[c.GetRule()] += int(c.GetCount())
	}
	if r.GetClean().HasPage() {
		s.pages[r.GetClean().GetPage().GetKind()]++
	}
	for i, p := range r.GetScore().GetProfiles() {
		s.profile(i, p)
	}
	s.omitted("clean.", r.GetClean().GetOmitted())
	s.omitted("extract.", r.GetExtract().GetOmitted())
	s.omitted("score.", r.GetScore().GetOmitted())
}

func (s *summary) omitted(part string, list []*copydeskv1.Omission) {
	for _, o := range list {
		s.omissions[omissionKey{part + o.GetField(), o.GetCause()}] += int(o.GetCount())
	}
}

// profile counts the verdict of the i-th profile, which is the same for all documents.
func (s *summary) profile(i int, r *copydeskv1.ProfileResult) {
	for len(s.profiles) <= i {
		s.profiles = append(s.profiles, &profileCount{
			name: r.GetName(), verdicts: map[copydeskv1.Verdict]int{}, failures: map[string]int{},
		})
	}
	p := s.profiles[i]
	p.verdicts[r.GetVerdict()]++
	for _, f := range r.GetFailures() {
		p.failures[f.GetRule()]++
	}
}

// counts translates the summary without its lists.
func (s *summary) counts() *copydeskv1.ProcessSummary {
	m := &copydeskv1.ProcessSummary{}
	m.SetReceived(asInt32(s.received))
	m.SetFailed(asInt32(s.failed))
	m.SetSucceeded(m.GetReceived() - m.GetFailed())
	m.SetSourceBytes(s.sourceBytes)
	return m
}

// message translates the summary.
func (s *summary) message() *copydeskv1.ProcessSummary {
	var m copydeskv1.ProcessSummary_builder
	for _, reason := range slices.Sorted(maps.Keys(s.errors)) {
		m.Errors = append(m.Errors, copydeskv1.ErrorCount_builder{Reason: reason, Count: asInt32(s.errors[reason])}.Build())
	}
	m.Rules = ruleTotals(s.rules)
	for _, kind := range slices.Sorted(maps.Keys(s.pages)) {
		m.Pages = append(m.Pages, copydeskv1.PageCount_builder{Kind: kind, Count: asInt32(s.pages[kind])}.Build())
	}
	for _, p := range s.profiles {
		m.Profiles = append(m.Profiles, p.message())
	}
	keys := slices.SortedFunc(maps.Keys(s.omissions), func(a, b omissionKey) int {
		return cmp.Or(cmp.Compare(a.field, b.field), cmp.Compare(a.cause, b.cause))
	})
	for _, k := range keys {
		m.Omissions = append(m.Omissions, copydeskv1.Omission_builder{Field: k.field, Count: asInt32(s.omissions[k]), Cause: k.cause}.Build())
	}
	counts := s.counts()
	counts.SetErrors(m.Errors)
	counts.SetRules(m.Rules)
	counts.SetPages(m.Pages)
	counts.SetProfiles(m.Profiles)
	counts.SetOmissions(m.Omissions)
	return counts
}

func (p *profileCount) message() *copydeskv1.ProfileCount {
	kept := asInt32(p.verdicts[copydeskv1.Verdict_VERDICT_KEEP])
	rejected := asInt32(p.verdicts[copydeskv1.Verdict_VERDICT_REJECT])
	notApplicable := asInt32(p.verdicts[copydeskv1.Verdict_VERDICT_NOT_APPLICABLE])
	return copydeskv1.ProfileCount_builder{
		Name: p.name, Kept: &kept, Rejected: &rejected, NotApplicable: &notApplicable, Failures: ruleTotals(p.failures),
	}.Build()
}

// ruleTotals translates counts by rule, ordered by rule.
func ruleTotals(counts map[string]int) []*copydeskv1.RuleCount {
	var list []*copydeskv1.RuleCount
	for _, rule := range slices.Sorted(maps.Keys(counts)) {
		list = append(list, copydeskv1.RuleCount_builder{Rule: rule, Count: asInt32(counts[rule])}.Build())
	}
	return list
}

// reasonOf is the reason of the ErrorInfo of an item's error.
func reasonOf(st *status.Status) string {
	for _, d := range st.GetDetails() {
		info := &errdetails.ErrorInfo{}
		if d.MessageIs(info) && d.UnmarshalTo(info) == nil {
			return info.GetReason()
		}
	}
	return "UNKNOWN"
}
