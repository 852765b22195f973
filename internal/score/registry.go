package score

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/datatrove"
	"github.com/copydesk/copydesk/internal/score/dclm"
	"github.com/copydesk/copydesk/internal/score/dolma"
	"github.com/copydesk/copydesk/internal/score/general"
	"github.com/copydesk/copydesk/internal/score/nemo"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/redpajama"
	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// groups are all signals.
var groups = slices.Concat(datatrove.Groups, dolma.Groups, redpajama.Groups, nemo.Groups, dclm.Groups, wordlist.Groups,
	general.Groups)

// profiles are all rule sets, in the order in which they are applied.
var profiles = slices.Concat(datatrove.Profiles, dolma.Profiles, redpajama.Profiles, nemo.Profiles, dclm.Profiles)

// place is where a signal is: its group, and its number there.
type place struct{ group, at int }

// definition is the definition of a signal, and its place.
type definition struct {
	profile.Signal
	place
}

// definitions are ordered by name.
var definitions = func() []definition {
	var list []definition
	for g, group := range groups {
		for i, s := range group.Signals {
			list = append(list, definition{s, place{g, i}})
		}
	}
	slices.SortFunc(list, func(a, b definition) int { return strings.Compare(a.Name, b.Name) })
	return list
}()

// places are the places of the signals by name.
var places = func() map[string]place {
	m := make(map[string]place, len(definitions))
	for _, d := range definitions {
		m[d.Name] = d.place
	}
	return m
}()

// Signals returns the definitions of all signals, ordered by name.
func Signals() []profile.Signal {
	list := make([]profile.Signal, len(definitions))
	for i, d := range definitions {
		list[i] = d.Signal
	}
	return list
}

// Profiles returns the rule sets that are built in, in the order in which they are applied. The caller must not change
// them.
func Profiles() []Profile { return slices.Clone(profiles) }

// profileNamed returns the built-in profile of a name, nil if there is none.
func profileNamed(name string) *Profile {
	if i := slices.IndexFunc(profiles, func(p Profile) bool { return p.Name == name }); i >= 0 {
		return &profiles[i]
	}
	return nil
}

// named returns the definitions that names ask for, ordered by name; all where names is empty. A name that ends in a full
// stop stands for all that begin with it.
func named(names []string) []definition {
	if len(names) == 0 {
		return definitions
	}
	var list []definition
	for _, d := range definitions {
		if slices.ContainsFunc(names, func(name string) bool { return fits(d.Name, name) }) {
			list = append(list, d)
		}
	}
	return list
}

func fits(signal, name string) bool {
	return signal == name || strings.HasSuffix(name, ".") && strings.HasPrefix(signal, name)
}

// Capability is one part of a result, and how far it goes.
type Capability struct{ Name, Description string }

// Capabilities returns the parts of ScoreResult that are filled.
func Capabilities() []Capability {
	return []Capability{
		{"score.fingerprints", "exact hash, SimHash and datatrove's MinHash; near-duplicates within a Process batch"},
		{"score.lines", "RedPajama-V2's signals of lines, where asked for"},
		{"score.profiles", "the rule sets of datatrove, dolma, NeMo-Curator and DCLM, FineWeb's recipe, and the caller's own"},
		{"score.signals", "the values of datatrove, dolma, RedPajama-V2, NeMo-Curator and DCLM, word lists, readability and the like"},
	}
}
