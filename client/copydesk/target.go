package main

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"

	"google.golang.org/grpc"

	"github.com/copydesk/copydesk/client"
)

// target is the service that a command calls.
type target struct {
	server    string
	insecure  bool
	caFile    string
	certFile  string
	keyFile   string
	tokenFile string
}

// tokenVariable has the bearer token where no file is named: a flag would show it to everybody on the machine.
const tokenVariable = "COPYDESK_TOKEN"

func (t *target) targetFlags(fs *flag.FlagSet, byDefault, without string) {
	fs.StringVar(&t.server, "server", byDefault, "`host:port` of a service"+without)
	fs.BoolVar(&t.insecure, "insecure", false, "call a server on another machine without TLS")
	fs.StringVar(&t.caFile, "tls-ca", "", "`file` of the authorities that the server's certificate may be from; those of the system without it")
	fs.StringVar(&t.certFile, "tls-cert", "", "`file` of a certificate to show to the server")
	fs.StringVar(&t.keyFile, "tls-key", "", "`file` of that certificate's key")
	fs.StringVar(&t.tokenFile, "token-file", "", "`file` that holds a bearer token and nothing else; "+tokenVariable+" without it")
}

// options are those of a connection to the server.
func (t *target) options() ([]client.Option, error) {
	var opts []client.Option
	if t.insecure {
		opts = append(opts, client.WithInsecure())
	}
	if t.caFile+t.certFile+t.keyFile != "" {
		c, err := t.tls()
		if err != nil {
			return nil, err
		}
		opts = append(opts, client.WithTLS(c))
	}
	token := os.Getenv(tokenVariable)
	if t.tokenFile != "" {
		b, err := os.ReadFile(t.tokenFile)
		if err != nil {
			return nil, err
		}
		token = string(b)
	}
	if token = strings.TrimSpace(token); token != "" {
		opts = append(opts, client.WithDialOptions(grpc.WithPerRPCCredentials(bearer(token))))
	}
	return opts, nil
}

func (t *target) tls() (*tls.Config, error) {
	if t.insecure {
		return nil, errors.New("--insecure is for calls without TLS, --tls-ca, --tls-cert and --tls-key for calls with it")
	}
	c := &tls.Config{MinVersion: tls.VersionTLS12}
	if t.caFile != "" {
		b, err := os.ReadFile(t.caFile)
		if err != nil {
			return nil, err
		}
		c.RootCAs = x509.NewCertPool()
		if !c.RootCAs.AppendCertsFromPEM(b) {
			return nil, fmt.Errorf("--tls-ca: %s has no certificate", t.caFile)
		}
	}
	if t.certFile != "" || t.keyFile != "" {
		pair, err := tls.LoadX509KeyPair(t.certFile, t.keyFile)
		if err != nil {
			return nil, fmt.Errorf("--tls-cert and --tls-key: %w", err)
		}
		c.Certificates = []tls.Certificate{pair}
	}
	return c, nil
}

// bearer is a token that is sent with each call.
type bearer string

// GetRequestMetadata implements credentials.PerRPCCredentials.
func (b bearer) GetRequestMetadata(context.Context, ...string) (map[string]string, error) {
	return map[string]string{"authorization": "Bearer " + string(b)}, nil
}

// RequireTransportSecurity implements credentials.PerRPCCredentials. Without TLS are calls on this machine, and those for
// which the user asked for none.
func (bearer) RequireTransportSecurity() bool { return false }
