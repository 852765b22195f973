package main

import (
	"errors"
	"flag"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// describe prints what a service does, as JSON.
func (s *session) describe(args []string) int {
	fs := flag.NewFlagSet("copydesk describe", flag.ContinueOnError)
	fs.SetOutput(s.stderr)
	var t target
	t.targetFlags(fs, "", "; without it the one inside the command")
	rest, err := parse(fs, args)
	if errors.Is(err, flag.ErrHelp) {
		return exitOK
	}
	if err != nil {
		return exitUsage
	}
	if len(rest) > 0 {
		return s.usage("describe takes no arguments")
	}
	c, end, err := connect(t)
	if err != nil {
		return s.failed(err)
	}
	defer end()
	r, err := c.Describe(s.ctx, copydeskv1.DescribeRequest_builder{Features: []copydeskv1.DescribeFeature{
		copydeskv1.DescribeFeature_DESCRIBE_FEATURE_RULES, copydeskv1.DescribeFeature_DESCRIBE_FEATURE_PROFILES,
		copydeskv1.DescribeFeature_DESCRIBE_FEATURE_SIGNALS,
	}}.Build())
	if err != nil {
		return s.failed(err)
	}
	if err := printJSON(s.stdout, r, true); err != nil {
		return s.failed(err)
	}
	return exitOK
}
