package redpajama

import "github.com/copydesk/copydesk/internal/score/profile"

// Groups are the signals.
var Groups = []profile.Group{wordGroup, repetitionGroup, tokenGroup, symbolGroup, lineGroup}

// Profiles holds the one profile, which has no rules: no thresholds were published.
var Profiles = []profile.Profile{{
	Name:    "redpajama-v2",
	Version: "6d2cee9d",
	Description: "RedPajama-V2 publishes quality signals and leaves the thresholds to its users, so this profile has " +
		"no rules and gives no verdict. Its signals are those that begin with \"rpv2.\".",
	Languages: []string{"en", "de", "fr", "es", "it"},
}}

const words, characters, ratio = "words", "characters", "ratio"
