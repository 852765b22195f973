package main

import (
	"flag"
	"io"
	"slices"
	"strings"
)

// serviceVariables are what Kubernetes gives every container of the namespace for a service called copydesk.
var serviceVariables = []string{"COPYDESK_SERVICE_", "COPYDESK_PORT"}

// unknownVariables returns the names in environ that begin like those of flags and are none: they have no effect, which their
// author should know.
func unknownVariables(environ []string) []string {
	known := map[string]bool{}
	new(config).flags(io.Discard).VisitAll(func(f *flag.Flag) { known[envName(f.Name)] = true })
	var unknown []string
	for _, v := range environ {
		name, _, _ := strings.Cut(v, "=")
		ours := strings.HasPrefix(name, envPrefix) && !known[name]
		if ours && !slices.ContainsFunc(serviceVariables, func(p string) bool { return strings.HasPrefix(name, p) }) {
			unknown = append(unknown, name)
		}
	}
	slices.Sort(unknown)
	return unknown
}
