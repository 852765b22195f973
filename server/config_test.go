package main

import (
	"io"
	"slices"
	"strings"
	"testing"
)

func noEnv(string) (string, bool) { return "", false }

func TestConfig(t *testing.T) {
	t.Parallel()
	c, err := parseConfig(nil, noEnv, io.Discard)
	if err != nil || c.grpcAddress != ":50051" || c.httpAddress != ":8080" {
		t.Fatalf("defaults: %+v, %v", c, err)
	}
	env := func(name string) (string, bool) {
		return map[string]string{"COPYDESK_GRPC_ADDRESS": ":1", "COPYDESK_WORKERS": "3"}[name],
			name == "COPYDESK_GRPC_ADDRESS" || name == "COPYDESK_WORKERS"
	}
	c, err = parseConfig([]string{"--grpc-address", ":2"}, env, io.Discard)
	if err != nil || c.grpcAddress != ":2" || c.workers != 3 {
		t.Fatalf("a flag wins over its variable: %+v, %v", c, err)
	}
}

func TestUnknownVariables(t *testing.T) {
	t.Parallel()
	got := unknownVariables([]string{
		"COPYDESK_WORKERS=3", "COPYDESK_WROKERS=3", "HOME=/", "COPYDESK_SERVICE_HOST=10.0.0.1", "COPYDESK_PORT_50051_TCP=x", "COPYDESK_LOG=info",
	})
	if want := []string{"COPYDESK_LOG", "COPYDESK_WROKERS"}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestBadConfig(t *testing.T) {
	t.Parallel()
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"--grpc-address", "nowhere"}, "grpc-address"},
		{[]string{"--workers", "0"}, "workers: must be 1 to 10000, is 0"},
		{[]string{"--stop-timeout", "-1s"}, "stop-timeout: must be more than 0"},
		{[]string{"--max-message-bytes", "10"}, "max-message-bytes: must be at least max-document-bytes"},
		{[]string{"--max-document-bytes", "3000000000"}, "max-document-bytes: must be 1 to 536870912, is 3000000000"},
		{[]string{"--max-message-bytes", "3000000000"}, "max-message-bytes: must be 1 to 2147483647"},
		{[]string{"--max-response-bytes", "3000000000"}, "max-response-bytes: must be 1 to 2147483647"},
		{[]string{"--stop-delay", "-1s"}, "stop-delay: must be at least 0"},
		{[]string{"--stall-timeout", "0s"}, "stall-timeout: must be more than 0"},
		{[]string{"--principal-calls", "-1"}, "principal-calls: must not be negative"},
		{[]string{"--memory-limit", "64MiB"}, "memory-limit: must be at least 100663296, is 67108864"},
		{[]string{"--memory-limit", "much"}, "memory-limit"},
		{[]string{"--memory-limit", "9999999999GiB"}, "memory-limit"},
		{[]string{"--cors-origins", "example.org"}, "cors-origins: must be like https://example.org"},
		{[]string{"--log-level", "loud"}, "log-level"},
		{[]string{"--log-format", "xml"}, "log-format"},
		{[]string{"extra"}, `unexpected argument "extra"`},
		{[]string{"--no-such"}, "no-such"},
	}
	for _, tt := range tests {
		_, err := parseConfig(tt.args, noEnv, io.Discard)
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%v: %v", tt.args, err)
		}
	}
	bad := func(name string) (string, bool) { return "many", name == "COPYDESK_WORKERS" }
	if _, err := parseConfig(nil, bad, io.Discard); err == nil || !strings.Contains(err.Error(), "COPYDESK_WORKERS") {
		t.Errorf("a bad variable is not named: %v", err)
	}
}
