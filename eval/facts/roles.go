package facts

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/copydesk/copydesk/eval/data"
	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/extract"
	"github.com/copydesk/copydesk/internal/text"
)

// roleAnnotations are the roles of persons in articles of news-train, annotated by reading; byte offsets, no text.
//
//go:embed roles.jsonl
var roleAnnotations string

// personRole is one place where a person is presented in a role.
type personRole struct{ Person, Role [2]int }

// Roles prints how many of the roles of persons are found, and how many that are found are roles.
func Roles() error {
	gold := map[string][]personRole{}
	for line := range strings.Lines(roleAnnotations) {
		var r struct {
			ID    string       `json:"id"`
			Roles []personRole `json:"roles"`
		}
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			return err
		}
		gold[r.ID] = r.Roles
	}
	articles, err := data.ReadJSONL[article]("news/news-train.jsonl.xz")
	if err != nil {
		return err
	}
	var all pairs
	for _, a := range articles {
		if want, ok := gold[a.ID]; ok {
			if err := countRoles(&all, a, want); err != nil {
				return err
			}
		}
	}
	p, r, f := all.f1()
	fmt.Printf("  precision %.3f, recall %.3f, F1 %.3f of %d roles in %d articles\n", p, r, f, all.gold, len(gold))
	floor.AtLeast("roles/F1", f)
	return nil
}

// countRoles compares the roles found in a with those wanted. Of a role that is given twice one place counts.
func countRoles(all *pairs, a article, want []personRole) error {
	d, f, err := factsOf(a.Text, extract.Entities)
	if err != nil {
		return err
	}
	all.gold += len(want)
	for i := range f.Entities {
		e := &f.Entities[i]
		for _, role := range e.Roles {
			all.found++
			right := 0
			for _, w := range want {
				right = max(right, data.OneIf(isNamed(e, w.Person) && sameRole(role.Text, a.Text[w.Role[0]:w.Role[1]])))
			}
			all.both += right
			if right == 0 && List {
				fmt.Printf("%s: extra: %s: %s\n", a.ID, e.Name, role.Text)
			}
		}
	}
	for _, w := range want {
		if List && !hasRole(f.Entities, w, a.Text) {
			fmt.Printf("%s: missed: %s: %s\n", a.ID, a.Text[w.Person[0]:w.Person[1]], d.Clean[w.Role[0]:w.Role[1]])
		}
	}
	return nil
}

// hasRole reports whether the role w is found.
func hasRole(all []extract.Entity, w personRole, text string) bool {
	for i := range all {
		for _, role := range all[i].Roles {
			if isNamed(&all[i], w.Person) && sameRole(role.Text, text[w.Role[0]:w.Role[1]]) {
				return true
			}
		}
	}
	return false
}

// isNamed reports whether e is named at the place.
func isNamed(e *extract.Entity, place [2]int) bool {
	for _, m := range e.Mentions {
		if m.Place.Clean.Overlaps(text.Span{Start: place[0], End: place[1]}) {
			return true
		}
	}
	return false
}

// sameRole reports whether at least half of the words of two roles are the same.
func sameRole(a, b string) bool {
	words := map[string]bool{}
	for w := range strings.FieldsSeq(strings.ToLower(a)) {
		words[w] = true
	}
	same, n := 0, 0
	for w := range strings.FieldsSeq(strings.ToLower(b)) {
		n++
		same += data.OneIf(words[w])
	}
	return 2*same >= max(n, len(words))
}
