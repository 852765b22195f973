"""The client: calls with a deadline, batches, and a stream that resumes."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import TypeVar

import grpc

from copydesk import batches, errors
from copydesk.channel import MAX_RESPONSE_BYTES, connect
from copydesk.server import Server
from copydesk.stream import Call, Stream
from copydesk.v1 import (
    clean_pb2,
    cleaning_pb2,
    document_pb2,
    extract_pb2,
    process_pb2,
    score_pb2,
    span_pb2,
    text_service_pb2,
    text_service_pb2_grpc,
)

_Response = TypeVar("_Response")

_UTF32 = span_pb2.ENCODING_TYPE_UTF32


class Client:
    """Calls one Copydesk service. Safe for use by several threads at once; a forked child makes its own.

    Without address, and without COPYDESK_ADDRESS, a server is started for this client: see copydesk.server. insecure says whether to
    call without TLS; unless given, only addresses of this machine are. token is a bearer token, COPYDESK_TOKEN unless given. timeout is the
    longest time of a unary call, other tries included, and keep_trying how long a stream goes on without any result while the
    service cannot be reached, both in seconds. workers is how many documents a server of its own works on at once.

    Use it in a with statement, or call close.
    """

    def __init__(
        self,
        address: str | None = None,
        *,
        token: str | None = None,
        credentials: grpc.ChannelCredentials | None = None,
        insecure: bool | None = None,
        timeout: float = 60,
        keep_trying: float = 300,
        workers: int | None = None,
    ) -> None:
        address = address or os.environ.get("COPYDESK_ADDRESS")
        self._server = None if address else Server(workers)
        self.address: str = address or (self._server.address if self._server else "")
        self._timeout, self._keep_trying = timeout, keep_trying
        token = token or (None if self._server else os.environ.get("COPYDESK_TOKEN"))
        self._channel, self._metadata = connect(self.address, credentials, insecure, token)
        self._stub = text_service_pb2_grpc.TextServiceStub(self._channel)
        self._described: text_service_pb2.DescribeResponse | None = None

    def __enter__(self) -> Client:
        return self

    def __exit__(self, kind: type[BaseException] | None, e: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Ends all calls, and the server if it is the client's own."""
        self._channel.close()
        if self._server is not None:
            self._server.close()

    @property
    def alive(self) -> bool:
        """Whether the client's own server runs; True for one elsewhere, of which only a call tells."""
        return self._server is None or self._server.alive

    def describe(self, *features: text_service_pb2.DescribeFeature.ValueType) -> text_service_pb2.DescribeResponse:
        """What the service does, and its version and limits. Without features the answer is kept."""
        if features:
            return self._call(self._stub.Describe, text_service_pb2.DescribeRequest(features=features))
        if self._described is None:
            self._described = self._call(self._stub.Describe, text_service_pb2.DescribeRequest())
        return self._described

    def clean(
        self,
        document: document_pb2.Document,
        options: clean_pb2.CleanOptions | None = None,
        *,
        cleaning: cleaning_pb2.Cleaning | None = None,
        encoding_type: span_pb2.EncodingType.ValueType = _UTF32,
    ) -> clean_pb2.CleanResult:
        """Cleans one document. Offsets count code points, as Python indexes strings, unless encoding_type says otherwise.

        Raises CallError for a document or option that the service refuses, UnavailableError if it cannot be reached.
        """
        request = text_service_pb2.CleanRequest(document=document, options=options, cleaning=cleaning, encoding_type=encoding_type)
        return self._call(self._stub.Clean, request).clean

    def extract(
        self,
        document: document_pb2.Document,
        options: extract_pb2.ExtractOptions | None = None,
        *,
        cleaning: cleaning_pb2.Cleaning | None = None,
        encoding_type: span_pb2.EncodingType.ValueType = _UTF32,
    ) -> extract_pb2.ExtractResult:
        """Extracts the facts of one document. Offsets and errors are as for clean."""
        request = text_service_pb2.ExtractRequest(document=document, options=options, cleaning=cleaning, encoding_type=encoding_type)
        return self._call(self._stub.Extract, request).extract

    def score(
        self,
        document: document_pb2.Document,
        options: score_pb2.ScoreOptions | None = None,
        *,
        cleaning: cleaning_pb2.Cleaning | None = None,
        encoding_type: span_pb2.EncodingType.ValueType = _UTF32,
    ) -> score_pb2.ScoreResult:
        """Judges one document. Offsets and errors are as for clean."""
        request = text_service_pb2.ScoreRequest(document=document, options=options, cleaning=cleaning, encoding_type=encoding_type)
        return self._call(self._stub.Score, request).score

    def process(
        self,
        documents: Iterable[document_pb2.Document],
        options: process_pb2.ProcessOptions | None = None,
        *,
        batch_documents: int = 64,
        batch_bytes: int = 8 << 20,
        depth: int = 2,
    ) -> Iterator[process_pb2.ProcessResult]:
        """Yields a result for each document, in order, from calls of Process with batches bounded by count and bytes.

        Up to depth calls are under way. A document's own error is in its result, which errors.of_result makes an exception of; what an
        answer has no room for is asked for again. Use stream unless batches mean something, as for site_boilerplate.
        """

        def call(batch: batches.Batch) -> grpc.Future[text_service_pb2.ProcessResponse]:
            request = text_service_pb2.ProcessRequest(documents=batch, options=options, max_response_bytes=MAX_RESPONSE_BYTES // 4)
            return self._stub.Process.future(request, timeout=self._timeout, metadata=self._metadata)

        return batches.results(batches.batched(documents, batch_documents, batch_bytes), call, depth)

    def stream(
        self, documents: Iterable[document_pb2.Document], options: process_pb2.ProcessOptions | None = None
    ) -> Iterator[process_pb2.ProcessResult]:
        """Yields exactly one result for each document, in order, however many there are.

        When the service becomes unavailable or refuses for the moment, the stream is opened again and what is not acknowledged is sent
        again; that goes on for keep_trying seconds without any result, or ten if the service has never answered. A document's own
        error is in its result.

        documents are taken in a thread of the stream's own, at most 512 and about 64 MiB ahead of the results. What they raise is
        raised after the results of those before. To end early close the iterator; it waits for the document that is being taken.
        """

        def open_call(
            requests: Iterator[text_service_pb2.ProcessStreamRequest],
        ) -> Call:
            return self._stub.ProcessStream(requests, metadata=self._metadata)

        return iter(Stream(open_call, options, documents, self._keep_trying, lambda: self.alive))

    def _call(self, method: Callable[..., _Response], request: object) -> _Response:
        """Calls, and tries again what is refused for the moment, as long as the timeout allows."""
        deadline = time.monotonic() + self._timeout
        while True:
            try:
                return method(request, timeout=max(deadline - time.monotonic(), 0.001), metadata=self._metadata)
            except grpc.RpcError as e:
                error = errors.from_call(e)
            if error.retry_after is None or time.monotonic() + error.retry_after > deadline:
                raise error
            time.sleep(error.retry_after)


_shared: tuple[int, Client] | None = None  # by process
_lock = threading.Lock()


def shared(workers: int | None = None) -> Client:
    """The client of this process, made at the first call, and again if its own server has ended or the process was forked."""
    global _shared
    with _lock:
        if _shared is None or _shared[0] != os.getpid() or not _shared[1].alive:
            _shared = (os.getpid(), Client(workers=workers))
        return _shared[1]
