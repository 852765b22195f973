package service

import (
	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

// sender puts results in order, groups them into messages and keeps count of what is acknowledged.
type sender struct {
	stream       *stream
	waiting      map[int]*item // finished, but not everything before them is
	next         int           // index of the first item not finished
	acknowledged int32         // sequence of the last item before next
	summary      *summary
	batch        []*copydeskv1.ProcessResult
	batchBytes   int
	batchHeld    int64 // bytes of the stream's share
}

// run sends until every item is answered. It returns the first error of sending.
func (o *sender) run() error {
	for it := range o.stream.done {
		if err := o.take(it); err != nil {
			return err
		}
		if err := o.drainReady(); err != nil {
			return err
		}
		if err := o.flush(); err != nil {
			return err
		}
	}
	return nil
}

// drainReady takes what else is finished by now, up to a message's worth, so that small results share one.
func (o *sender) drainReady() error {
	for o.batchBytes < resultChunkBytes {
		select {
		case it, ok := <-o.stream.done:
			if !ok {
				return nil
			}
			if err := o.take(it); err != nil {
				return err
			}
		default:
			return nil
		}
	}
	return nil
}

// take books a finished item and everything that it was the last to hold up.
func (o *sender) take(it *item) error {
	o.waiting[it.index] = it
	if o.stream.unordered {
		if err := o.add(it); err != nil {
			return err
		}
	}
	for {
		first, ok := o.waiting[o.next]
		if !ok {
			return nil
		}
		delete(o.waiting, o.next)
		if !o.stream.unordered {
			if err := o.add(first); err != nil {
				return err
			}
		}
		o.next++
		o.acknowledged = max(o.acknowledged, first.sequence)
		<-o.stream.window
		o.stream.bytes.Release(first.weight)
	}
}

// add puts a result into the next message. What is in it already is sent first if both together would be too large: a slow
// item can have held up any number of results.
func (o *sender) add(it *item) error {
	if o.batchBytes+it.size > resultChunkBytes {
		if err := o.flush(); err != nil {
			return err
		}
	}
	o.summary.add(it.source, it.result)
	o.batch = append(o.batch, it.result)
	o.batchBytes += it.size
	o.batchHeld += it.held
	it.result = nil // it may go while the item waits for its acknowledgement
	return nil
}

func (o *sender) flush() error {
	if len(o.batch) == 0 {
		return nil
	}
	err := o.stream.rpc.Send(copydeskv1.ProcessStreamResponse_builder{Results: copydeskv1.StreamResults_builder{
		Results:              o.batch,
		AcknowledgedSequence: new(o.acknowledged),
	}.Build()}.Build())
	o.stream.share.Adjust(-o.batchHeld)
	o.batch, o.batchBytes, o.batchHeld = nil, 0, 0
	return err
}
