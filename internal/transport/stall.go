package transport

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"

	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/status"
)

// stalls cuts clients off that do not read what they have asked for. Such a client is held back by itself; but what waits for it
// takes memory for as long as it stays.
type stalls struct {
	after time.Duration
	sight *sight
	log   *slog.Logger
}

// watch returns the timer that cuts off the client of ctx's call, which has to be stopped when it has read.
func (s *stalls) watch(ctx context.Context) *time.Timer {
	return time.AfterFunc(s.after, func() {
		s.sight.stalled.Inc()
		s.log.LogAttrs(ctx, slog.LevelInfo, "cut off a client that does not read", slog.Duration("after", s.after))
		cutOff(ctx)
	})
}

// cutOff ends the connection of ctx's call, or the call alone where the HTTP port has several on a connection. gRPC itself cannot
// end a call whose client does not read: the end would have to wait until what is before it is read.
func cutOff(ctx context.Context) {
	if c, ok := ctx.Value(httpCallKey{}).(*httpCall); ok {
		_ = http.NewResponseController(c.ResponseWriter).SetWriteDeadline(time.Now()) // it may have ended
		return
	}
	if c := connOf(ctx); c != nil {
		_ = c.Close()
	}
}

// connOf returns the connection of a call on the gRPC port, nil on the HTTP port.
func connOf(ctx context.Context) *inflowConn {
	if p, ok := peer.FromContext(ctx); ok {
		if a, ok := p.Addr.(connAddr); ok {
			return a.conn
		}
	}
	return nil
}

// errStalled is how a stream ends whose client did not read.
func errStalled() error {
	st, err := status.New(codes.Aborted, "the client did not read its results").
		WithDetails(&errdetails.ErrorInfo{Reason: "READER_STALLED", Domain: "copydesk"})
	if err != nil {
		return status.Error(codes.Aborted, "the client did not read its results")
	}
	return st.Err()
}

// connAddr is the address of a peer, by which the connection can be found.
type connAddr struct {
	net.Addr

	conn *inflowConn
}
