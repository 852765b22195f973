package text

import "maps"

// Rule is the stable id of something that may be done to a text, for example "repair.mojibake". The
// empty rule marks text that was copied.
type Rule string

// RuleInfo describes a rule to users.
type RuleInfo struct {
	// ID is the rule's id.
	ID Rule

	// Description says what the rule does, and when it would be wrong.
	Description string

	// Default says whether the rule is used unless disabled.
	Default bool

	// Required says that it cannot be disabled, because the result would be invalid without it.
	Required bool
}

// RuleSet is the set of rules in use. It is not changed once made, and so is safe for concurrent use.
type RuleSet map[Rule]bool

// NewRuleSet returns the rules of infos that are on by default, with those in enable added and those in
// disable taken out. Unknown rules are ignored: the caller checks them.
func NewRuleSet(infos []RuleInfo, enable, disable []Rule) RuleSet {
	set := make(RuleSet, len(infos))
	for _, info := range infos {
		set[info.ID] = info.Default || info.Required
	}
	for _, r := range enable {
		set[r] = true
	}
	for _, r := range disable {
		set[r] = false
	}
	return set
}

// On reports whether r is in use.
func (s RuleSet) On(r Rule) bool { return s[r] }

// Without returns the set less r; s itself stays as it is.
func (s RuleSet) Without(r Rule) RuleSet {
	if !s[r] {
		return s
	}
	less := maps.Clone(s)
	delete(less, r)
	return less
}
