package main

import (
	"fmt"
	"os"
	"slices"

	"google.golang.org/protobuf/encoding/protojson"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// readCustom reads the caller's own profiles.
func (set *settings) readCustom() error {
	set.custom = nil
	for _, file := range set.customFiles {
		b, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("--custom-profile: %w", err)
		}
		p := &copydeskv1.Profile{}
		if err := protojson.Unmarshal(b, p); err != nil {
			return fmt.Errorf("--custom-profile: %s is not a Profile as JSON: %w", file, err)
		}
		set.custom = append(set.custom, p)
	}
	return nil
}

// isCustom reports whether a profile is the caller's own.
func (set *settings) isCustom(name string) bool {
	return slices.ContainsFunc(set.custom, func(p *copydeskv1.Profile) bool { return p.GetName() == name })
}
