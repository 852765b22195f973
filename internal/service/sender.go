package service

import (
	"time"

	copydeskv1 "github.com/copydesk/copydesk/gen/copydesk/v1"
)

const (
	// groupTime is how long results wait at most for others that are worked on, so that they share a message: a message a result costs
	// a system call and two changes of goroutines each, as much as a fifth of the work on 2 kB of text.
	groupTime = time.Millisecond

	// groupBytes is what such a message comes to: no fewer bytes are worth waiting for, and more do not make a result cheaper.
	groupBytes = 16 << 10
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
		if err := o.gather(); err != nil {
			return err
		}
		if err := o.flush(); err != nil {
			return err
		}
	}
	return nil
}

// gather takes what else is finished by now, up to a message's worth, and waits for some of what is still worked on.
func (o *sender) gather() error {
	wait := time.NewTimer(groupTime)
	defer wait.Stop()
	for o.batchBytes < resultChunkBytes {
		it, ok := o.finished(wait.C)
		if !ok {
			return nil
		}
		if err := o.take(it); err != nil {
			return err
		}
	}
	return nil
}

// finished returns the next finished item. The result is false if none is worth waiting for: there is enough to send, nothing else is worked
// on, or the time is over.
func (o *sender) finished(over <-chan time.Time) (*item, bool) {
	select {
	case it, ok := <-o.stream.done:
		return it, ok
	default:
	}
	working := len(o.stream.window) - len(o.waiting)
	if working <= 0 || o.batchBytes >= groupBytes {
		return nil, false
	}
	select {
	case it, ok := <-o.stream.done:
		return it, ok
	case <-over:
		return nil, false
	}
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
