"""Read title, author and date of pages by one of the peers.

In: {"system": name, "files": [{"Path": ..., "URL": ..., "UTF8": true if the page is UTF-8 whatever it says}, ...]};
out: [{"Title": ..., "Author": ..., "Date": ...}, ...], empty where the peer says nothing or fails.
"""

import json
import logging
import sys


def trafilatura(content, url):
    from trafilatura import extract_metadata

    m = extract_metadata(content, default_url=url)
    return {"Title": m.title or "", "Author": m.author or "", "Date": m.date or ""} if m else {}


def htmldate(content, url):
    from htmldate import find_date

    return {"Date": find_date(content, url=url, extensive_search=True, original_date=True) or ""}


def read(system, file):
    with open(file["Path"], "rb") as f:
        content = f.read()
    if file["UTF8"]:
        content = content.decode("utf-8", "replace")
    try:
        return system(content, file["URL"])
    except Exception:  # a page that a peer cannot read counts as no answer
        return {}


logging.disable(logging.CRITICAL)
request = json.load(sys.stdin)
system = {"trafilatura": trafilatura, "htmldate": htmldate}[request["system"]]
json.dump([read(system, f) for f in request["files"]], sys.stdout)
