// Command gazetteers makes the name lists of internal/extract from public lists. Run it in the repository's
// root: go run train/gazetteers/main.go.
package main

import (
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

const (
	in  = "../shared/data/gazetteers"
	out = "internal/extract/gazetteer"
)

// common are names that are everyday English words as well, so that a capital proves little.
var common = strings.Fields(`Best Bill Brown Church Day Faith Field Good Grace Green Hope House King Long Love Man
March April May June Many Mark Most Mobile Of Orange Police Reading Rich Rose Same Summer Sunday Monday Friday
Victory White Will Young Bath Deal Ware Battle Hull Rugby Sandy Normal Enterprise Split Nice Most Union Liberty
Independence Orient Central University Republic Along Bar Bay Big Buy Date Hit Male Man Police Same Same The
Van Bo Ho Wa Ye Clinton Trump Lincoln Washington Jackson Sanders`)

func main() {
	lists := map[string][]string{
		"forenames": append(read("forenames.tsv"), kind("us-census-names.tsv", "forename")...),
		"surnames":  append(read("surnames.tsv"), kind("us-census-names.tsv", "surname")...),
		"places":    append(read("cities.tsv"), read("places.tsv")...),
		"bodies":    read("organisations.tsv"),
		"nations":   read("nationalities.tsv"),
	}
	for name, list := range lists {
		write(name, list)
	}
}

// read returns the first column of a table.
func read(file string) []string { return kind(file, "") }

// kind returns the first column of the rows whose second column is want; of all if want is empty.
func kind(file, want string) []string {
	data, err := os.ReadFile(filepath.Join(in, file))
	if err != nil {
		log.Fatal(err)
	}
	var names []string
	for _, row := range strings.Split(strings.TrimSpace(string(data)), "\n")[1:] {
		cells := strings.Split(row, "\t")
		if want == "" || cells[1] == want {
			names = append(names, cells[0])
		}
	}
	return names
}

// write sorts names and writes them without repeats, short ones and everyday words.
func write(name string, names []string) {
	slices.Sort(names)
	names = slices.DeleteFunc(slices.Compact(names), func(n string) bool {
		return len(n) < 3 || n[0] < 'A' || slices.Contains(common, n)
	})
	data := []byte(strings.Join(names, "\n") + "\n")
	if err := os.WriteFile(filepath.Join(out, name+".txt"), data, 0o644); err != nil {
		log.Fatal(err)
	}
}
