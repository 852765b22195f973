"""Cuts documents into batches that fit into a call, and sends again what an answer had no room for."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator

import grpc

from copydesk import errors
from copydesk.v1 import document_pb2, process_pb2, text_service_pb2

Batch = list[document_pb2.Document]
Call = Callable[[Batch], "grpc.Future[text_service_pb2.ProcessResponse]"]


def batched(documents: Iterable[document_pb2.Document], count: int, size_limit: int) -> Iterator[Batch]:
    """Batches of at most count documents and size_limit bytes; a larger document is a batch of its own."""
    batch: Batch = []
    total = 0
    for d in documents:
        n = d.ByteSize()
        if batch and (len(batch) >= count or total + n > size_limit):
            yield batch
            batch, total = [], 0
        batch.append(d)
        total += n
    if batch:
        yield batch


def results(batches: Iterable[Batch], call: Call, depth: int) -> Iterator[process_pb2.ProcessResult]:
    """The results of all batches in order, with up to depth calls under way.

    What an answer has no room for (RESPONSE_FULL) is sent again, so that no result has that error.
    """
    under_way: deque[tuple[Batch, grpc.Future[text_service_pb2.ProcessResponse]]] = deque()
    try:
        for batch in batches:
            under_way.append((batch, call(batch)))
            if len(under_way) >= depth:
                yield from _answer(*under_way.popleft(), call)
        while under_way:
            yield from _answer(*under_way.popleft(), call)
    finally:
        for _, future in under_way:
            future.cancel()


def _answer(batch: Batch, future: grpc.Future[text_service_pb2.ProcessResponse], call: Call) -> Iterator[process_pb2.ProcessResult]:
    while True:
        try:
            response = future.result()
        except grpc.RpcError as error:
            raise errors.from_call(error) from None
        done = 0
        for result in response.results:
            fault = errors.of_result(result)
            if fault is not None and fault.reason == "RESPONSE_FULL" and done > 0:
                break
            done += 1
            yield result
        if done == len(batch):
            return
        batch = batch[done:]
        future = call(batch)
