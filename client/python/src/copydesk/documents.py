"""Documents and options, as short as they can be written."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from copydesk.v1 import clean_pb2, cleaning_pb2, document_pb2, extract_pb2, process_pb2, score_pb2

MAX_CONTENT = 16 << 20
"""The largest document that is read, in bytes: the limit of the service, unless it is configured otherwise."""


def document(
    *,
    id: str = "",
    text: str | bytes | None = None,
    html: str | bytes | None = None,
    raw: bytes | None = None,
    media_type: str = "",
    url: str = "",
    language: str = "",
    publish_time: datetime.datetime | str | None = None,
    retrieve_time: datetime.datetime | str | None = None,
    already_clean: bool = False,
    scores: Mapping[str, float] | None = None,
) -> document_pb2.Document:
    """A document for any call: exactly one of text, html and raw is given.

    text and html may also be bytes in UTF-8. raw is bytes whose charset and kind are found out. Times without a zone are UTC, strings
    RFC 3339 or a date. scores are values that were measured elsewhere, which rules of a custom profile look at. Raises ValueError for
    what no document can be, with a text that does not quote it.
    """
    given = [name for name, value in (("text", text), ("html", html), ("raw", raw)) if value is not None]
    if len(given) != 1:
        raise ValueError("exactly one of text, html and raw is required")
    d = document_pb2.Document(media_type=media_type, url=url, already_clean=already_clean, language=language, id=id, scores=scores)
    if raw is not None:
        d.raw = raw
    else:
        try:
            setattr(d, given[0], text if text is not None else html)
        except ValueError as error:
            raise ValueError(f"{given[0]} is not UTF-8") from error
    if publish_time is not None:
        d.publish_time.FromDatetime(moment(publish_time, "publish_time"))
    if retrieve_time is not None:
        d.retrieve_time.FromDatetime(moment(retrieve_time, "retrieve_time"))
    return d


def moment(value: datetime.datetime | str, name: str) -> datetime.datetime:
    """A time in UTC, from RFC 3339 or a date where it is a string."""
    if isinstance(value, str):
        try:
            value = datetime.datetime.fromisoformat(value.replace("Z", "+00:00"))
        except ValueError as error:
            raise ValueError(f"{name}: must be an RFC 3339 time or a date") from error
    return value.replace(tzinfo=datetime.timezone.utc) if value.tzinfo is None else value


def options(
    *,
    clean: bool = True,
    extract: bool = True,
    score: bool = True,
    profiles: Sequence[str] = (),
    signals: Sequence[str] = (),
    cleaning: cleaning_pb2.Cleaning | None = None,
) -> process_pb2.ProcessOptions:
    """What `copydesk process IN FOLDER` asks for with the flags of the same names.

    clean, extract and score are the operations; profiles those to judge by, all if there are none; signals the values to return. For
    more build a ProcessOptions, or change the one returned.
    """
    o = process_pb2.ProcessOptions(cleaning=cleaning or cleaning_pb2.Cleaning())
    if clean:
        o.clean.features.extend([clean_pb2.CLEAN_FEATURE_METADATA, clean_pb2.CLEAN_FEATURE_MARKDOWN])
    if extract:
        o.extract.features.extend(_EXTRACT)
    if score:
        o.score.features.extend(_SCORE)
        o.score.profiles.extend(profiles)
        o.score.signals.extend(signals)
        if signals:
            o.score.features.append(score_pb2.SCORE_FEATURE_SIGNALS)
    return o


_EXTRACT: Iterable[extract_pb2.ExtractFeature.ValueType] = (
    extract_pb2.EXTRACT_FEATURE_METADATA,
    extract_pb2.EXTRACT_FEATURE_ENTITIES,
    extract_pb2.EXTRACT_FEATURE_QUOTATIONS,
    extract_pb2.EXTRACT_FEATURE_DATES,
    extract_pb2.EXTRACT_FEATURE_CONTACTS,
    extract_pb2.EXTRACT_FEATURE_LINKS,
)
_SCORE: Iterable[score_pb2.ScoreFeature.ValueType] = (
    score_pb2.SCORE_FEATURE_PROFILES,
    score_pb2.SCORE_FEATURE_LANGUAGES,
    score_pb2.SCORE_FEATURE_FINGERPRINTS,
)
