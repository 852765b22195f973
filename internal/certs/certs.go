// Package certs gives TLS the certificates that are in files now, so that they can be replaced while the server runs.
package certs

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"github.com/copydesk/copydesk/internal/reload"
)

// Options name the files, in PEM.
type Options struct {
	// CertFile has the server's certificate and those between it and its authority; KeyFile its private key.
	CertFile, KeyFile string

	// ClientCAFile has the authorities whose certificates callers must show; "" for none, then callers show no certificate.
	ClientCAFile string
}

// Files are the certificates in files.
type Files struct{ files *reload.Files[*material] }

type material struct {
	config   *tls.Config
	notAfter time.Time
}

// Open reads the files. A key that does not belong to its certificate is an error.
func Open(o Options) (*Files, error) {
	paths := []string{o.CertFile, o.KeyFile}
	if o.ClientCAFile != "" {
		paths = append(paths, o.ClientCAFile)
	}
	f, err := reload.Open(parse, paths...)
	if err != nil {
		return nil, fmt.Errorf("tls: %w", err)
	}
	return &Files{f}, nil
}

// parse makes what a handshake needs. Its errors quote nothing of the files.
func parse(contents [][]byte) (*material, error) {
	cert, err := tls.X509KeyPair(contents[0], contents[1])
	if err != nil {
		return nil, errors.New("the certificate and its key cannot be used, or do not belong together")
	}
	c := &tls.Config{
		MinVersion:   tls.VersionTLS12,
		Certificates: []tls.Certificate{cert},
		NextProtos:   []string{"h2", "http/1.1"},
	}
	if len(contents) > 2 {
		c.ClientCAs = x509.NewCertPool()
		if !c.ClientCAs.AppendCertsFromPEM(contents[2]) {
			return nil, errors.New("the file of client authorities has no certificate")
		}
		c.ClientAuth = tls.RequireAndVerifyClientCert
		c.SessionTicketsDisabled = true // a resumed session would not be checked against the authorities of now
	}
	return &material{c, cert.Leaf.NotAfter}, nil
}

// Config is for a server; each handshake takes the certificates that are in force then.
func (f *Files) Config() *tls.Config {
	c := f.files.Value().config.Clone()
	c.GetConfigForClient = func(*tls.ClientHelloInfo) (*tls.Config, error) { return f.files.Value().config, nil }
	return c
}

// NotAfter is when the server's certificate expires.
func (f *Files) NotAfter() time.Time { return f.files.Value().notAfter }

// Watch reads the files again every interval until ctx ends.
func (f *Files) Watch(ctx context.Context, interval time.Duration, log *slog.Logger) {
	f.files.Watch(ctx, interval, log)
}
