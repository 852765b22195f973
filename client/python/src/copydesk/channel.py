"""How the service is connected to: whom to trust, when to ping, what to try again."""

from __future__ import annotations

import ipaddress
import json

import grpc

MAX_RESPONSE_BYTES = 256 << 20
"""The largest response that is taken: one with every change and every fact can be much larger than the document."""

# Calls take turns among all addresses of the target, leaving out what does not serve. The service keeps nothing, so that trying again
# is always safe.
_SERVICE_CONFIG = {
    "loadBalancingConfig": [{"round_robin": {}}],
    "methodConfig": [
        {
            "name": [{"service": "copydesk.v1.TextService"}],
            "retryPolicy": {
                "maxAttempts": 4,
                "initialBackoff": "0.1s",
                "maxBackoff": "2s",
                "backoffMultiplier": 2,
                "retryableStatusCodes": ["UNAVAILABLE"],
            },
        }
    ],
}

_OPTIONS = [
    ("grpc.max_receive_message_length", MAX_RESPONSE_BYTES),
    ("grpc.max_send_message_length", -1),
    ("grpc.keepalive_time_ms", 20_000),  # servers allow a ping every ten seconds
    ("grpc.keepalive_timeout_ms", 10_000),
    ("grpc.max_reconnect_backoff_ms", 5_000),
    ("grpc.service_config", json.dumps(_SERVICE_CONFIG)),
]


def is_local(address: str) -> bool:
    """Whether an address is of this machine alone, so that nobody listens in between."""
    if address.startswith("unix:"):
        return True
    host = address.removeprefix("dns:///").rpartition(":")[0].strip("[]")
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def connect(
    address: str, credentials: grpc.ChannelCredentials | None, insecure: bool | None, token: str | None
) -> tuple[grpc.Channel, tuple[tuple[str, str], ...]]:
    """A channel, and what every call has to send along with it."""
    metadata = (("authorization", f"Bearer {token.strip()}"),) if token and token.strip() else ()
    if credentials is None and (is_local(address) if insecure is None else insecure):
        return grpc.insecure_channel(address, options=_OPTIONS), metadata
    if insecure:
        raise ValueError("credentials are for calls with TLS, insecure is for calls without")
    return grpc.secure_channel(address, credentials or grpc.ssl_channel_credentials(), options=_OPTIONS), metadata
