"""Errors as exceptions, with the reason and the field that the service names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import grpc
from google.protobuf import any_pb2
from google.rpc import error_details_pb2, status_pb2

from copydesk.v1 import process_pb2

_DETAILS = "grpc-status-details-bin"
_CODES: dict[int, grpc.StatusCode] = {code.value[0]: code for code in grpc.StatusCode}


class Error(Exception):
    """The base of all errors of this package."""


class ServerError(Error):
    """A server of this process did not start, or has ended."""


class CallError(Error):
    """What the service says of a call or of a document that it cannot work on."""

    code: grpc.StatusCode
    """The kind of error, as gRPC has it."""

    message: str
    """The error in words, which never quote a document."""

    reason: str
    """The machine-readable reason, for example DOCUMENT_TOO_LARGE: docs/api.md lists all. Empty if there is none."""

    field: str
    """The path of the field at fault, for example options.score.profiles. Empty if it is no single field."""

    metadata: Mapping[str, str]
    """What else the service says: limit, value, feature."""

    retry_after: float | None
    """How many seconds the service asks to wait before another try. None if another try is not asked for."""

    def __init__(self, code: grpc.StatusCode, message: str, details: Iterable[any_pb2.Any] = ()) -> None:
        self.code, self.message, self.reason, self.field, self.metadata = code, message, "", "", {}
        self.retry_after = None
        for detail in details:
            info = error_details_pb2.ErrorInfo()
            retry = error_details_pb2.RetryInfo()
            if detail.Unpack(info):
                self.reason, self.metadata = info.reason, dict(info.metadata)
                self.field = self.metadata.get("field", "")
            elif detail.Unpack(retry):
                self.retry_after = retry.retry_delay.ToTimedelta().total_seconds()
        super().__init__(f"{self.reason or code.name}: {message}")

    def __reduce__(self) -> tuple[object, ...]:
        """Lets engines send the error to another process."""
        return (_restored, (type(self), self.__dict__.copy(), str(self)))


class UnavailableError(CallError):
    """The service could not be reached, or did not answer in time. Another try may succeed."""


def _restored(kind: type[CallError], state: dict[str, object], text: str) -> CallError:
    error = kind.__new__(kind)
    error.__dict__.update(state)
    error.args = (text,)
    return error


def from_call(error: grpc.RpcError) -> CallError:
    """The exception for an error of gRPC."""
    if not isinstance(error, grpc.Call):
        return UnavailableError(grpc.StatusCode.UNKNOWN, str(error))
    code, status = error.code(), status_pb2.Status()
    for key, value in error.trailing_metadata() or ():
        if key == _DETAILS:
            status.MergeFromString(value if isinstance(value, bytes) else value.encode("latin-1"))
    transient = code in (grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.DEADLINE_EXCEEDED)
    return (UnavailableError if transient else CallError)(code, error.details() or "", status.details)


def of_result(result: process_pb2.ProcessResult) -> CallError | None:
    """The error of a document of a batch or stream; None if it has results."""
    if not result.HasField("error"):
        return None
    code = _CODES.get(result.error.code, grpc.StatusCode.UNKNOWN)
    return CallError(code, result.error.message, result.error.details)
