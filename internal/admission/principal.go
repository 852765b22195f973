package admission

import (
	"context"
	"net"

	"google.golang.org/grpc/peer"
)

type principalKey struct{}

// WithPrincipal names the caller of what ctx belongs to. Capacity is shared fairly between the names.
func WithPrincipal(ctx context.Context, name string) context.Context {
	return context.WithValue(ctx, principalKey{}, name)
}

// Principal returns the name that WithPrincipal gave, else the host that the call comes from, else "".
func Principal(ctx context.Context) string {
	if name, ok := ctx.Value(principalKey{}).(string); ok {
		return name
	}
	p, ok := peer.FromContext(ctx)
	if !ok || p.Addr == nil {
		return ""
	}
	if host, _, err := net.SplitHostPort(p.Addr.String()); err == nil {
		return host
	}
	return p.Addr.String()
}
