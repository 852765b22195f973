package text

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"github.com/copydesk/copydesk/eval/floor"
	"github.com/copydesk/copydesk/internal/clean/boilerplate"
)

// promptData has prompts of twelve languages that no phrase was written for, and prose that begins like prompts.
//
//go:embed testdata/prompts.json
var promptData []byte

// printLanguages prints the share of prompts that are dropped and of prose that is kept, by language.
func printLanguages() error {
	var data struct{ Prompts, Prose map[string][]string }
	if err := json.Unmarshal(promptData, &data); err != nil {
		return err
	}
	fmt.Printf("prompts that no phrase was written for, balanced\n%-6s%10s%12s\n", "", "dropped", "prose kept")
	var dropped, keptProse share
	for _, l := range slices.Sorted(maps.Keys(data.Prompts)) {
		var d, k share
		for _, line := range data.Prompts[l] {
			d.add(runLines(line, boilerplate.Balanced) == "", 1)
		}
		for _, line := range data.Prose[l] {
			k.add(runLines(line, boilerplate.Balanced) == line, 1)
		}
		fmt.Printf("%-6s%10s%12s\n", l, fmt.Sprintf("%d of %d", d.part, d.whole), fmt.Sprintf("%d of %d", k.part, k.whole))
		dropped, keptProse = share{dropped.part + d.part, dropped.whole + d.whole}, share{keptProse.part + k.part, keptProse.whole + k.whole}
	}
	fmt.Printf("%-6s%10s%12s\n", "all", dropped, keptProse)
	floor.AtLeast("lines/prompts of twelve languages", float64(dropped.part)/float64(dropped.whole))
	floor.AtLeast("lines/prose of twelve languages", float64(keptProse.part)/float64(keptProse.whole))
	return nil
}
