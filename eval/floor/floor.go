// Package floor compares figures with the recorded ones in floors.json, so that a change which makes one worse fails.
//
// All figures of quality are the same in every run and on every machine, so that a floor needs no margin for noise: it is
// the figure of the day it was recorded, with four decimals, rounded so that the figure itself passes. A change that is
// worth a worse figure records the floors anew, with `make eval ARGS="-record"`, and its commit says why. Speed depends on
// the machine and is not compared; the growth tests and the measurement `hostile` bound it.
package floor

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strings"
)

// file is relative to eval/, where eval runs.
const file = "floors.json"

// figure is what a measurement found.
type figure struct {
	value   float64
	ceiling bool // whether less is better
}

// figures of the measurement that runs, by name.
var figures = map[string]figure{}

// Begin forgets the figures of an earlier measurement.
func Begin() { clear(figures) }

// AtLeast compares a figure of which more is better. Its name begins with that of the measurement and "/".
func AtLeast(name string, value float64) { figures[name] = figure{value, false} }

// AtMost compares a figure of which less is better.
func AtMost(name string, value float64) { figures[name] = figure{value, true} }

// Check fails if a figure is worse than its floor or has none, or if a floor of the measurement has no figure.
func Check(measurement string) error {
	floors, err := read()
	if err != nil {
		return err
	}
	return compare(floors, figures, measurement+"/")
}

// Record makes the figures of the measurement its floors.
func Record(measurement string) error {
	floors, err := read()
	if err != nil {
		return err
	}
	maps.DeleteFunc(floors, func(name string, _ float64) bool { return strings.HasPrefix(name, measurement+"/") })
	for name, f := range figures {
		floors[name] = f.floor()
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b) // in the order of the names
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(floors); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o600)
}

// floor returns the figure with four decimals, rounded in the direction that it passes.
func (f figure) floor() float64 {
	if f.ceiling {
		return math.Ceil(f.value*1e4) / 1e4
	}
	return math.Floor(f.value*1e4) / 1e4
}

func read() (map[string]float64, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	floors := map[string]float64{}
	if err := json.Unmarshal(b, &floors); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return floors, nil
}

func compare(floors map[string]float64, figures map[string]figure, prefix string) error {
	var faults []string
	for name, f := range figures {
		least, ok := floors[name]
		switch {
		case !ok:
			faults = append(faults, fmt.Sprintf("%s is %v and has no floor", name, f.value))
		case math.IsNaN(f.value), !f.ceiling && f.value < least:
			faults = append(faults, fmt.Sprintf("%s is %v, must be at least %v", name, f.value, least))
		case f.ceiling && f.value > least:
			faults = append(faults, fmt.Sprintf("%s is %v, must be at most %v", name, f.value, least))
		}
	}
	for name := range floors {
		if _, ok := figures[name]; !ok && strings.HasPrefix(name, prefix) {
			faults = append(faults, name+" has a floor and was not measured")
		}
	}
	if len(faults) == 0 {
		return nil
	}
	slices.Sort(faults)
	return errors.New(file + ":\n  " + strings.Join(faults, "\n  "))
}
