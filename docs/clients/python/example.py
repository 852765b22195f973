"""Calls Copydesk from Python: one document, a batch, a stream that resumes, errors and offsets.

    example.py HOST:PORT
"""

import sys
import time

import grpc
from google.rpc import error_details_pb2
from grpc_status import rpc_status

from copydesk.v1 import clean_pb2, document_pb2, extract_pb2, process_pb2, span_pb2, text_service_pb2
from copydesk.v1.text_service_pb2_grpc import TextServiceStub

SOURCE = "😀 The mayor of Saltmarsh,\n\nRuth Adeyemi,\n\nsaid “the lampâ€\x9d itâ€™s about would be lit again on 3 May 2021."


def clean(stub):
    """One document. Offsets count code points, as Python indexes strings, so the segments replay."""
    response = stub.Clean(
        text_service_pb2.CleanRequest(
            document=document_pb2.Document(text=SOURCE),
            options=clean_pb2.CleanOptions(features=[clean_pb2.CLEAN_FEATURE_SEGMENTS]),
            encoding_type=span_pb2.ENCODING_TYPE_UTF32,
        ),
        timeout=30,
    )
    segments = response.clean.segments
    replayed = "".join(s.text if s.rule else SOURCE[s.source.start : s.source.end] for s in segments)
    assert replayed == response.clean.text != SOURCE, replayed
    return response.clean.text


def extract(stub):
    """Facts, each with its place in the clean text and in the source."""
    response = stub.Extract(
        text_service_pb2.ExtractRequest(
            document=document_pb2.Document(text=SOURCE),
            encoding_type=span_pb2.ENCODING_TYPE_UTF32,
        ),
        timeout=30,
    )
    date = response.extract.dates[0]
    assert SOURCE[date.span.source.start : date.span.source.end] == date.text == "3 May 2021"
    return date.value


def reason(error):
    """The machine-readable reason of an error, with what is at fault."""
    for detail in rpc_status.from_call(error).details:
        info = error_details_pb2.ErrorInfo()
        if detail.Unpack(info):
            return info.reason, dict(info.metadata)
    return None, {}


def stream(stub, documents, options):
    """Yields a result for each document, in order, however many there are.

    When the connection breaks, what is not acknowledged is sent again. gRPC sends no faster than the server reads; the
    documents that are held for sending again are those that the server works on.
    """
    waiting = {}  # sequence -> document, not acknowledged
    numbered = iter(enumerate(documents, 1))
    last = 0  # sequence of the last result yielded
    failures = 0

    def requests():
        start = process_pb2.StreamStart(options=options)
        yield text_service_pb2.ProcessStreamRequest(start=start)
        again = sorted(waiting.items())
        for sequence, document in again:
            yield chunk(sequence, document)
        for sequence, document in numbered:
            waiting[sequence] = document
            yield chunk(sequence, document)

    while True:
        try:
            for response in stub.ProcessStream(requests()):
                if response.HasField("summary"):
                    return
                for result in response.results.results:
                    if result.sequence > last:
                        last, failures = result.sequence, 0
                        yield result
                for sequence in [s for s in waiting if s <= response.results.acknowledged_sequence]:
                    del waiting[sequence]
        except grpc.RpcError as error:
            failures += 1
            if error.code() != grpc.StatusCode.UNAVAILABLE or failures > 8:
                raise
            time.sleep(min(0.1 * 2**failures, 10))


def chunk(sequence, document):
    item = process_pb2.StreamItem(sequence=sequence, document=document)
    return text_service_pb2.ProcessStreamRequest(chunk=process_pb2.StreamChunk(items=[item]))


def main():
    with grpc.insecure_channel(sys.argv[1]) as channel:
        stub = TextServiceStub(channel)
        print("clean:", clean(stub))
        print("extract:", extract(stub))

        try:
            stub.Extract(
                text_service_pb2.ExtractRequest(
                    document=document_pb2.Document(text="x"),
                    options=extract_pb2.ExtractOptions(features=[extract_pb2.EXTRACT_FEATURE_KEYPHRASES]),
                ),
                timeout=30,
            )
        except grpc.RpcError as error:
            name, metadata = reason(error)
            assert name == "FEATURE_UNAVAILABLE" and metadata["feature"] == "EXTRACT_FEATURE_KEYPHRASES", (name, metadata)
            print("error:", name, metadata["field"])
        else:
            raise AssertionError("a feature that does not exist was answered")

        small = [document_pb2.Document(id=str(i), text=f"Day {i}. " + "The boat left the quay at dawn. " * 6) for i in range(300)]
        batch = stub.Process(text_service_pb2.ProcessRequest(documents=small), timeout=60)
        assert batch.summary.succeeded == 300 and batch.ByteSize() < 4 << 20
        print("process:", batch.summary.succeeded, "documents,", batch.ByteSize(), "bytes")

        options = process_pb2.ProcessOptions(clean=clean_pb2.CleanOptions())
        results = list(stream(stub, small, options))
        assert [r.id for r in results] == [d.id for d in small]
        print("stream:", len(results), "results")


if __name__ == "__main__":
    main()
