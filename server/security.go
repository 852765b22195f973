package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"net"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/copydesk/copydesk/internal/auth"
	"github.com/copydesk/copydesk/internal/certs"
	"github.com/copydesk/copydesk/internal/transport"
)

// security is who may call, over what, and how much.
type security struct {
	certFile, keyFile, clientCAFile string
	tokenFile                       string
	jwt                             auth.JWTOptions
	reload                          time.Duration
	limits                          auth.Limits // of a principal that has none of its own
	maxConnections                  int
	handshake, stall                time.Duration
}

const defaultMaxConnections = 10_000

func (s *security) flags(fs *flag.FlagSet) {
	fs.StringVar(&s.certFile, "tls-cert", "", "`file` of the certificate in PEM; empty for cleartext")
	fs.StringVar(&s.keyFile, "tls-key", "", "`file` of the certificate's private key in PEM")
	fs.StringVar(&s.clientCAFile, "tls-client-ca", "", "`file` of the authorities whose certificates callers must show; empty for none")
	fs.StringVar(&s.tokenFile, "token-file", "", "`file` of the callers' bearer tokens, hashed; empty for none")
	fs.StringVar(&s.jwt.KeysURL, "jwt-keys-url", "", "`address` of the keys (JWKS) of JSON Web Tokens; empty for none")
	fs.StringVar(&s.jwt.Issuer, "jwt-issuer", "", "issuer that JSON Web Tokens must have")
	fs.StringVar(&s.jwt.Audience, "jwt-audience", "", "audience that JSON Web Tokens must have")
	fs.DurationVar(&s.jwt.Refresh, "jwt-refresh", auth.DefaultRefresh, "how often the keys are fetched")
	fs.DurationVar(&s.reload, "reload-interval", auth.DefaultReload, "how often files of certificates and tokens are read again")
	fs.Float64Var(&s.limits.Requests, "principal-requests", 0, "calls a second of one caller; 0 for no limit")
	fs.Float64Var(&s.limits.Items, "principal-items", 0, "documents a second of one caller; 0 for no limit")
	fs.Float64Var(&s.limits.Bytes, "principal-bytes", 0, "bytes of requests a second of one caller; 0 for no limit")
	fs.IntVar(&s.limits.Calls, "principal-calls", 0, "calls that one caller may have open at once, streams among them; 0 for no limit")
	fs.IntVar(&s.maxConnections, "max-connections", defaultMaxConnections, "connections of each port")
	fs.DurationVar(&s.stall, "stall-timeout", transport.DefaultStallTimeout, "how long a client may read nothing of what is to be sent to it")
	fs.DurationVar(&s.handshake, "handshake-timeout", transport.DefaultHandshakeTimeout, "how long a connection may take until it can carry calls")
}

// check returns everything that is wrong with the flags.
func (s *security) check() error {
	var errs []error
	if (s.certFile == "") != (s.keyFile == "") {
		errs = append(errs, errors.New("tls-cert and tls-key: both or neither"))
	}
	if s.clientCAFile != "" && s.certFile == "" {
		errs = append(errs, errors.New("tls-client-ca: needs tls-cert and tls-key"))
	}
	if s.jwt.KeysURL == "" && (s.jwt.Issuer != "" || s.jwt.Audience != "") {
		errs = append(errs, errors.New("jwt-issuer and jwt-audience: need jwt-keys-url"))
	}
	if s.reload <= 0 || s.jwt.Refresh <= 0 || s.handshake <= 0 || s.stall <= 0 {
		errs = append(errs, errors.New("reload-interval, jwt-refresh, handshake-timeout and stall-timeout: must be more than 0"))
	}
	if s.limits.Requests < 0 || s.limits.Items < 0 || s.limits.Bytes < 0 || s.limits.Calls < 0 {
		errs = append(errs, errors.New("principal-requests, principal-items, principal-bytes and principal-calls: must not be negative"))
	}
	if s.maxConnections < 1 {
		errs = append(errs, fmt.Errorf("max-connections: must be at least 1, is %d", s.maxConnections))
	}
	return errors.Join(errs...)
}

func (s *security) asksWho() bool {
	return s.tokenFile != "" || s.jwt.KeysURL != "" || s.clientCAFile != ""
}

// secure puts what the flags say into the transport's options. Files and keys are kept up to date until ctx ends.
func (s *security) secure(ctx context.Context, o *transport.Options) (*certs.Files, error) {
	var files *certs.Files
	if s.certFile != "" {
		var err error
		if files, err = certs.Open(certs.Options{CertFile: s.certFile, KeyFile: s.keyFile, ClientCAFile: s.clientCAFile}); err != nil {
			return nil, err
		}
		go files.Watch(ctx, s.reload, o.Logger)
		o.TLS = files.Config()
	}
	if s.asksWho() {
		a := auth.Options{TokenFile: s.tokenFile, ReloadInterval: s.reload, Logger: o.Logger}
		if s.jwt.KeysURL != "" {
			a.JWT = &s.jwt
		}
		var err error
		if o.Auth, err = auth.New(ctx, a); err != nil {
			return nil, err
		}
	}
	o.HandshakeTimeout, o.StallTimeout = s.handshake, s.stall
	o.Quota = auth.NewQuota(s.limits)
	if s.tokenFile+s.jwt.KeysURL != "" && o.TLS == nil {
		o.Logger.LogAttrs(ctx, slog.LevelWarn, "tokens are sent in cleartext: serve TLS, or put a proxy that does in front")
	}
	return files, nil
}

// unixPrefix begins the address of a socket in the file system.
const unixPrefix = "unix:"

// socketMode lets the server's group call; the folder can be stricter.
const socketMode = 0o660

// listenAt listens at host:port or unix:path. A socket that a server left behind is replaced, one in use is not.
func listenAt(ctx context.Context, address string) (net.Listener, error) {
	path, isUnix := strings.CutPrefix(address, unixPrefix)
	if !isUnix {
		return new(net.ListenConfig).Listen(ctx, "tcp", address)
	}
	if conn, err := new(net.Dialer).DialContext(ctx, "unix", path); err == nil {
		_ = conn.Close()
		return nil, fmt.Errorf("%s: %w", path, syscall.EADDRINUSE)
	} else if errors.Is(err, syscall.ECONNREFUSED) {
		_ = os.Remove(path) // what is wrong with it, Listen says
	}
	l, err := new(net.ListenConfig).Listen(ctx, "unix", path)
	if err != nil {
		return nil, err
	}
	if err := os.Chmod(path, socketMode); err != nil {
		_ = l.Close()
		return nil, err
	}
	return l, nil
}

// checkAddress says what is wrong with an address to listen at.
func checkAddress(address string) error {
	if path, isUnix := strings.CutPrefix(address, unixPrefix); isUnix {
		if path == "" {
			return errors.New("unix: must be followed by a path")
		}
		return nil
	}
	_, _, err := net.SplitHostPort(address)
	return err
}
