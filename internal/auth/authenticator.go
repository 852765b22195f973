package auth

import (
	"context"
	"crypto/sha256"
	"crypto/x509"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/copydesk/copydesk/internal/reload"
)

// Options say whom an Authenticator believes. With the zero value it believes certificates only.
type Options struct {
	// TokenFile has a line for each static token; "" for none.
	TokenFile string

	// ReloadInterval is how often the token file is read again. 0 means DefaultReload.
	ReloadInterval time.Duration

	// JWT says which JSON Web Tokens are believed; nil for none.
	JWT *JWTOptions

	// Logger takes what goes wrong with files and keys. nil means slog.Default().
	Logger *slog.Logger
}

// DefaultReload is how often files are read again unless options say otherwise.
const DefaultReload = 30 * time.Second

// Authenticator says who calls.
type Authenticator struct {
	static *reload.Files[tokens] // nil: no static tokens
	jwt    *jwts                 // nil: no JSON Web Tokens
	known  *cache
	now    func() time.Time
}

// New returns an authenticator that keeps its files and keys up to date until ctx ends.
func New(ctx context.Context, o Options) (*Authenticator, error) {
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	if o.ReloadInterval == 0 {
		o.ReloadInterval = DefaultReload
	}
	a := &Authenticator{known: newCache(), now: time.Now}
	if o.TokenFile != "" {
		var err error
		if a.static, err = reload.Open(parseTokens, o.TokenFile); err != nil {
			return nil, fmt.Errorf("tokens: %w", err)
		}
		go a.static.Watch(ctx, o.ReloadInterval, o.Logger)
	}
	if o.JWT != nil {
		var err error
		if a.jwt, err = newJWTs(ctx, *o.JWT, o.Logger); err != nil {
			return nil, err
		}
	}
	return a, nil
}

// Authenticate says who calls, by the values of the authorization header and the caller's certificate, which has been
// verified, or nil. A token counts for more than a certificate. The error is an *Error.
func (a *Authenticator) Authenticate(authorization []string, cert *x509.Certificate) (*Principal, error) {
	if a.static == nil && a.jwt == nil {
		if cert == nil {
			return nil, errMissing
		}
		return &Principal{Name: certificateName(cert)}, nil
	}
	if len(authorization) == 0 {
		return nil, errMissing
	}
	scheme, token, ok := strings.Cut(authorization[0], " ")
	if len(authorization) > 1 || !ok || !strings.EqualFold(scheme, "Bearer") || token == "" || len(token) > maxToken {
		return nil, errInvalid
	}
	p, err := a.find(token)
	if err != nil {
		return nil, err
	}
	return p, a.Check(p)
}

// maxToken is the longest token, in bytes.
const maxToken = 8 << 10

func (a *Authenticator) find(token string) (*Principal, error) {
	if a.static != nil {
		if p := a.static.Value().find(token); p != nil {
			return p, nil
		}
	}
	if a.jwt == nil {
		return nil, errInvalid
	}
	key := sha256.Sum256([]byte(token))
	if p := a.known.get(key, a.now()); p != nil {
		return p, nil
	}
	p, err := a.jwt.find(token)
	if err != nil {
		return nil, err
	}
	a.known.put(key, p, a.now())
	return p, nil
}

// Check says whether p may go on: a token expires or is revoked while a stream is open. The error is an *Error.
func (a *Authenticator) Check(p *Principal) error {
	if !p.expires.IsZero() && !a.now().Before(p.expires) {
		return errExpired
	}
	if p.token != (digest{}) && a.static.Value()[p.token] == nil {
		return errExpired
	}
	return nil
}

// certificateName is who a certificate is for: the first of its URIs (SPIFFE), its DNS names, and its common name.
func certificateName(c *x509.Certificate) string {
	switch {
	case len(c.URIs) > 0:
		return c.URIs[0].String()
	case len(c.DNSNames) > 0:
		return c.DNSNames[0]
	default:
		return c.Subject.CommonName
	}
}

// Reason is the reason of a refusal, "" if err is none.
func Reason(err error) string {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Reason
	}
	return ""
}
