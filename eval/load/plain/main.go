// Command plain serves the service over gRPC with nothing around it: what the server is compared with.
package main

import (
	"net"
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
	s := grpc.NewServer(grpc.MaxRecvMsgSize(64 << 20))
	copydeskv1.RegisterTextServiceServer(s, service.New(service.Options{}))
	if err := s.Serve(l); err != nil {
		panic(err)
	}
}
