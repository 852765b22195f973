package main

import (
	"fmt"
	"strings"

	"google.golang.org/protobuf/reflect/protoreflect"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// fieldTree is a choice of fields of a result. An empty one chooses all below it; nil, too.
type fieldTree map[protoreflect.Name]fieldTree

// parseFields reads "id,clean.text": names as in the contract or in its JSON. An error is kept whatever is chosen, so that no
// failure is silent, and a line's number, too.
func parseFields(list string) (fieldTree, error) {
	if list == "" {
		return nil, nil //nolint:nilnil // all fields
	}
	result := (&copydeskv1.ProcessResult{}).ProtoReflect().Descriptor()
	root := fieldTree{"error": {}, "sequence": {}}
	for path := range strings.SplitSeq(list, ",") {
		at, m := root, result
		names := strings.Split(strings.TrimSpace(path), ".")
		for i, name := range names {
			f := fieldOf(m, name)
			if f == nil {
				return nil, fmt.Errorf("--fields: there is no %s in a result", strings.Join(names[:i+1], "."))
			}
			below, ok := at[f.Name()]
			if ok && len(below) == 0 {
				break // all of it is chosen
			}
			if !ok || i == len(names)-1 {
				below = fieldTree{}
				at[f.Name()] = below
			}
			at, m = below, f.Message()
		}
	}
	return root, nil
}

// fieldOf returns the field that either style of its name names, nil if m, which may be nil, has none.
func fieldOf(m protoreflect.MessageDescriptor, name string) protoreflect.FieldDescriptor {
	if m == nil {
		return nil
	}
	if f := m.Fields().ByName(protoreflect.Name(name)); f != nil {
		return f
	}
	return m.Fields().ByJSONName(name)
}

// prune clears what is not chosen.
func (t fieldTree) prune(m protoreflect.Message) {
	if len(t) == 0 {
		return
	}
	m.Range(func(f protoreflect.FieldDescriptor, v protoreflect.Value) bool {
		below, chosen := t[f.Name()]
		switch {
		case !chosen:
			m.Clear(f)
		case f.Message() == nil || f.IsMap():
		case f.IsList():
			for i := range v.List().Len() {
				below.prune(v.List().Get(i).Message())
			}
		default:
			below.prune(v.Message())
		}
		return true
	})
}

// verdictFilter lets results through by what one profile says of them.
type verdictFilter struct {
	profile string
	verdict copydeskv1.Verdict
}

// parseFilter reads "PROFILE" or "PROFILE=keep", "PROFILE=reject"; an empty string is no filter.
func parseFilter(s string) (*verdictFilter, error) {
	if s == "" {
		return nil, nil //nolint:nilnil // none
	}
	profile, verdict, given := strings.Cut(s, "=")
	f := &verdictFilter{profile, copydeskv1.Verdict_VERDICT_KEEP}
	if given {
		n, ok := copydeskv1.Verdict_value["VERDICT_"+strings.ToUpper(strings.ReplaceAll(verdict, " ", "_"))]
		if !ok || n == 0 {
			return nil, fmt.Errorf("--filter: must be PROFILE=keep or PROFILE=reject, is %q", s)
		}
		f.verdict = copydeskv1.Verdict(n)
	}
	return f, nil
}

// passes reports whether a result is to be written. Errors always are.
func (f *verdictFilter) passes(r *copydeskv1.ProcessResult) bool {
	if f == nil || r.HasError() {
		return true
	}
	for _, p := range r.GetScore().GetProfiles() {
		if p.GetName() == f.profile {
			return p.GetVerdict() == f.verdict
		}
	}
	return false
}
