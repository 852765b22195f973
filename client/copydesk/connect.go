package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/test/bufconn"

	"github.com/copydesk/copydesk/client"
	"github.com/copydesk/copydesk/internal/service"
	"github.com/copydesk/copydesk/internal/transport"
)

// connect returns a client of the server, or of one inside this process, and what ends it.
func connect(t target, more ...client.Option) (*client.Client, func(), error) {
	address, opts, end, err := t.address()
	if err != nil {
		return nil, nil, err
	}
	c, err := client.New(address, append(opts, more...)...)
	if err != nil {
		end()
		return nil, nil, err
	}
	return c, func() { _ = c.Close(); end() }, nil
}

// connect is connect with the times that the flags state.
func (set *settings) connect() (*client.Client, func(), error) {
	more := []client.Option{client.WithResume(set.keepTrying)}
	if set.timeout > 0 {
		more = append(more, client.WithTimeout(set.timeout))
	}
	return connect(set.target, more...)
}

// address is where to connect to, with what, and what ends it. Without a server one is started inside this process.
func (t *target) address() (string, []client.Option, func(), error) {
	if t.server != "" {
		opts, err := t.options()
		return t.server, opts, func() {}, err
	}
	log := slog.New(slog.DiscardHandler) // errors reach the user as results
	l := bufconn.Listen(1 << 20)
	embedded := transport.NewServer(service.New(service.Options{Logger: log, MaxMessageBytes: transport.DefaultMaxMessageBytes}), transport.Options{Logger: log})
	go func() { _ = embedded.Serve(l) }() // ends with Stop
	return "passthrough:///embedded", []client.Option{client.WithInsecure(), client.WithDialOptions(
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return l.DialContext(ctx) }))}, embedded.Stop, nil
}

// withHint names the flag that helps where a server does not speak TLS.
func withHint(err error) error {
	if unreachable, ok := errors.AsType[*client.UnreachableError](err); ok && unreachable.Plain {
		return fmt.Errorf("%w: use --insecure if that is as it should be", err)
	}
	return err
}
