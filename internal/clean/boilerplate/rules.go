package boilerplate

import "github.com/copydesk/copydesk/internal/text"

// rule is one kind of boilerplate.
type rule struct {
	info text.RuleInfo

	// phrases are what such lines say. Rules for marks and repeats have none.
	phrases []phrase
}

// rules holds every rule. The order of rules matters only where phrases of equal confidence match at one place: the first
// counts.
var rules = [...]*rule{
	&copyrightRule, &creditRule, &originRule, &contactRule, &shareRule, &cookiesRule, &newsletterRule, &appRule, &appealRule,
	&commentsRule, &moreRule, &advertRule, &ageRule, &widgetRule, &hashRule, &separatorRule, &duplicateRule,
}

// Rules describes the rules.
var Rules = func() (infos []text.RuleInfo) {
	for _, r := range &rules {
		infos = append(infos, r.info)
	}
	return infos
}()
