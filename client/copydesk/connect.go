package main

import (
	"context"
	"log/slog"
	"net"

	"google.golang.org/grpc"
	"google.golang.org/grpc/test/bufconn"

	"github.com/copydesk/copydesk/client"
	"github.com/copydesk/copydesk/internal/service"
	"github.com/copydesk/copydesk/internal/transport"
)

// connect returns a client of the server, or of one inside this process, and what ends it.
func connect(t target) (*client.Client, func(), error) {
	address, opts, end, err := t.address()
	if err != nil {
		return nil, nil, err
	}
	c, err := client.New(address, opts...)
	if err != nil {
		end()
		return nil, nil, err
	}
	return c, func() { _ = c.Close(); end() }, nil
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
