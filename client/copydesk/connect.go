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
func connect(server string, plain bool) (*client.Client, func(), error) {
	if server != "" {
		var opts []client.Option
		if plain {
			opts = append(opts, client.WithInsecure())
		}
		c, err := client.New(server, opts...)
		if err != nil {
			return nil, nil, err
		}
		return c, func() { _ = c.Close() }, nil
	}
	log := slog.New(slog.DiscardHandler) // errors reach the user as results
	l := bufconn.Listen(1 << 20)
	embedded := transport.NewServer(service.New(service.Options{Logger: log, MaxMessageBytes: transport.DefaultMaxMessageBytes}), transport.Options{Logger: log})
	go func() { _ = embedded.Serve(l) }() // ends with Stop
	c, err := client.New("passthrough:///embedded", client.WithInsecure(), client.WithDialOptions(
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return l.DialContext(ctx) })))
	if err != nil {
		embedded.Stop()
		return nil, nil, err
	}
	return c, func() { _ = c.Close(); embedded.Stop() }, nil
}
