"""A stream of any length over connections that may break: what is not acknowledged is sent again."""

from __future__ import annotations

import random
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import grpc

from copydesk import errors
from copydesk.channel import MAX_RESPONSE_BYTES
from copydesk.v1 import document_pb2, process_pb2, text_service_pb2

_MAX_IN_FLIGHT = 512  # documents sent ahead of their results
_MAX_IN_FLIGHT_BYTES = 64 << 20  # how large they may be together, beyond a single one
_CHUNK_ITEMS, _CHUNK_BYTES = 64, 256 << 10  # bounds of one message
_FIRST_BACKOFF, _MAX_BACKOFF = 0.2, 10.0  # seconds between two tries
_FIRST_CONTACT = 10.0  # how long a service is tried that has never answered: the address may be wrong

Response = text_service_pb2.ProcessStreamResponse


class Call(Protocol):
    """An open stream."""

    def __iter__(self) -> Iterator[Response]: ...
    def cancel(self) -> bool:
        """Ends it."""


class Open(Protocol):
    """What opens a stream."""

    def __call__(self, requests: Iterator[text_service_pb2.ProcessStreamRequest], /) -> Call:
        """Opens a stream that sends the requests."""


class Stream:
    """One stream across connections. Iterate over it once."""

    def __init__(
        self,
        open_call: Open,
        options: process_pb2.ProcessOptions | None,
        documents: Iterable[document_pb2.Document],
        keep_trying: float,
        can_come_back: Callable[[], bool],
    ) -> None:
        self._open, self._options, self._keep_trying = open_call, options, keep_trying
        self._can_come_back = can_come_back
        self._documents = documents
        self._changed = threading.Condition()
        self._pending: deque[process_pb2.StreamItem] = deque()  # taken and not acknowledged
        self._bytes = 0  # of pending
        self._exhausted = False  # there are no more documents
        self._fault: BaseException | None = None  # what the documents ended with
        self._attempt = 0  # which connection is the present one; 0 when all is over
        self._last = 0  # sequence of the last result yielded
        self._answered = False  # whether any server ever has

    def __iter__(self) -> Iterator[process_pb2.ProcessResult]:
        """Yields a result for each document, in order."""
        feeder = threading.Thread(target=self._feed, name="copydesk-feed", daemon=True)
        self._attempt = 1
        feeder.start()
        try:
            yield from self._run()
        finally:
            with self._changed:
                self._attempt = 0
                self._changed.notify_all()
            feeder.join()
        if self._fault is not None:
            raise self._fault

    def _run(self) -> Iterator[process_pb2.ProcessResult]:
        wait, since = _FIRST_BACKOFF, time.monotonic()
        while True:
            before = self._last
            try:
                yield from self._connection()
                return
            except errors.CallError as error:
                if self._last > before:
                    wait, since = _FIRST_BACKOFF, time.monotonic()
                pause = max(wait, error.retry_after or 0) * random.uniform(1, 1.25)
                patience = self._keep_trying if self._answered else min(self._keep_trying, _FIRST_CONTACT)
                over = time.monotonic() - since + pause > patience
                if over or not _resumable(error) or not self._can_come_back():
                    raise
            with self._changed:
                self._attempt += 1
                self._changed.notify_all()  # the sender of the broken connection ends
            time.sleep(pause)
            wait = min(2 * wait, _MAX_BACKOFF)

    def _connection(self) -> Iterator[process_pb2.ProcessResult]:
        """Streams over one connection; what came over earlier ones is not yielded again."""
        delivered, complete = self._last, False
        call = self._open(self._requests(self._attempt))
        try:
            for response in call:
                self._answered = True
                complete = response.HasField("summary")
                for result in response.results.results:
                    if result.sequence > delivered:
                        self._last = max(self._last, result.sequence)
                        yield result
                self._acknowledge(response.results.acknowledged_sequence)
        except grpc.RpcError as error:
            raise errors.from_call(error) from None
        finally:
            call.cancel()
        if not complete:
            raise errors.UnavailableError(grpc.StatusCode.UNAVAILABLE, "the stream ended without a summary")

    def _acknowledge(self, sequence: int) -> None:
        with self._changed:
            while self._pending and self._pending[0].sequence <= sequence:
                self._bytes -= self._pending.popleft().ByteSize()
            self._changed.notify_all()

    def _feed(self) -> None:
        """Takes documents, in a thread of its own, for as long as there is room."""
        sequence = 0
        try:
            for d in self._documents:
                sequence += 1
                item = process_pb2.StreamItem(sequence=sequence, document=d)
                with self._changed:
                    self._changed.wait_for(lambda: not self._attempt or self._has_room())
                    if not self._attempt:
                        return
                    self._pending.append(item)
                    self._bytes += item.ByteSize()
                    self._changed.notify_all()
        except BaseException as error:
            self._fault = error
        finally:
            with self._changed:
                self._exhausted = True
                self._changed.notify_all()

    def _has_room(self) -> bool:
        return len(self._pending) < _MAX_IN_FLIGHT and self._bytes < _MAX_IN_FLIGHT_BYTES

    def _requests(self, attempt: int) -> Iterator[text_service_pb2.ProcessStreamRequest]:
        """What one connection sends: the start, what an earlier one left unanswered, and then new items."""
        start = process_pb2.StreamStart(options=self._options, max_response_bytes=MAX_RESPONSE_BYTES)
        yield text_service_pb2.ProcessStreamRequest(start=start)
        sent = 0
        while items := self._next(attempt, sent):
            sent = items[-1].sequence
            yield text_service_pb2.ProcessStreamRequest(chunk=process_pb2.StreamChunk(items=items))

    def _next(self, attempt: int, sent: int) -> list[process_pb2.StreamItem]:
        """Waits for items after sent, and takes what is at hand. Nothing if there are no more, or the connection has broken."""
        chunk: list[process_pb2.StreamItem] = []
        with self._changed:

            def unsent() -> bool:
                return bool(self._pending) and self._pending[-1].sequence > sent

            self._changed.wait_for(lambda: self._attempt != attempt or unsent() or self._exhausted)
            if self._attempt != attempt or not unsent():
                return chunk
            total = 0
            first = max(sent + 1 - self._pending[0].sequence, 0)  # sequences have no gaps
            for i in range(first, min(first + _CHUNK_ITEMS, len(self._pending))):
                total += self._pending[i].ByteSize()
                if chunk and total > _CHUNK_BYTES:
                    break
                chunk.append(self._pending[i])
        return chunk


def _resumable(error: errors.CallError) -> bool:
    if error.code == grpc.StatusCode.RESOURCE_EXHAUSTED:
        return error.retry_after is not None
    return error.code == grpc.StatusCode.UNAVAILABLE
