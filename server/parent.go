package main

import (
	"context"
	"fmt"
	"io"
	"net"
)

// parent is the program that started a server for itself alone: it holds the server's standard input and reads its standard output.
// A server without one has the zero parent.
type parent struct {
	stdin  io.Reader
	stdout io.Writer
}

// follow returns a context that ends with ctx, or when standard input does: a parent that ended in any way, killed ones included,
// has closed it.
func (p parent) follow(ctx context.Context) context.Context {
	if p.stdin == nil {
		return ctx
	}
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		defer cancel()
		_, _ = io.Copy(io.Discard, p.stdin) // an error is an end, too
	}()
	return ctx
}

// ready tells the parent where to call, as gRPC writes addresses. It is the only line on standard output.
func (p parent) ready(at net.Addr) error {
	if p.stdout == nil {
		return nil
	}
	address := at.String()
	if at.Network() == "unix" {
		address = unixPrefix + address
	}
	_, err := fmt.Fprintln(p.stdout, "ready", address)
	return err
}
