package meta

import (
	"net/url"
	"strings"

	"github.com/copydesk/copydesk/internal/text"
)

// decide returns the fields, each decided among its candidates.
func (r *pageReader) decide() []text.Fact {
	facts := make([]text.Fact, 0, 24)
	put := func(c *candidate, v string) {
		if c != nil && v != "" {
			facts = append(facts, c.fact(v))
		}
	}
	siteOf := r.best(site)
	if siteOf != nil {
		r.site = siteOf.value
	}
	head, headline := r.decideTitle()
	r.claims.Headline = headline
	put(head, headline)
	facts = append(facts, r.decideAuthors(head, headline)...)
	first, last := r.decideDates(head)
	facts = append(facts, r.dateFacts(first, published, publishDay)...)
	facts = append(facts, r.dateFacts(last, modified, changeDay)...)
	if siteOf != nil {
		put(siteOf, r.site)
	}
	for _, f := range [...]field{publisher, license, description} {
		if c := r.best(f); c != nil && !isAddress(c.value) || c != nil && f == license {
			put(c, c.value)
		}
	}
	for _, f := range [...]field{canonical, image} {
		if c := r.best(f); c != nil {
			put(c, r.resolve(c.value))
		}
	}
	if c := r.best(language); c != nil {
		put(c, strings.ReplaceAll(c.value, "_", "-"))
	}
	return append(append(facts, r.lists()...), r.reserved...)
}

// best returns the most trusted candidate of a field: by source, then by rank, then by position.
func (r *pageReader) best(f field) *candidate {
	var best *candidate
	for i := range r.found {
		c := &r.found[i]
		if c.field == f && (best == nil || c.source < best.source || c.source == best.source && c.rank < best.rank) {
			best = c
		}
	}
	return best
}

// resolve returns an address as absolute as the page's own address allows.
func (r *pageReader) resolve(v string) string {
	if r.address == nil {
		return v
	}
	u, err := url.Parse(v)
	if err != nil {
		return v
	}
	return r.address.ResolveReference(u).String()
}

func isAddress(v string) bool {
	return hasPrefixFold(v, "http://") || hasPrefixFold(v, "https://") || strings.HasPrefix(v, "//") || hasPrefixFold(v, "www.")
}

// maxTags is how many tags and categories of a page are kept.
const maxTags = 64

// lists returns the tags and categories, in order of trust, without repeats.
func (r *pageReader) lists() []text.Fact {
	var facts []text.Fact
	seen := map[string]bool{}
	for _, f := range [...]field{tag, category} {
		for i := range r.found {
			c := &r.found[i]
			if c.field != f {
				continue
			}
			for one := range strings.SplitSeq(c.value, ",") {
				one = fold(one)
				key := strings.ToLower(one)
				if one == "" || len(one) > 100 || seen[key] || isAddress(one) {
					continue
				}
				if len(facts) == maxTags {
					return facts
				}
				seen[key] = true
				facts = append(facts, c.fact(one))
			}
		}
	}
	return facts
}

// dateFacts returns a moment and its day.
func (r *pageReader) dateFacts(d dated, moment, day field) []text.Fact {
	if d.c == nil {
		return nil
	}
	at := d
	if moment == published {
		at, d = r.momentOf(d), r.localDay(d)
	}
	d.date.Clock = ""
	return []text.Fact{at.fact(moment), d.fact(day)}
}

func (d dated) fact(f field) text.Fact {
	c := *d.c
	c.field = f
	return c.fact(d.date.String())
}

// momentOf returns the time on day d at which the page was published, if the markup has it; else d.
func (r *pageReader) momentOf(d dated) dated {
	if d.date.Clock != "" {
		return d
	}
	for _, s := range [...]source{fromLD, fromGraph, fromItem, fromMeta, fromOther} {
		if m := r.dateFrom(published, s, 0, 1, r.style()); m.c != nil && m.date.Clock != "" && (m.date.Same(d.date) || m.date.Near(d.date)) {
			return m
		}
	}
	return d
}
