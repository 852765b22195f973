package main

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// describe prints what a service does, as JSON.
func (s *session) describe(args []string) int {
	var set settings
	rest, code, ok := s.readFlags("describe", &set, args)
	if !ok {
		return code
	}
	if len(rest) > 0 {
		return s.usage("describe takes no arguments")
	}
	c, end, err := set.connect()
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
