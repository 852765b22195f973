"""Streams over connections that break, and answers that have no room for all."""

from collections.abc import Iterator
from concurrent import futures

import grpc
import pytest
from google.protobuf import any_pb2
from google.rpc import error_details_pb2

import copydesk
from copydesk import batches
from copydesk.v1 import document_pb2, process_pb2, text_service_pb2


class Breaking:
    """A service whose first streams end in the middle, each after one answer of up to ten results."""

    def __init__(self, broken: int, code: grpc.StatusCode = grpc.StatusCode.UNAVAILABLE) -> None:
        self.streams, self.broken, self.code = 0, broken, code

    def stream(
        self,
        request_iterator: Iterator[text_service_pb2.ProcessStreamRequest],
        context: grpc.ServicerContext,
    ) -> Iterator[text_service_pb2.ProcessStreamResponse]:
        self.streams += 1
        number = self.streams
        assert next(request_iterator).HasField("start")
        for request in request_iterator:
            items = list(request.chunk.items)
            if number <= self.broken:
                items = items[:10]
            answer = process_pb2.StreamResults(acknowledged_sequence=max(items[-1].sequence - 3, 0))
            answer.results.extend(process_pb2.ProcessResult(id=i.document.id, sequence=i.sequence) for i in items)
            yield text_service_pb2.ProcessStreamResponse(results=answer)
            if number <= self.broken:
                context.abort(self.code, "gone")
        yield text_service_pb2.ProcessStreamResponse(summary=process_pb2.ProcessSummary())


def results_of(service: Breaking, count: int) -> list[str]:
    server = grpc.server(futures.ThreadPoolExecutor(4))
    handler = grpc.stream_stream_rpc_method_handler(
        service.stream,
        request_deserializer=text_service_pb2.ProcessStreamRequest.FromString,
        response_serializer=text_service_pb2.ProcessStreamResponse.SerializeToString,
    )
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("copydesk.v1.TextService", {"ProcessStream": handler})])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        with copydesk.Client(f"127.0.0.1:{port}") as c:
            return [r.id for r in c.stream(copydesk.document(id=str(i), text="Tea.") for i in range(count))]
    finally:
        server.stop(None)


def test_a_stream_resumes() -> None:
    service = Breaking(broken=3)
    assert results_of(service, 1500) == [str(i) for i in range(1500)]
    assert service.streams == 4


def test_other_errors_end_a_stream() -> None:
    service = Breaking(broken=1, code=grpc.StatusCode.INTERNAL)
    with pytest.raises(copydesk.CallError):
        results_of(service, 100)
    assert service.streams == 1


def done(response: process_pb2.ProcessResult | text_service_pb2.ProcessResponse) -> futures.Future:  # type: ignore[type-arg]
    future: futures.Future = futures.Future()  # type: ignore[type-arg]
    future.set_result(response)
    return future


def test_what_had_no_room_is_sent_again() -> None:
    """A service that answers three documents of each call."""
    full = process_pb2.ProcessResult()
    full.error.code = grpc.StatusCode.RESOURCE_EXHAUSTED.value[0]
    detail = any_pb2.Any()
    detail.Pack(error_details_pb2.ErrorInfo(reason="RESPONSE_FULL"))
    full.error.details.append(detail)
    calls: list[int] = []

    def call(batch: batches.Batch) -> futures.Future:  # type: ignore[type-arg]
        calls.append(len(batch))
        answers = [process_pb2.ProcessResult(id=d.id) for d in batch[:3]]
        return done(text_service_pb2.ProcessResponse(results=answers + [full] * len(batch[3:])))

    documents = [document_pb2.Document(id=str(i)) for i in range(17)]
    results = batches.results(batches.batched(documents, 8, 1 << 20), call, 2)  # type: ignore[arg-type]
    assert [r.id for r in results] == [d.id for d in documents]
    assert sorted(calls) == [1, 2, 2, 5, 5, 8, 8]


def test_batches_are_bounded() -> None:
    documents = [document_pb2.Document(text="x" * n) for n in (10, 10, 500, 10, 10, 10, 90)]
    sizes = [[len(d.text) for d in b] for b in batches.batched(documents, 3, 100)]
    assert sizes == [[10, 10], [500], [10, 10, 10], [90]]
