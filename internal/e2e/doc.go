// Package e2e tests the whole service over gRPC, through the interceptors that the server runs with.
package e2e
