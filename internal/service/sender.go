package service

import (
	"google.golang.org/protobuf/proto"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// sender puts results in order, groups them into messages and keeps count of what is acknowledged.
type sender struct {
	stream       *stream
	waiting      map[int]*item // finished, but not everything before them is
	next         int           // index of the first item not finished
	acknowledged int64         // sequence of the last item before next
	summary      *copydeskv1.ProcessSummary
	batch        []*copydeskv1.ProcessResult
	batchBytes   int
}

// run sends until every item is answered. It returns the first error of sending.
func (o *sender) run() error {
	for it := range o.stream.done {
		o.take(it)
		o.drainReady()
		if err := o.flush(); err != nil {
			return err
		}
	}
	return nil
}

// drainReady takes what else is finished by now, up to a message's worth, so that small results share one.
func (o *sender) drainReady() {
	for o.batchBytes < resultChunkBytes {
		select {
		case it, ok := <-o.stream.done:
			if !ok {
				return
			}
			o.take(it)
		default:
			return
		}
	}
}

// take books a finished item and everything that it was the last to hold up.
func (o *sender) take(it *item) {
	o.waiting[it.index] = it
	if o.stream.unordered {
		o.add(it)
	}
	for {
		first, ok := o.waiting[o.next]
		if !ok {
			return
		}
		delete(o.waiting, o.next)
		if !o.stream.unordered {
			o.add(first)
		}
		o.next++
		o.acknowledged = max(o.acknowledged, first.sequence)
		<-o.stream.window
		o.stream.bytes.Release(first.weight)
	}
}

// add puts a result into the next message.
func (o *sender) add(it *item) {
	count(o.summary, it.doc, it.result)
	o.batch = append(o.batch, it.result)
	o.batchBytes += proto.Size(it.result)
	it.doc, it.result = nil, nil // the content may go while the item waits for its acknowledgement
}

func (o *sender) flush() error {
	if len(o.batch) == 0 {
		return nil
	}
	err := o.stream.rpc.Send(&copydeskv1.ProcessStreamResponse{
		Frame: &copydeskv1.ProcessStreamResponse_Results{Results: &copydeskv1.StreamResults{
			Results:              o.batch,
			AcknowledgedSequence: o.acknowledged,
		}},
	})
	o.batch, o.batchBytes = nil, 0
	return err
}
