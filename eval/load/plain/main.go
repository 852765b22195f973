// Command plain serves the service over gRPC with nothing around it: what the server is compared with. It takes the addresses
// of gRPC and of profiles.
package main

import (
	"net"
	"net/http"
	_ "net/http/pprof" //nolint:gosec // on loopback, for a measurement
	"os"

	"google.golang.org/grpc"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/service"
)

func main() {
	l, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		panic(err)
	}
	go func() { panic(http.ListenAndServe(os.Args[2], nil)) }() //nolint:gosec // on loopback
	s := grpc.NewServer(grpc.MaxRecvMsgSize(64 << 20))
	copydeskv1.RegisterTextServiceServer(s, service.New(service.Options{}))
	if err := s.Serve(l); err != nil {
		panic(err)
	}
}
