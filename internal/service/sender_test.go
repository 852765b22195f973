package service

import (
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"golang.org/x/sync/semaphore"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// sentMessages keeps what is sent.
type sentMessages struct {
	grpc.BidiStreamingServer[copydeskv1.ProcessStreamRequest, copydeskv1.ProcessStreamResponse]

	list []*copydeskv1.ProcessStreamResponse
	sent func(*copydeskv1.ProcessStreamResponse) // nil for nothing
}

func (s *sentMessages) Send(m *copydeskv1.ProcessStreamResponse) error {
	s.list = append(s.list, m)
	if s.sent != nil {
		s.sent(m)
	}
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

// TestGroups finishes small items one after the other: those that follow each other soon share messages, none waits longer than groupTime, and
// the last one of those in flight does not wait at all.
func TestGroups(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const n = 40
		rpc := &sentMessages{}
		st := &stream{rpc: rpc, window: make(chan struct{}, n), bytes: semaphore.NewWeighted(n), done: make(chan *item, n)}
		for range n {
			st.window <- struct{}{}
		}
		finished, sent := make([]time.Time, n), 0
		rpc.sent = func(m *copydeskv1.ProcessStreamResponse) {
			for _, r := range m.GetResults().GetResults() {
				most := groupTime
				if r.GetSequence() == n {
					most = 0
				}
				if late := time.Since(finished[r.GetSequence()-1]); late > most {
					t.Errorf("result %d was sent after %v", r.GetSequence(), late)
				}
				sent++
			}
		}
		go func() {
			defer close(st.done)
			for i := range n {
				time.Sleep(groupTime / 8)
				it := &item{index: i, sequence: int32(i + 1), result: copydeskv1.ProcessResult_builder{Sequence: int32(i + 1)}.Build()}
				it.size = sizeInList(it.result)
				finished[i] = time.Now()
				st.done <- it
			}
		}()
		out := &sender{stream: st, waiting: map[int]*item{}, summary: newSummary()}
		if err := out.run(); err != nil {
			t.Fatal(err)
		}
		if sent != n || len(rpc.list) > n/8+1 {
			t.Errorf("%d results in %d messages", sent, len(rpc.list))
		}
	})
}
