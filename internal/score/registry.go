package score

import (
	"slices"
	"strings"

	"github.com/copydesk/copydesk/internal/score/datatrove"
	"github.com/copydesk/copydesk/internal/score/dclm"
	"github.com/copydesk/copydesk/internal/score/dolma"
	"github.com/copydesk/copydesk/internal/score/fluency"
	"github.com/copydesk/copydesk/internal/score/language"
	"github.com/copydesk/copydesk/internal/score/nemo"
	"github.com/copydesk/copydesk/internal/score/profile"
	"github.com/copydesk/copydesk/internal/score/readability"
	"github.com/copydesk/copydesk/internal/score/redpajama"
	"github.com/copydesk/copydesk/internal/score/residue"
	"github.com/copydesk/copydesk/internal/score/spun"
	"github.com/copydesk/copydesk/internal/score/textstats"
	"github.com/copydesk/copydesk/internal/score/wordlist"
)

// reference is the signals and profiles of one package. References are measured one after the other, and what one of them found
// in a text is released before the next.
type reference struct {
	groups   []profile.Group
	profiles []Profile
}

// references are in the order in which profiles are applied.
var references = []reference{
	{datatrove.Groups, datatrove.Profiles},
	{dolma.Groups, dolma.Profiles},
	{redpajama.Groups, redpajama.Profiles},
	{nemo.Groups, nemo.Profiles},
	{dclm.Groups, dclm.Profiles},
	{wordlist.Groups, nil},
	{readability.Groups, nil},
	{textstats.Groups, nil},
	{residue.Groups, nil},
	{language.Groups, nil},
	{fluency.Groups, nil},
	{spun.Groups, nil},
}

// redpajamaReference is the place of redpajama among the references; it measures lines too.
const redpajamaReference = 2

// signalPlace is where a signal is defined.
type signalPlace struct {
	reference int // among the references
	group     int // among the groups of all references
	at        int // in the group
}

// definition is the definition of a signal, and its place.
type definition struct {
	profile.Signal
	signalPlace
}

// groups are those of all references.
var groups = func() (all []profile.Group) {
	for _, r := range references {
		all = append(all, r.groups...)
	}
	return all
}()

// definitions are ordered by name.
var definitions = func() (list []definition) {
	group := 0
	for r, ref := range references {
		for _, g := range ref.groups {
			for i, s := range g.Signals {
				list = append(list, definition{s, signalPlace{r, group, i}})
			}
			group++
		}
	}
	slices.SortFunc(list, func(a, b definition) int { return strings.Compare(a.Name, b.Name) })
	return list
}()

// signalPlaces are the places of the signals by name.
var signalPlaces = func() map[string]signalPlace {
	m := make(map[string]signalPlace, len(definitions))
	for _, d := range definitions {
		m[d.Name] = d.signalPlace
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

// Profiles returns the rule sets that are built in, in the order in which they are applied. The caller must not change them.
func Profiles() (list []Profile) {
	for _, r := range references {
		list = append(list, r.profiles...)
	}
	return list
}

// profileNamed returns the built-in profile of a name and the place of its reference; nil if there is none.
func profileNamed(name string) (p *Profile, reference int) {
	for r := range references {
		for i := range references[r].profiles {
			if p := &references[r].profiles[i]; p.Name == name {
				return p, r
			}
		}
	}
	return nil, 0
}

// signalsNamed returns the definitions that names ask for, ordered by name; if names is empty, all that need not be named. A name that
// ends in a full stop stands for all names that begin with it.
func signalsNamed(names []string) []definition {
	var list []definition
	for _, d := range definitions {
		if len(names) == 0 && !d.Named || slices.ContainsFunc(names, func(name string) bool { return fits(d.Name, name) }) {
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

// Capabilities returns the parts of a report that exist.
func Capabilities() []Capability {
	return []Capability{
		{"score.fingerprints", "exact hash, SimHash and datatrove's MinHash; near-duplicates within a Process batch"},
		{"score.language_candidates", "the five most probable languages of the text as a whole"},
		{"score.languages", "languages by their share of the text, of " + language.Default().Described() + "; zxx for no language, und for too little evidence"},
		{"score.lines", "RedPajama-V2's signals of lines, where asked for"},
		{"score.perplexity", "how surprising an English text is to a model of trigrams, and percentiles of genres; absent for other languages"},
		{"score.quality", "how likely an English text is worth keeping, and what each signal adds to that; absent for other languages"},
		{"score.paragraph_languages", "the language of each paragraph"},
		{"score.profiles", "the rule sets of datatrove, dolma, NeMo-Curator and DCLM, FineWeb's recipe, and the caller's own"},
		{"score.signals", "the values of datatrove, dolma, RedPajama-V2, NeMo-Curator and DCLM, word lists, readability and the like"},
		{"score.spun", "whether words of an English text were replaced by synonyms that do not fit, and which; absent for other languages"},
	}
}
