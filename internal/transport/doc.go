// Package transport is the one place where a grpc.Server is built: interceptors in their order, limits,
// keepalive, health, reflection, metrics, and the HTTP gateway in front of the same server.
package transport
