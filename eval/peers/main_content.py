"""Take the main content of pages by one of the peers, comments left out and tables taken where it can tell.

In: {"system": name, "files": [{"Path": ..., "URL": ..., "UTF8": true if the page is UTF-8 whatever it says}, ...]};
out: {"texts": [text, or null where the peer failed, ...]}.
"""

import json
import logging
import sys

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import bytes_to_str, detect_encoding


def trafilatura():
    from trafilatura import extract

    return lambda content, url: extract(content, url=url, fast=False, include_comments=False, include_tables=True) or ""


def readability_lxml():
    from readability import Document

    return lambda content, url: plain(Document(decoded(content), url=url).summary(), main_content=False)


def resiliparse():
    return lambda content, url: plain(decoded(content), main_content=True)


def decoded(content):
    return content if isinstance(content, str) else bytes_to_str(content, detect_encoding(content))


def plain(html, main_content):
    return extract_plain_text(html, preserve_formatting=True, main_content=main_content, list_bullets=False,
                              comments=False, alt_texts=False, links=False)


def take(system, file):
    with open(file["Path"], "rb") as f:
        content = f.read()
    if file["UTF8"]:
        content = content.decode("utf-8", "replace")
    try:
        return system(content, file["URL"])
    except Exception:  # a page that a peer cannot read counts as an empty answer
        return None


logging.disable(logging.CRITICAL)
sys.setrecursionlimit(10000)
request = json.load(sys.stdin)
SYSTEMS = {"trafilatura": trafilatura, "readability-lxml": readability_lxml, "resiliparse": resiliparse}
system = SYSTEMS[request["system"]]()  # imports the peer here, so that one that is not there is no failed page
json.dump({"texts": [take(system, f) for f in request["files"]]}, sys.stdout)
