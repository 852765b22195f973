"""Quality signals of RedPajama-V2, from the definitions in its code (togethercomputer/RedPajama-Data, Apache-2.0), which is
not a package. NLTK splits the raw text into tokens, as there. Reads [{"doc_id", "text"}] as JSON, answers {"rows", "seconds"}.
"""

import io
import json
import math
import re
import string
import sys
import tarfile
import time
import unicodedata
from collections import Counter

from nltk.tokenize import WordPunctTokenizer

SHARED = "../../shared/data/"
PUNCTUATION = str.maketrans("", "", string.punctuation)
LINE = re.compile(r"([^\n]*\n|[^\n]+$)")
SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
LOREM = re.compile("lorem ipsum", re.IGNORECASE)
BULLETS = tuple("\u2022\u2023\u25b6\u25c0\u25e6\u25a0\u25a1\u25aa\u25ab\u2013")
tokenize = WordPunctTokenizer().tokenize


def normalize(text):
    text = text.translate(PUNCTUATION).lower().strip()
    return unicodedata.normalize("NFD", re.sub(r"\s+", " ", text))


def ngrams(words, n):
    return list(zip(*(words[i:] for i in range(n))))


def ratio(a, b):
    return None if b == 0 else round(a / b, 8)


def top(words, chars, n):
    common = Counter(ngrams(words, n)).most_common(1)
    if not common or common[0][1] <= 1:
        return 0.0
    gram, count = common[0]
    return round(sum(map(len, gram)) * count / chars, 8)


def dupe(words, n):
    if len(words) < n:
        return 0.0
    grams = ngrams(words, n)
    counts = Counter(grams)
    covered = [False] * len(words)
    for i, gram in enumerate(grams):
        if counts[gram] > 1:
            covered[i : i + n] = [True] * n
    return round(sum(len(w) for w, c in zip(words, covered) if c) / sum(map(len, words)), 8)


def signals(text, blocked, sizes, stop):
    norm = normalize(text)
    words = norm.split()
    tokens = tokenize(text)
    raw = [(m.start(), m.end(), m.group()) for m in LINE.finditer(text)]
    lines = [(a, b, normalize(s)) for a, b, s in raw]
    chars = sum(map(len, words))
    total = len(words)

    yield "rps_doc_word_count", total
    yield "rps_doc_mean_word_length", ratio(chars, total)
    yield "rps_doc_frac_unique_words", ratio(len(set(words)), total)
    entropy = sum(-c / total * math.log(c / total) for c in Counter(words).values())
    yield "rps_doc_unigram_entropy", round(entropy, 8) if words else None
    yield "rps_doc_num_sentences", len(SENTENCE.findall(text))
    yield "rps_doc_symbol_to_word_ratio", ratio(sum(map(text.count, ("#", "...", "\u2026"))), len(tokens))
    yield "rps_doc_frac_lines_end_with_ellipsis", ratio(
        sum(s.rstrip().endswith(("...", "\u2026")) for _, _, s in raw), len(raw))
    alphabetic = sum(re.search("[a-zA-Z]", t) is not None for t in tokens)
    yield "rps_doc_frac_no_alph_words", round(1.0 - alphabetic / len(tokens), 8) if tokens else None
    yield "rps_doc_frac_all_caps_words", ratio(sum(map(str.isupper, tokens)), len(tokens))
    yield "rps_doc_stop_word_fraction", ratio(sum(t in stop for t in tokens), len(tokens)) if words else 0.0
    yield "rps_doc_ldnoobw_words", sum(" ".join(g) in blocked for n in sizes for g in ngrams(words, n))
    lorem = len(LOREM.findall(norm)) if "lorem ipsum" in norm else 0
    yield "rps_doc_lorem_ipsum", ratio(lorem, len(norm)) or 0.0
    yield "rps_doc_curly_bracket", ratio(text.count("{") + text.count("}"), len(text)) or 0.0
    for n in 2, 3, 4:
        yield f"rps_doc_frac_chars_top_{n}gram", top(words, chars, n)
    for n in range(5, 11):
        yield f"rps_doc_frac_chars_dupe_{n}grams", dupe(words, n)

    yield "rps_lines_num_words", [(a, b, len(s.split())) for a, b, s in lines]
    yield "rps_lines_javascript_counts", [s.split().count("javascript") for _, _, s in lines]
    yield "rps_lines_ending_with_terminal_punctution_mark", [
        int(s.rstrip().endswith((".", "!", "?", "\u201d"))) for _, _, s in raw]
    yield "rps_lines_start_with_bulletpoint", [int(s.lstrip().startswith(BULLETS)) for _, _, s in raw]
    yield "rps_lines_uppercase_letter_fraction", [ratio(sum(map(str.isupper, s)), len(s)) for _, _, s in raw]
    yield "rps_lines_numerical_chars_fraction", [ratio(sum(map(str.isnumeric, s)), len(s)) or 0.0 for _, _, s in lines]


def main():
    with tarfile.open(SHARED + "wordlists/ldnoobw.tar.xz") as tar:
        blocked = {line.strip() for line in io.TextIOWrapper(tar.extractfile("en.txt"), "utf-8")}
    with open(SHARED + "quality-parity/rpv2-stopwords-en.txt", encoding="utf-8") as f:
        stop = set(f.read().splitlines())
    sizes = sorted({1 + entry.count(" ") for entry in blocked})
    docs = json.load(sys.stdin)
    start = time.perf_counter()
    values = [list(signals(d["text"], blocked, sizes, stop)) for d in docs]
    seconds = time.perf_counter() - start
    rows = [{"doc_id": d["doc_id"], "profile": "rpv2", "signal": name, "value": value}
            for d, list_ in zip(docs, values) for name, value in list_]
    json.dump({"rows": rows, "seconds": seconds}, sys.stdout)


if __name__ == "__main__":
    main()
