package e2e_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"google.golang.org/grpc"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
	"github.com/copydesk/copydesk/internal/admission"
	"github.com/copydesk/copydesk/internal/service"
)

// TestRefusedBeforeRead calls a server on which more has been waiting than can be done, and sends no message: the call is refused
// all the same. A call of another principal is not.
func TestRefusedBeforeRead(t *testing.T) {
	t.Parallel()
	control := admission.New(admission.Options{Workers: 1})
	h := start(t, service.Options{Admission: control})
	ctx, cancel := context.WithCancel(admission.WithPrincipal(t.Context(), "bufconn")) // as who calls is named here
	var waiting sync.WaitGroup
	for range 50 {
		waiting.Go(func() {
			if end, err := control.Begin(ctx, admission.Request{Bytes: 100 << 10, Memory: 1, Patient: true}); err == nil {
				<-ctx.Done()
				end()
			}
		})
	}
	defer waiting.Wait()
	defer cancel()
	for control.Stats().Queued < 49 {
		time.Sleep(time.Millisecond)
	}
	time.Sleep(100 * time.Millisecond) // for longer than a burst may wait
	limited, stop := context.WithTimeout(t.Context(), 20*time.Second)
	defer stop()
	call, err := h.conn.NewStream(limited, &grpc.StreamDesc{}, copydeskv1.TextService_Clean_FullMethodName)
	if err != nil {
		t.Fatal(err)
	}
	wantRefusal(t, call.RecvMsg(new(copydeskv1.CleanResponse)), admission.Overloaded)
	if _, err := h.Describe(t.Context(), new(copydeskv1.DescribeRequest)); err != nil {
		t.Errorf("a call without documents: %v", err)
	}
}
