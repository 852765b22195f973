package score

import (
	"fmt"
	"slices"

	"github.com/copydesk/copydesk/internal/fault"
)

// Check returns a *fault.Error for a profile or signal that does not exist, or a name that is taken.
func Check(o Options) error {
	for i, name := range o.Profiles {
		if p, _ := profileNamed(name); p == nil {
			return unknown("PROFILE_UNKNOWN", fmt.Sprintf("profiles[%d]", i), "profile", name)
		}
	}
	for i, name := range o.Signals {
		if !slices.ContainsFunc(definitions, func(d definition) bool { return fits(d.Name, name) }) {
			return unknown("SIGNAL_UNKNOWN", fmt.Sprintf("signals[%d]", i), "signal", name)
		}
	}
	for i := range o.Custom {
		if err := checkCustom(o.Custom, i); err != nil {
			return err
		}
	}
	return nil
}

// checkCustom checks one profile of the caller's own.
func checkCustom(all []Profile, i int) error {
	p, field := all[i], fmt.Sprintf("custom_profiles[%d]", i)
	taken := slices.ContainsFunc(all[:i], func(before Profile) bool { return before.Name == p.Name })
	if builtIn, _ := profileNamed(p.Name); taken || builtIn != nil {
		f := fault.Invalidf("PROFILE_DUPLICATE", field+".name", "the name %q is taken", p.Name)
		f.Value = p.Name
		return f
	}
	if len(p.Steps) > 0 {
		return fault.Invalidf("STEPS_NOT_ALLOWED", field+".steps", "a custom profile has no steps")
	}
	for j, r := range p.Rules {
		if _, ok := placeOf(r.Signal); !ok {
			return unknown("SIGNAL_UNKNOWN", fmt.Sprintf("%s.rules[%d].signal", field, j), "signal", r.Signal)
		}
	}
	return nil
}

func unknown(reason, field, what, name string) error {
	f := fault.Invalidf(reason, field, "there is no %s %q; Describe lists them", what, name)
	f.Value = name
	return f
}
