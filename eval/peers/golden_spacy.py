"""spaCy's blank English pipeline with the sentencizer, as datatrove runs it: documents as JSON from standard input, tokens
without those of white space and the number of sentences to standard output."""

import json
import sys
import time

import spacy

nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp("warm up")

rows, seconds = [], 0.0
for doc in json.load(sys.stdin):
    nlp.max_length = len(doc["text"]) + 10
    start = time.perf_counter()
    with nlp.memory_zone():
        parsed = nlp(doc["text"])
        tokens = [token.text for token in parsed]
        sentences = len(list(parsed.sents))
    seconds += time.perf_counter() - start
    tokens = [t.strip() for t in tokens if t.strip()]
    for signal, value in ("tokens", tokens), ("sentences", sentences):
        rows.append({"doc_id": doc["doc_id"], "profile": "spacy", "signal": signal, "value": value})
json.dump({"rows": rows, "seconds": seconds}, sys.stdout)
