"""Values of DCLM's filters and modifiers: {"rows": [...], "seconds": s} for [{"doc_id", "text"}].

DCLM is not published as a package. What follows does what its filters and modifiers do, at the settings of
dclm_baseline_refinedweb.yaml, with the words of uniseg, as it uses; fastText's tokens are told by their definition. The words
of the golden file are those of ICU 72, so "@" and the colons are put into the classes that they have there: then all of its
values come out of this script. Words are cut between spaces, each such piece once, for no word crosses one: DCLM cuts whole
texts and takes several times as long.
"""

import hashlib
import json
import re
import sys
import time
from collections import Counter
from functools import cache

from uniseg.wordbreak import WordBreak, word_break, words

STOP = {"the", "be", "to", "of", "and", "that", "have", "with"}
TOPS = {2: 0.2, 3: 0.18, 4: 0.16}
DUPS = {5: 0.15, 6: 0.14, 7: 0.13, 8: 0.12, 9: 0.11, 10: 0.10}


def fasttext_words(text):
    """fastText's tokens that begin with a letter or digit: it ends tokens at ASCII white space and NUL only."""
    return [w for w in re.split("[ \n\r\t\v\f\0]+", text) if w and w[0].isalnum()]


AS_ICU = {"@": WordBreak.ALETTER, ":": WordBreak.OTHER, "\ufe55": WordBreak.OTHER, "\uff1a": WordBreak.OTHER}


@cache
def words_between(piece):
    return [w for w in words(piece, property=lambda c: AS_ICU.get(c) or word_break(c)) if w[0].isalnum()]


def uniseg_words(text):
    return [w for piece in re.split("[ \n]", text) for w in words_between(piece)]


def segments(text, end):
    return [s for s in (p.strip() for p in text.split(end)) if s]


def starting(lines, marks):
    return sum(any(line.startswith(m) for m in marks) for line in lines)


def ending(lines, marks):
    return sum(any(line.endswith(m) for m in marks) for line in lines)


def filters(text):
    split, lines = text.split(), segments(text, "\n")
    n = len(split)
    symbols = sum(text.count(s) for s in ("#", "...", ". . .", "…"))
    bare = sum(not any(c.isalpha() for c in w) for w in split)
    return {
        "page_length_word": 50 <= len(fasttext_words(text)) <= 100000,
        "word_length": n > 0 and 3 <= sum(map(len, split)) / n <= 10,
        "symbol_ratio": n > 0 and symbols / n <= 0.1,
        "bullet_count": starting(lines, "●•*-") <= 0.9 * len(lines),
        "ellipsis_count": ending(lines, ("...", ". . .", "…")) <= 0.3 * len(lines),
        "alphabetic_word_ratio": n > 0 and bare / n <= 0.2,
        "stop_word": sum(w.lower() in STOP for w in split) >= 2,
        "alphanumeric_char_ratio": text != "" and sum(c.isalnum() for c in text) / len(text) >= 0.25,
        "line_length_max": text != "" and max(map(len, text.splitlines())) <= 1000,
        "c4_curly": "{" not in text,
        "c4_lorem": "lorem ipsum" not in text.lower(),
    }


def segment_repetition(found, limits):
    """Parts of the segments, and of their characters, that stand more than once, and whether each is in its limit."""
    if len(found) < 2:
        return [(None, len(found) == 1)] * 2
    counts = Counter(found)
    count = sum(c for c in counts.values() if c > 1) / len(found)
    chars = sum(len(s) * c for s, c in counts.items() if c > 1) / sum(map(len, found))
    return [(v, v <= limit) for v, limit in zip((count, chars), limits)]


def gram_repetition(tokens, n, limit):
    chars = sum(map(len, tokens))
    grams = list(zip(*(tokens[i:] for i in range(n))))
    counts = Counter(grams)
    if not grams or max(counts.values()) == 1:
        return None, True
    if n in TOPS:
        most = max(counts.values())
        value = max(sum(map(len, g)) for g, c in counts.items() if c == most) * most / chars
    else:
        covered = set()
        for i, g in enumerate(grams):
            if counts[g] > 1:
                covered.update(range(i, i + n))
        value = sum(len(tokens[i]) for i in covered) / chars
    return value, value <= limit


def repetition(text, tokens):
    found = {}
    for name, end in (("line", "\n"), ("paragraph", "\n\n")):
        found[name + "_count"], found[name + "_chars"] = segment_repetition(segments(text, end), (0.3, 0.2))
    for n, limit in (TOPS | DUPS).items():
        found[f"top_{n}gram" if n in TOPS else f"dup_{n}gram"] = gram_repetition(tokens, n, limit)
    return found


def keep_lines(keep, strip=True):
    def modify(text):
        kept = "\n".join(line for line in text.split("\n") if keep(line))
        return kept.strip() if strip else kept

    return modify


def of_chars(is_it, limit):
    return keep_lines(lambda line: not line or sum(map(is_it, line)) / len(line) <= limit)


COUNTER = re.compile(
    r"^\W*\d(?:,|\.|\d)*(?:K|k|M|m|B|b)?\s+(?:likes|shares|comments|retweets|reposts|quotes|bookmarks|upvotes|downvotes|"
    r"downloads|views|followers)\W*$"
)


def without(pattern):
    found = re.compile(pattern, re.I)

    def modify(text):
        lines = []
        for line in text.split("\n"):
            if len(line.split()) <= 10:
                rest = found.sub("", line)
                if line and (not rest or rest.isspace()):
                    continue
                line = rest
            lines.append(line)
        return "\n".join(lines).strip()

    return modify


def at_least(n):
    return keep_lines(lambda line: not line or len(line.split()) >= n, strip=False)


def ends(pattern):
    return re.compile(pattern).search


PUNCTUATION, ELLIPSIS = ends(r'[.!?"…]\s*$'), ends(r"(?:\.\.\.|…)\s*$")


def dedup(end):
    def modify(text):
        seen, kept = set(), []
        for s in text.split(end):
            key = s.strip().lower()
            if not key or key not in seen:
                kept.append(s)
                seen.add(key)
        return end.join(kept)

    return modify


MODIFIERS = {
    "newline_removal": lambda text: re.sub("\n{3,}", "\n\n", text),
    "uppercase_ratio_line": of_chars(str.isupper, 0.5),
    "numeric_ratio_line": of_chars(str.isdigit, 0.999999),
    "counter_line": keep_lines(lambda line: not COUNTER.search(line.lower())),
    "line_length_min2": at_least(2),
    "line_length_min5": at_least(5),
    "substring_items_in_cart": without(r"\s?(?:items in cart)"),
    "substring_read_more": without(r"\s?(?:read more...)$"),
    "substring_sign_in": without(r"^(?:sign-in)\s?"),
    "punctuation_line": keep_lines(lambda line: not line or PUNCTUATION(line), strip=False),
    "punctuation_line_c4": keep_lines(lambda line: not line or PUNCTUATION(line) and not ELLIPSIS(line), strip=False),
    "word_length_1000": keep_lines(lambda line: all(len(w) <= 1000 for w in line.split()), strip=False),
    "citation_removal": lambda text: re.sub(r"\[\d*\]|\[edit\]|\[citation needed\]", "", text),
    "within_page_dedup_line": dedup("\n"),
    "within_page_dedup_paragraph": dedup("\n\n"),
}

# NEVER_NOTHING are the modifiers that pass on even a page of which nothing is left.
NEVER_NOTHING = {"newline_removal", "within_page_dedup_line", "within_page_dedup_paragraph"}

CHAIN = ["uppercase_ratio_line", "numeric_ratio_line", "counter_line", "line_length_min2", "substring_items_in_cart",
         "substring_read_more", "substring_sign_in"]


def sha1(text):
    return hashlib.sha1(text.encode()).hexdigest()[:16]


def chain(text):
    before = len(fasttext_words(text))
    for step in CHAIN:
        changed = MODIFIERS[step](text)
        if changed == "":
            return "drop:" + step, None
        text = changed
    if before == 0 or (before - len(fasttext_words(text))) / before > 0.05:
        return "drop:word_removal_ratio", sha1(text)
    return "keep", sha1(text)


def measure(text):
    """Everything that is measured of a text, by name: the fields of a row."""
    tokens = uniseg_words(text)
    rows = {"words_fasttext": {"value": len(fasttext_words(text))}, "words_uniseg": {"value": len(tokens)}}
    rows |= {"filter:" + name: {"value": int(keep)} for name, keep in filters(text).items()}
    found = repetition(text, tokens)
    rows |= {"repetition:" + name: {"value": value, "keep": int(keep)} for name, (value, keep) in found.items()}
    rows["filter:massive_web_repetition"] = {"value": int(all(keep for _, keep in found.values()))}
    for name, modify in MODIFIERS.items():
        out = modify(text)
        nothing = out == "" and name not in NEVER_NOTHING
        rows["modifier:" + name] = {"value": None if nothing else sha1(out), "length": None if nothing else len(out)}
    value, text_sha1 = chain(text)
    rows["chain:line_modifiers"] = {"value": value, "sha1": text_sha1}
    return rows


def main():
    rows, start = [], time.perf_counter()
    for doc in json.load(sys.stdin):
        for name, row in measure(doc["text"]).items():
            rows.append({"doc_id": doc["doc_id"], "profile": "dclm", "signal": name, **row})
    json.dump({"rows": rows, "seconds": time.perf_counter() - start}, sys.stdout)


main()
