"""Calls, errors, batches and streams against a real server."""

import pickle
from collections.abc import Iterator

import grpc
import pytest

import copydesk
from copydesk.v1 import clean_pb2, document_pb2, extract_pb2, process_pb2

SOURCE = "😀 The mayor of Saltmarsh,\n\nRuth Adeyemi,\n\nsaid “the lampâ€\x9d itâ€™s about would be lit again on 3 May 2021."


def small(count: int) -> list[document_pb2.Document]:
    return [copydesk.document(id=str(i), text=f"Day {i}. " + "The boat left the quay at dawn. " * 6) for i in range(count)]


def test_offsets_count_code_points(client: copydesk.Client) -> None:
    document = copydesk.document(text=SOURCE)
    result = client.clean(document, clean_pb2.CleanOptions(features=[clean_pb2.CLEAN_FEATURE_SEGMENTS]))
    assert "".join(s.text if s.rule else SOURCE[s.source.start : s.source.end] for s in result.segments) == result.text != SOURCE
    date = client.extract(document).dates[0]
    assert SOURCE[date.span.source.start : date.span.source.end] == date.text == "3 May 2021"
    assert {p.name for p in client.score(document).profiles} >= {"fineweb"}


def test_errors_have_reason_and_field(client: copydesk.Client) -> None:
    options = extract_pb2.ExtractOptions(features=[extract_pb2.EXTRACT_FEATURE_KEYPHRASES])
    with pytest.raises(copydesk.CallError) as caught:
        client.extract(copydesk.document(text="x"), options)
    error = caught.value
    assert error.code == grpc.StatusCode.UNIMPLEMENTED
    assert (error.reason, error.metadata["feature"]) == ("FEATURE_UNAVAILABLE", "EXTRACT_FEATURE_KEYPHRASES")
    assert error.field == error.metadata["field"] == "options.features[0]"
    assert str(error).startswith("FEATURE_UNAVAILABLE: ")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.reason, again.code) == (type(error), str(error), error.reason, error.code)


def test_an_address_where_nothing_listens() -> None:
    with copydesk.Client("127.0.0.1:1", timeout=5) as c, pytest.raises(copydesk.UnavailableError):
        c.clean(copydesk.document(text="Tea."))


def test_process_keeps_the_order(client: copydesk.Client) -> None:
    results = list(client.process(small(50), batch_documents=7))
    assert [r.id for r in results] == [str(i) for i in range(50)]
    assert all(copydesk.of_result(r) is None and r.clean.text for r in results)


def test_stream_keeps_the_order(client: copydesk.Client) -> None:
    options = process_pb2.ProcessOptions(clean=clean_pb2.CleanOptions())
    results = list(client.stream(small(2000), options))
    assert [r.id for r in results] == [str(i) for i in range(2000)]
    assert list(client.stream([], options)) == []


def test_a_document_has_its_own_error(client: copydesk.Client) -> None:
    documents = [copydesk.document(id="a", text="Tea."), document_pb2.Document(id="b"), copydesk.document(id="c", text="Cake.")]
    for results in (list(client.stream(documents)), list(client.process(documents))):
        errors = [copydesk.of_result(r) for r in results]
        assert [e.reason if e else "" for e in errors] == ["", "CONTENT_MISSING", ""]


def test_wrong_options_end_a_stream(client: copydesk.Client) -> None:
    with pytest.raises(copydesk.CallError) as caught:
        list(client.stream(small(3), copydesk.options(profiles=["no-such"])))
    assert caught.value.reason == "PROFILE_UNKNOWN"


def test_what_documents_raise_is_raised(client: copydesk.Client) -> None:
    def documents() -> Iterator[document_pb2.Document]:
        yield from small(5)
        raise OSError("the disk is gone")

    got: list[str] = []
    with pytest.raises(OSError, match="the disk is gone"):
        got.extend(r.id for r in client.stream(documents()))
    for_sure = []
    stream = client.stream(documents())
    for _ in range(5):
        for_sure.append(next(stream).id)
    assert for_sure == ["0", "1", "2", "3", "4"]


def test_a_stream_ends_early(client: copydesk.Client) -> None:
    taken = 0

    def documents() -> Iterator[document_pb2.Document]:
        nonlocal taken
        for d in small(5000):
            taken += 1
            yield d

    stream = client.stream(documents())
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    before = taken
    assert before < 5000
    assert taken == before


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({}, "exactly one of text, html and raw is required"),
        ({"text": "a", "html": "b"}, "exactly one of text, html and raw is required"),
        ({"text": b"\xff"}, "text is not UTF-8"),
        ({"text": "\ud800"}, "text is not UTF-8"),
        ({"text": "a", "publish_time": "yesterday"}, "publish_time: must be an RFC 3339 time or a date"),
    ],
)
def test_bad_documents(parts: dict[str, object], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        copydesk.document(**parts)  # type: ignore[arg-type]


def test_times() -> None:
    for value in ("2023-05-10", "2023-05-10T00:00:00Z", "2023-05-10T02:00:00+02:00"):
        assert copydesk.document(text="a", publish_time=value).publish_time.ToJsonString() == "2023-05-10T00:00:00Z"
