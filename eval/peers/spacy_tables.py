"""Writes the tables of internal/score/spacy from the rule data of the installed spaCy: run it with that package's data
folder as the only argument. Each character is asked of the regular expressions themselves."""

import pathlib
import re
import sys
import unicodedata

import spacy
from spacy.attrs import ORTH
from spacy.lang import char_classes as c
from spacy.lang.punctuation import TOKENIZER_PREFIXES
from spacy.pipeline import Sentencizer

LAST_SUFFIX = r"[0-9{al}{e}{p}(?:{q})]".format(al=c.ALPHA_LOWER, e=r"%²\-\+", q=c.CONCAT_QUOTES, p=c.PUNCT)
SINGLE = c.LIST_PUNCT + c.LIST_QUOTES + c.LIST_ICONS + ["…", "—", "–"]

# The bits of a character, from the lowest, as class.go names them.
CLASSES = [
    "|".join(p for p in TOKENIZER_PREFIXES if p.strip() and p not in (r"\+(?![0-9])", r"\.\.+")),
    "|".join(p for p in SINGLE if p.strip()),
    f"[{c.ALPHA}]",
    f"[{c.ALPHA_LOWER}]",
    f"[{c.ALPHA_UPPER}]",
    f"[{c.CONCAT_QUOTES}]",
    LAST_SUFFIX,
    f"[{c.ICONS}]",
    "[" + "".join(Sentencizer.default_punct_chars) + "]",
]
PUNCTUATION = 1 << len(CLASSES)


def classes():
    patterns = [re.compile(p) for p in CLASSES]
    runs = []
    for code in range(sys.maxunicode + 1):
        bits = sum(1 << i for i, p in enumerate(patterns) if p.fullmatch(chr(code)))
        bits |= PUNCTUATION * unicodedata.category(chr(code)).startswith("P")
        if bits and runs and runs[-1][1] == code - 1 and runs[-1][2] == bits:
            runs[-1][1] = code
        elif bits:
            runs.append([code, code, bits])
    return "".join(f"{lo:x} {hi:x} {bits:x}\n" for lo, hi, bits in runs)


def exceptions():
    rules = spacy.blank("en").tokenizer.rules
    words = sorted(w for w in rules if w.strip())
    return "".join(" ".join(part[ORTH] for part in rules[w]) + "\n" for w in words)


def units():
    return "".join(w + "\n" for w in sorted(set(c.LIST_UNITS) | {s.replace("\\", "") for s in c.LIST_CURRENCY} | {"+"}))


folder = pathlib.Path(sys.argv[1])
for name, make in ("classes", classes), ("exceptions", exceptions), ("units", units):
    (folder / f"{name}.txt").write_text(make(), encoding="utf-8")
