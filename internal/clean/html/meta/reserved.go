package meta

import (
	"strings"

	"github.com/copydesk/copydesk/internal/clean/html/dom"
	"github.com/copydesk/copydesk/internal/text"
)

// robotDirectives are what a page tells machines that affects what they may do with it, in lower case; how a result is shown
// in a search does not.
var robotDirectives = map[string]bool{
	"noai": true, "noimageai": true, "noml": true, "noindex": true, "none": true, "noarchive": true, "nocache": true, "nosnippet": true,
	"notrain": true, "noaitraining": true, "index": true, "all": true, "archive": true, "ai": true, "imageai": true,
}

// robotNames are the names of meta elements with directives for machines, in lower case; those for one machine follow.
var robotNames = map[string]bool{"robots": true, "x-robots-tag": true}

// agents are machines that pages address by name, in lower case.
var agents = map[string]bool{
	"googlebot": true, "googlebot-news": true, "google-extended": true, "bingbot": true, "msnbot": true, "slurp": true, "yandex": true,
	"baiduspider": true, "duckduckbot": true, "gptbot": true, "oai-searchbot": true, "chatgpt-user": true, "ccbot": true, "claudebot": true,
	"anthropic-ai": true, "perplexitybot": true, "applebot": true, "applebot-extended": true, "bytespider": true, "amazonbot": true,
	"meta-externalagent": true, "facebookbot": true, "cohere-ai": true, "diffbot": true, "ai2bot": true, "omgilibot": true,
}

// maxReservations is how many statements of one page are kept.
const maxReservations = 64

// reserve reads a meta element by which a page reserves or grants use by machines, and reports whether it is one.
func (r *pageReader) reserve(name string, s text.Span) bool {
	if len(name) > longestProperty {
		return false
	}
	v := value(r.t.Page, s)
	switch name = strings.ToLower(name); {
	case robotNames[name]:
		r.directives("", v, s)
	case agents[name]:
		r.directives(name+": ", v, s)
	case name == "tdm-reservation" || name == "tdm:reservation":
		r.reservation(text.FactTDMReservation, v, s)
	case name == "tdm-policy" || name == "tdm:policy":
		r.reservation(text.FactTDMPolicy, r.resolve(v), s)
	case name == "content-usage" || name == "content-signal" || name == "content-signals" || name == "cc-signals" || name == "cc-signal" || name == "ccsignals":
		r.signals(v, s)
	default:
		return false
	}
	return true
}

// directives keeps those of a list of directives that are about use by machines. A machine may be named before them:
// "googlebot: noindex".
func (r *pageReader) directives(agent, v string, s text.Span) {
	for one := range strings.SplitSeq(strings.ToLower(v), ",") {
		one = strings.TrimSpace(one)
		if name, rest, ok := strings.Cut(one, ":"); ok && agents[strings.TrimSpace(name)] {
			agent, one = strings.TrimSpace(name)+": ", strings.TrimSpace(rest)
		}
		for word := range strings.FieldsSeq(one) {
			if robotDirectives[word] {
				r.reservation(text.FactRobots, agent+word, s)
			}
		}
	}
}

// signals keeps each of a list of preferences: "train-ai=n, search=y", "ai=n;exp=cc-cr".
func (r *pageReader) signals(v string, s text.Span) {
	for one := range strings.SplitSeq(v, ",") {
		if one = strings.TrimSpace(one); strings.Contains(one, "=") && len(one) <= maxSignal {
			r.reservation(text.FactSignal, one, s)
		}
	}
}

// maxSignal is the greatest length of a preference in bytes.
const maxSignal = 100

func (r *pageReader) reservation(name text.FactName, v string, s text.Span) {
	if v == "" || len(r.reserved) == maxReservations {
		return
	}
	for i := range r.reserved {
		if f := &r.reserved[i]; f.Name == name && f.Value == v {
			return
		}
	}
	r.reserved = append(r.reserved, text.Fact{Name: name, Value: v, Origin: origins[fromMeta], Source: s})
}

// reserveByLink reads a link element to a policy or a licence for machines, and reports whether it is one.
func (r *pageReader) reserveByLink(i int32, rel string, s text.Span) bool {
	switch {
	case strings.EqualFold(rel, "tdm-policy"):
		r.reservation(text.FactTDMPolicy, r.resolve(value(r.t.Page, s)), s)
	case strings.EqualFold(rel, "license") && hasPrefixFold(r.t.Raw(i, dom.Type), "application/rsl+xml"):
		r.reservation(text.FactMachineLicense, r.resolve(value(r.t.Page, s)), s)
	default:
		return false
	}
	return true
}
