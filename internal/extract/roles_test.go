package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRoles lists the roles of persons, each as "name: role".
func TestRoles(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		in   string
		want []string
	}{
		"before the name":          {"The mayor of Larch met council chairwoman Ruth Adeyemi.", []string{"Ruth Adeyemi: council chairwoman"}},
		"after a comma":            {"Daniel Okafor, the mayor of Saltmarsh, spoke.", []string{"Daniel Okafor: mayor of Saltmarsh"}},
		"before a comma":           {"The chairman of the council, Daniel Okafor, spoke.", []string{"Daniel Okafor: chairman of the council"}},
		"with a party":             {"Daniel Okafor, D-Ohio, chairman of the Ferry Committee, spoke.", []string{"Daniel Okafor: chairman of the Ferry Committee"}},
		"with brackets":            {"Daniel Okafor (R-Ohio), a lawyer, spoke.", []string{"Daniel Okafor: lawyer"}},
		"with an age":              {"Daniel Okafor, 47, a lawyer from Larch, spoke.", []string{"Daniel Okafor: lawyer"}},
		"with a town":              {"Daniel Okafor of Chicago, chairman of the Ferry Committee, spoke.", []string{"Daniel Okafor: chairman of the Ferry Committee"}},
		"after is":                 {"Daniel Okafor is the mayor of Saltmarsh.", []string{"Daniel Okafor: mayor of Saltmarsh"}},
		"served as":                {"Daniel Okafor, who had served as mayor of Saltmarsh, spoke.", []string{"Daniel Okafor: mayor of Saltmarsh"}},
		"appointed":                {"Daniel Okafor was appointed ambassador to Chile in May.", []string{"Daniel Okafor: ambassador to Chile"}},
		"roles, including":         {"Daniel Okafor, who has held several posts, including ambassador to Chile, spoke.", []string{"Daniel Okafor: ambassador to Chile"}},
		"of somebody":              {"Mr. Okafor’s deputy, Ruth Adeyemi, spoke.", []string{"Ruth Adeyemi: Mr. Okafor’s deputy"}},
		"of somebody with a role":  {"President Daniel Okafor’s secretary of state, Ruth Adeyemi, spoke.", []string{"Daniel Okafor: President", "Ruth Adeyemi: President Daniel Okafor’s secretary of state"}},
		"two words of a title":     {"Prime Minister Ruth Adeyemi spoke.", []string{"Ruth Adeyemi: Prime Minister"}},
		"a doctor":                 {"The institute's director, Dr. Ruth Adeyemi, met agency spokesman Dr. Daniel Okafor.", []string{"Ruth Adeyemi: institute's director", "Daniel Okafor: agency spokesman"}},
		"a verb before":            {"They told reporter Ruth Adeyemi so.", []string{"Ruth Adeyemi: reporter"}},
		"somebody else speaks":     {"Daniel Okafor, the official said, is ill.", nil},
		"no role":                  {"Daniel Okafor is no lawyer. Ruth Adeyemi was ill.", nil},
		"a group":                  {"Daniel Okafor, the lawyers and the judge met.", nil},
		"a courtesy title is none": {"Mr. Okafor met Mrs. Adeyemi.", nil},
		"a thing beside":           {"In the memo, Ruth Adeyemi explains it.", nil},
	} {
		var got []string
		for _, e := range run(t, document(tt.in)).Entities {
			for _, r := range e.Roles {
				got = append(got, e.Name+": "+r.Text)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}
