package service

import (
	"strings"
	"testing"

	"golang.org/x/sync/semaphore"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// sentMessages keeps what is sent.
type sentMessages struct {
	grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]

	list []*copydeskv1.ProcessStreamResponse
}

func (s *sentMessages) Send(m *copydeskv1.ProcessStreamResponse) error {
	s.list = append(s.list, m)
	return nil
}

// TestMessagesStaySmall holds up 200 results of 20 kB by a slow first one: they are sent in many messages, and each
// acknowledges what it and those before it have answered.
func TestMessagesStaySmall(t *testing.T) {
	t.Parallel()
	const n = 200
	for _, unordered := range []bool{false, true} {
		rpc := &sentMessages{}
		st := &stream{
			rpc: rpc, unordered: unordered, window: make(chan struct{}, n), bytes: semaphore.NewWeighted(n), done: make(chan *item, n),
		}
		for i := range n {
			st.window <- struct{}{}
			it := &item{index: (i + 1) % n} // the first comes last
			it.sequence = int32(it.index + 1)
			it.result = copydeskv1.ProcessResult_builder{
				Sequence: it.sequence, Clean: copydeskv1.CleanResult_builder{Text: strings.Repeat("x", 20_000)}.Build(),
			}.Build()
			it.size = sizeInList(it.result)
			st.done <- it
		}
		close(st.done)
		out := &sender{stream: st, waiting: map[int]*item{}, summary: newSummary()}
		if err := out.run(); err != nil {
			t.Fatal(err)
		}
		answered, count := map[int32]bool{}, 0
		for _, m := range rpc.list {
			if size := proto.Size(m); size > resultChunkBytes+1000 {
				t.Errorf("unordered=%v: a message of %d bytes", unordered, size)
			}
			for _, r := range m.GetResults().GetResults() {
				answered[r.GetSequence()] = true
				count++
			}
			for s := int32(1); s <= m.GetResults().GetAcknowledgedSequence(); s++ {
				if !answered[s] {
					t.Fatalf("unordered=%v: %d is acknowledged and not answered", unordered, s)
				}
			}
		}
		if count != n || out.acknowledged != n {
			t.Errorf("unordered=%v: %d results, acknowledged %d", unordered, count, out.acknowledged)
		}
	}
}
