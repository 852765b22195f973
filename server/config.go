package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"math"
	"net/url"
	"runtime"
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/service"
	"github.com/copydesk/copydesk/internal/transport"
)

// envPrefix is put before a flag's name to give its environment variable.
const envPrefix = "COPYDESK_"

// The largest values of flags. Offsets are int32, and a clean text can be longer than its source.
const (
	maxDocumentBytes  = 512 << 20
	maxBatchDocuments = 1_000_000
	maxWorkers        = 10_000
)

// config is how the server runs. The defaults are good for trying it out and for most deployments.
type config struct {
	grpcAddress     string
	httpAddress     string // empty: no gateway
	metricsAddress  string // empty: no metrics
	adminAddress    string // empty: no profiles and no channelz
	reflection      bool
	corsOrigins     string
	logLevel        string
	logFormat       string
	stopDelay       time.Duration
	stopTimeout     time.Duration
	memory          size // 0: what the process may use
	maxDocument     int
	maxBatch        int
	maxMessage      int
	maxResponse     int
	maxUnaryTime    time.Duration
	maxDocumentTime time.Duration
	workers         int
	exitWithStdin   bool
	version         bool // only say which version this is
	security
}

// parseConfig reads flags and, where a flag is not given, environment variables.
func parseConfig(args []string, env func(string) (string, bool), usage io.Writer) (config, error) {
	var c config
	fs := c.flags(usage)
	if err := fs.Parse(args); err != nil {
		return c, err
	}
	if fs.NArg() > 0 {
		return c, fmt.Errorf("unexpected argument %q", fs.Arg(0))
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	var errs []error
	fs.VisitAll(func(f *flag.Flag) {
		name := envName(f.Name)
		if v, ok := env(name); ok && !given[f.Name] {
			if err := f.Value.Set(v); err != nil {
				errs = append(errs, fmt.Errorf("%s=%q: %w", name, v, err))
			}
		}
	})
	return c, errors.Join(append(errs, c.check())...)
}

func (c *config) flags(usage io.Writer) *flag.FlagSet {
	fs := flag.NewFlagSet("server", flag.ContinueOnError)
	fs.SetOutput(usage)
	fs.StringVar(&c.grpcAddress, "grpc-address", ":50051", "host:port of gRPC, or unix:path")
	fs.StringVar(&c.httpAddress, "http-address", ":8080", "host:port of REST, Connect and gRPC-Web; empty for none")
	fs.StringVar(&c.metricsAddress, "metrics-address", "127.0.0.1:9090", "host:port of Prometheus metrics, /healthz and /readyz; empty for none")
	fs.StringVar(&c.adminAddress, "admin-address", "", "host:port of profiles and channelz, which ask for no credentials; empty for none")
	fs.StringVar(&c.corsOrigins, "cors-origins", "", "`origins` whose pages may call the HTTP port, separated by commas, or *; empty for none")
	fs.BoolVar(&c.reflection, "reflection", true, "let grpcurl and the like ask for the contract")
	fs.StringVar(&c.logLevel, "log-level", "info", "debug, info, warn or error")
	fs.StringVar(&c.logFormat, "log-format", "text", "text or json")
	fs.DurationVar(&c.stopDelay, "stop-delay", 3*time.Second, "how long calls are still taken after a signal to stop, while health says NOT_SERVING")
	fs.Var(&c.memory, "memory-limit", "`bytes` that the process may use, as in 2GiB; without it GOMEMLIMIT, the control group's limit or half the machine")
	fs.DurationVar(&c.stopTimeout, "stop-timeout", 20*time.Second, "how long open calls may go on after a signal to stop")
	fs.BoolVar(&c.exitWithStdin, "exit-with-stdin", false, "for a program that starts a server for itself: print \"ready ADDRESS\" when serving, and stop when standard input ends")
	fs.BoolVar(&c.version, "version", false, "print the version and exit")
	fs.IntVar(&c.maxDocument, "max-document-bytes", service.DefaultMaxDocumentBytes, "largest content of a document")
	fs.IntVar(&c.maxBatch, "max-batch-documents", service.DefaultMaxBatchDocuments, "most documents of a Process request")
	fs.IntVar(&c.maxMessage, "max-message-bytes", transport.DefaultMaxMessageBytes, "largest request message")
	fs.IntVar(&c.maxResponse, "max-response-bytes", service.DefaultMaxResponseBytes, "largest limit on a response that a request may state")
	fs.DurationVar(&c.maxUnaryTime, "max-unary-time", transport.DefaultMaxUnaryTime, "longest time of a unary call")
	fs.DurationVar(&c.maxDocumentTime, "max-document-time", service.DefaultMaxDocumentTime, "longest time of one document of a batch or stream")
	fs.IntVar(&c.workers, "workers", runtime.GOMAXPROCS(0), "documents worked on at once")
	c.security.flags(fs)
	return fs
}

// envName is the environment variable of a flag.
func envName(flagName string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(flagName, "-", "_"))
}

// check returns everything that is wrong with the configuration.
func (c *config) check() error {
	errs := []error{c.security.check()}
	for _, a := range []struct{ name, address string }{
		{"grpc-address", c.grpcAddress}, {"http-address", c.httpAddress}, {"metrics-address", c.metricsAddress}, {"admin-address", c.adminAddress},
	} {
		if err := checkAddress(a.address); err != nil && (a.address != "" || a.name == "grpc-address") {
			errs = append(errs, fmt.Errorf("%s: %w", a.name, err))
		}
	}
	for _, n := range []struct {
		name           string
		value, largest int
	}{
		{"max-document-bytes", c.maxDocument, maxDocumentBytes},
		{"max-batch-documents", c.maxBatch, maxBatchDocuments},
		{"max-message-bytes", c.maxMessage, math.MaxInt32},
		{"max-response-bytes", c.maxResponse, math.MaxInt32},
		{"workers", c.workers, maxWorkers},
	} {
		if n.value < 1 || n.value > n.largest {
			errs = append(errs, fmt.Errorf("%s: must be 1 to %d, is %d", n.name, n.largest, n.value))
		}
	}
	for _, d := range []struct {
		name  string
		value time.Duration
	}{
		{"stop-timeout", c.stopTimeout}, {"max-unary-time", c.maxUnaryTime}, {"max-document-time", c.maxDocumentTime},
	} {
		if d.value <= 0 {
			errs = append(errs, fmt.Errorf("%s: must be more than 0, is %s", d.name, d.value))
		}
	}
	errs = append(errs, c.checkOrigins()...)
	if c.stopDelay < 0 {
		errs = append(errs, fmt.Errorf("stop-delay: must be at least 0, is %s", c.stopDelay))
	}
	if c.memory != 0 && c.memory < minMemory {
		errs = append(errs, fmt.Errorf("memory-limit: must be at least %d, is %d", minMemory, c.memory))
	}
	if c.maxMessage < c.maxDocument {
		errs = append(errs, fmt.Errorf("max-message-bytes: must be at least max-document-bytes, %d", c.maxDocument))
	}
	if new(slog.Level).UnmarshalText([]byte(c.logLevel)) != nil {
		errs = append(errs, fmt.Errorf("log-level: must be debug, info, warn or error, is %q", c.logLevel))
	}
	if c.logFormat != "text" && c.logFormat != "json" {
		errs = append(errs, fmt.Errorf("log-format: must be text or json, is %q", c.logFormat))
	}
	return errors.Join(errs...)
}

func (c *config) checkOrigins() (errs []error) {
	for _, origin := range c.origins() {
		if u, err := url.Parse(origin); origin != "*" && (err != nil || u.Scheme == "" || u.Host == "" || u.Path != "") {
			errs = append(errs, fmt.Errorf("cors-origins: must be like https://example.org, is %q", origin))
		}
	}
	return errs
}

// origins are those of cors-origins.
func (c *config) origins() []string {
	return strings.FieldsFunc(c.corsOrigins, func(r rune) bool { return r == ',' || r == ' ' })
}

// logger returns the logger; the configuration has been checked.
func (c *config) logger(w io.Writer) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.logLevel)) // checked
	o := &slog.HandlerOptions{Level: level}
	if c.logFormat == "json" {
		return slog.New(transport.LogHandler{Handler: slog.NewJSONHandler(w, o)})
	}
	return slog.New(transport.LogHandler{Handler: slog.NewTextHandler(w, o)})
}

func isHelp(err error) bool { return errors.Is(err, flag.ErrHelp) }
