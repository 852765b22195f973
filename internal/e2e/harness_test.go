package e2e_test

import (
	"context"
	"log/slog"
	"net"
	"os"
	"testing"

	"go.uber.org/goleak"
	"google.golang.org/genproto/googleapis/rpc/errdetails"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/service"
	"github.com/copydesk/copydesk/internal/transport"
)

// TestMain looks for goroutines left behind. net/http keeps one for half a second after it refused a body.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("net/http.(*conn).closeWriteAndWait"))
}

// harness is a server as the binary runs it, on a connection in memory.
type harness struct {
	copydeskv1.TextServiceClient

	conn    *grpc.ClientConn
	service *service.Service
	server  *transport.Server
}

// start serves with the given options until the test ends. The client has dial options of its own after those of every test.
func start(t testing.TB, o service.Options, dial ...grpc.DialOption) *harness {
	t.Helper()
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	h := &harness{service: service.New(o)}
	h.server = transport.NewServer(h.service, transport.Options{Logger: o.Logger, Admission: o.Admission})
	l := bufconn.Listen(1 << 20)
	served := make(chan struct{})
	go func() {
		defer close(served)
		if err := h.server.Serve(l); err != nil {
			t.Errorf("Serve: %v", err)
		}
	}()
	conn, err := grpc.NewClient("passthrough:///bufconn", append([]grpc.DialOption{
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return l.DialContext(ctx) }),
		grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(256<<20), grpc.MaxCallSendMsgSize(256<<20)),
	}, dial...)...)
	if err != nil {
		t.Fatal(err)
	}
	h.conn, h.TextServiceClient = conn, copydeskv1.NewTextServiceClient(conn)
	t.Cleanup(func() {
		_ = conn.Close()
		h.server.Stop()
		<-served
	})
	return h
}

// seed reads the article that the project started from, which lives beside the project and not in it.
func seed(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("../../../shared/seeds/article.txt")
	if err != nil {
		t.Skip("needs ../shared/seeds/article.txt: ", err)
	}
	return string(b)
}

// wantFault fails unless err has the code and an ErrorInfo with the reason, and returns its metadata.
func wantFault(t *testing.T, err error, code codes.Code, reason string) map[string]string {
	t.Helper()
	st := status.Convert(err)
	if st.Code() != code {
		t.Fatalf("code is %v (%v), want %v", st.Code(), st.Message(), code)
	}
	for _, d := range st.Details() {
		if info, ok := d.(*errdetails.ErrorInfo); ok {
			if info.GetReason() != reason {
				t.Fatalf("reason is %s (%s), want %s", info.GetReason(), st.Message(), reason)
			}
			return info.GetMetadata()
		}
	}
	t.Fatalf("no ErrorInfo in %v", st)
	return nil
}

func textDocument(id, content string) *copydeskv1.Document {
	return copydeskv1.Document_builder{Id: id, Text: new(content)}.Build()
}

func rawDocument(id, mediaType string, content []byte) *copydeskv1.Document {
	return copydeskv1.Document_builder{Id: id, MediaType: mediaType, Raw: content}.Build()
}

// everyCleanFeature asks for all that Clean can return.
func everyCleanFeature() *copydeskv1.CleanOptions {
	return copydeskv1.CleanOptions_builder{Features: []copydeskv1.CleanFeature{
		copydeskv1.CleanFeature_CLEAN_FEATURE_MARKDOWN, copydeskv1.CleanFeature_CLEAN_FEATURE_BLOCKS,
		copydeskv1.CleanFeature_CLEAN_FEATURE_SEGMENTS, copydeskv1.CleanFeature_CLEAN_FEATURE_METADATA_EVIDENCE,
	}}.Build()
}
