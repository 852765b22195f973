package clean

import (
	"fmt"
	"slices"

	"github.com/copydesk/copydesk/internal/clean/boilerplate"
	"github.com/copydesk/copydesk/internal/clean/charset"
	"github.com/copydesk/copydesk/internal/clean/html/embedded"
	"github.com/copydesk/copydesk/internal/clean/html/hidden"
	"github.com/copydesk/copydesk/internal/clean/html/render"
	"github.com/copydesk/copydesk/internal/clean/html/wall"
	"github.com/copydesk/copydesk/internal/clean/layout"
	"github.com/copydesk/copydesk/internal/clean/reflow"
	"github.com/copydesk/copydesk/internal/clean/repair"
	"github.com/copydesk/copydesk/internal/clean/site"
	"github.com/copydesk/copydesk/internal/fault"
	"github.com/copydesk/copydesk/internal/text"
)

// Rules returns everything that Run may do to a document, in the order in which it is applied. The whole of Clean folds
// white space, which repair alone leaves as it is.
func Rules() []text.RuleInfo {
	infos := slices.Concat(charset.Rules, render.Rules, hidden.Rules, wall.Rules, embedded.Rules, layout.Rules, repair.Rules, site.Rules, boilerplate.Rules, reflow.Rules)
	setDefault(infos, repair.Whitespace, true)
	return infos
}

func setDefault(infos []text.RuleInfo, r text.Rule, on bool) {
	infos[slices.IndexFunc(infos, isRule(string(r)))].Default = on
}

// NewRuleSet returns the default rules with those in enable added and those in disable taken out. With repairOnly
// repair.whitespace is off by default: a text in which nothing is damaged then comes out byte for byte. A rule
// that does not exist is a *fault.Error with reason RULE_UNKNOWN; a required one in disable, RULE_REQUIRED.
func NewRuleSet(repairOnly bool, enable, disable []string) (text.RuleSet, error) {
	infos := Rules()
	if repairOnly {
		setDefault(infos, repair.Whitespace, false)
	}
	for i, id := range enable {
		if !slices.ContainsFunc(infos, isRule(id)) {
			return nil, unknownRule("enable_rules", i, id)
		}
	}
	for i, id := range disable {
		at := slices.IndexFunc(infos, isRule(id))
		if at < 0 {
			return nil, unknownRule("disable_rules", i, id)
		}
		if infos[at].Required {
			err := fault.Invalidf("RULE_REQUIRED", fmt.Sprintf("disable_rules[%d]", i), "rule %q cannot be disabled", id)
			err.Value = id
			return nil, err
		}
	}
	return text.NewRuleSet(infos, toRules(enable), toRules(disable)), nil
}

func isRule(id string) func(text.RuleInfo) bool {
	return func(info text.RuleInfo) bool { return string(info.ID) == id }
}

func unknownRule(field string, i int, id string) error {
	err := fault.Invalidf("RULE_UNKNOWN", fmt.Sprintf("%s[%d]", field, i), "there is no rule %q; Describe lists them", id)
	err.Value = id
	return err
}

func toRules(ids []string) []text.Rule {
	rules := make([]text.Rule, len(ids))
	for i, id := range ids {
		rules[i] = text.Rule(id)
	}
	return rules
}
