package auth

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/MicahParks/jwkset"
	"github.com/MicahParks/keyfunc/v3"
	"github.com/golang-jwt/jwt/v5"
)

// JWTOptions say which JSON Web Tokens are believed.
type JWTOptions struct {
	// KeysURL is where the issuer publishes its keys (JWKS), https or, on this machine, http.
	KeysURL string

	// Issuer and Audience must be those of the token.
	Issuer, Audience string

	// Refresh is how often the keys are fetched. 0 means DefaultRefresh. A token signed with a key that is not among those
	// fetched is refused, and no call makes the server fetch: callers must not be able to make it call others.
	Refresh time.Duration
}

// DefaultRefresh is how often keys are fetched unless options say otherwise. Issuers publish a key well before they use it.
const DefaultRefresh = 5 * time.Minute

const (
	keysTimeout = 10 * time.Second
	leeway      = 30 * time.Second // for clocks that differ
)

// Signatures by public keys only: with a symmetric one, a public key would be taken for a secret that the caller knows.
var algorithms = []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}

// jwts checks JSON Web Tokens.
type jwts struct {
	keys   keyfunc.Keyfunc
	parser *jwt.Parser
}

// newJWTs fetches the keys and goes on doing so until ctx ends. That they cannot be fetched at first is an error, so that a
// wrong address is noticed.
func newJWTs(ctx context.Context, o JWTOptions, log *slog.Logger) (*jwts, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	storage, err := jwkset.NewStorageFromHTTP(o.KeysURL, jwkset.HTTPClientStorageOptions{
		Client:          &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		Ctx:             ctx,
		HTTPTimeout:     keysTimeout,
		RefreshInterval: o.Refresh,
		RefreshErrorHandler: func(ctx context.Context, err error) {
			log.LogAttrs(ctx, slog.LevelError, "cannot fetch the issuer's keys: those fetched before stay in force",
				slog.String("error", withoutURL(err).Error()))
		},
	})
	if err != nil {
		return nil, fmt.Errorf("the issuer's keys: %w", withoutURL(err))
	}
	keys, err := keyfunc.New(keyfunc.Options{Ctx: ctx, Storage: storage})
	if err != nil {
		return nil, err
	}
	return &jwts{keys, jwt.NewParser(jwt.WithValidMethods(algorithms), jwt.WithIssuer(o.Issuer), jwt.WithAudience(o.Audience),
		jwt.WithExpirationRequired(), jwt.WithLeeway(leeway))}, nil
}

func (o *JWTOptions) check() error {
	if o.Refresh == 0 {
		o.Refresh = DefaultRefresh
	}
	u, err := url.Parse(o.KeysURL)
	local := err == nil && u.Scheme == "http" && (u.Hostname() == "127.0.0.1" || u.Hostname() == "::1" || u.Hostname() == "localhost")
	if err != nil || u.Host == "" || u.Scheme != "https" && !local {
		return errors.New("the address of the issuer's keys must begin with https:// (http:// on this machine only)")
	}
	if o.Issuer == "" || o.Audience == "" {
		return errors.New("the issuer's keys need an issuer and an audience: without them any token of the issuer would do")
	}
	return nil
}

// withoutURL drops the address from an error: its query can hold a secret.
func withoutURL(err error) error {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err
	}
	return err
}

// find returns whose token it is.
func (j *jwts) find(token string) (*Principal, error) {
	var claims jwt.RegisteredClaims
	_, err := j.parser.ParseWithClaims(token, &claims, j.keys.Keyfunc)
	switch {
	case errors.Is(err, jwt.ErrTokenSignatureInvalid), errors.Is(err, jwt.ErrTokenUnverifiable), errors.Is(err, jwt.ErrTokenMalformed):
		return nil, errInvalid
	case errors.Is(err, jwt.ErrTokenExpired):
		return nil, errExpired
	case errors.Is(err, jwt.ErrTokenInvalidAudience):
		return nil, errAudience
	case err != nil, claims.Subject == "", len(claims.Subject) > maxName:
		return nil, errInvalid
	}
	return &Principal{Name: claims.Subject, expires: claims.ExpiresAt.Add(leeway)}, nil
}

// maxName is the longest subject of a token, in bytes.
const maxName = 256
