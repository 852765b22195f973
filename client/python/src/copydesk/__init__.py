"""Copydesk from Python: cleans, extracts from and scores scraped text.

    import copydesk

    with copydesk.Client() as client:
        print(client.clean(copydesk.document(text="It had been dark\\n\\nsince the storm.")).text)

A Client calls a running service, or starts a server for itself. copydesk.rows makes rows of results, the same as `copydesk process`
writes; copydesk.spark and copydesk.datatrove work on corpora. The messages of the contract are in copydesk.v1.
"""

from copydesk.client import Client, shared
from copydesk.documents import document, options
from copydesk.errors import CallError, Error, ServerError, UnavailableError, of_result
from copydesk.version import __version__

__all__ = [
    "CallError",
    "Client",
    "Error",
    "ServerError",
    "UnavailableError",
    "__version__",
    "document",
    "of_result",
    "options",
    "shared",
]
