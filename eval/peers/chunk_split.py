"""Cut texts by other splitters. In: {"texts": [...], "max": n, "splitter": name}; out: {"spans": [[[start, end], ...], ...],
"seconds": s}. Sizes and offsets are code points; the seconds are for cutting alone, without offsets."""

import json
import sys
import time

from langchain_text_splitters import RecursiveCharacterTextSplitter
from semantic_text_splitter import MarkdownSplitter, TextSplitter

request = json.load(sys.stdin)
size, name = request["max"], request["splitter"]


def langchain(split):
    def spans(text):
        chunks = split.create_documents([text])
        return [[c.metadata["start_index"], c.metadata["start_index"] + len(c.page_content)] for c in chunks]

    return split.split_text, spans


def semantic(split):
    return split.chunks, lambda text: [[at, at + len(chunk)] for at, chunk in split.chunk_indices(text)]


cut, spans = {
    "langchain": lambda: langchain(RecursiveCharacterTextSplitter(chunk_size=size, chunk_overlap=0, add_start_index=True)),
    "langchain-sentences": lambda: langchain(RecursiveCharacterTextSplitter(
        separators=["\n\n", "\n", ". ", " ", ""], keep_separator="end", chunk_size=size, chunk_overlap=0, add_start_index=True)),
    "semantic": lambda: semantic(TextSplitter(size)),
    "semantic-markdown": lambda: semantic(MarkdownSplitter(size)),
}[name]()
start = time.process_time()
for text in request["texts"]:
    cut(text)
seconds = time.process_time() - start
json.dump({"spans": [spans(text) for text in request["texts"]], "seconds": seconds}, sys.stdout)
