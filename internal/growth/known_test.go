//go:build unix

package growth_test

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// knownFile lists the promises that do not hold yet, one a line: the package at fault, document/operation and what fails,
// separated by tabs. Whoever makes one hold deletes its line: a known failure that passes fails the test.
const knownFile = "testdata/known_failures.txt"

// known compares what is found with the known failures.
type known struct {
	owners map[string]string // by name, as nameOf returns it
	seen   map[string]bool
}

func readKnown(t *testing.T, file string) *known {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	k := &known{map[string]string{}, map[string]bool{}}
	for line := range strings.Lines(string(b)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		owner, name, ok := strings.Cut(line, "\t")
		if !ok {
			t.Fatalf("%s: %q is not owner, tab, name", file, line)
		}
		k.owners[name] = owner
	}
	return k
}

func nameOf(document, operation, what string) string {
	return document + "/" + operation + "\t" + what
}

func (k *known) has(name string) bool { return k.owners[name] != "" }

// check fails the test if a promise is broken without being known, or holds although it is known to be broken. Where it is
// close to its limit, one measurement says this and the next says that: a known failure may then pass.
func (k *known) check(t *testing.T, name string, broken, near bool, found string) {
	t.Helper()
	owner := k.owners[name]
	k.seen[name] = true
	switch {
	case broken && owner == "":
		t.Errorf("%s: %s", name, found)
	case broken:
		t.Logf("known failure of %s: %s: %s", owner, name, found)
	case owner != "" && !near:
		t.Errorf("%s holds now (%s): delete its line from %s", name, found, knownFile)
	}
}

// reportUnused fails the test if a known failure names nothing that was tested.
func (k *known) reportUnused(t *testing.T) {
	t.Helper()
	if flag.Lookup("test.run").Value.String() != "" {
		return // perhaps only some of the subtests ran
	}
	for _, name := range slices.Sorted(maps.Keys(k.owners)) {
		if !k.seen[name] {
			t.Errorf("%s names %q, which was not tested", knownFile, name)
		}
	}
}
