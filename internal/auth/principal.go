package auth

import (
	"context"
	"time"
)

// Principal is who calls. Callers are nobody's secret: the name is logged and counted.
type Principal struct {
	// Name is the name in the token file, the subject of a JSON Web Token, or the name in a certificate.
	Name string

	// Limits are the principal's own; the zero value means the server's defaults.
	Limits Limits

	expires time.Time // zero: never
	token   digest    // of a static token, to find out whether it was revoked
}

// Anonymous is everybody on a server that asks for no credentials.
var Anonymous = &Principal{Name: "anonymous"}

type principalKey struct{}

// NewContext returns ctx with p in it.
func NewContext(ctx context.Context, p *Principal) context.Context {
	return context.WithValue(ctx, principalKey{}, p)
}

// FromContext returns who calls; Anonymous where nobody has said.
func FromContext(ctx context.Context) *Principal {
	if p, ok := ctx.Value(principalKey{}).(*Principal); ok {
		return p
	}
	return Anonymous
}
