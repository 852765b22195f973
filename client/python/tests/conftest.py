"""What tests share: a client with a real server, and the command line of the same source."""

import json
import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import copydesk

ROOT = Path(__file__).resolve().parents[3]

# Spark's processes live for seconds: to compile their code well would take longer than to run it.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")


@pytest.fixture(scope="session")
def client() -> Iterator[copydesk.Client]:
    """A client with a server of its own."""
    with copydesk.Client(workers=2) as c:
        yield c


@pytest.fixture(scope="session")
def command(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The path of the command line."""
    if path := os.environ.get("TEST_COPYDESK"):
        return path
    path = str(tmp_path_factory.mktemp("bin") / "copydesk")
    subprocess.run(["go", "build", "-o", path, "./client/copydesk"], cwd=ROOT, check=True)
    return path


WORDS = """the a of and to in harbour council said boat keeper morning storm light road market school river money town year
    letter bridge winter company people plan city garden train window water history doctor engine paper evening station""".split()
NAMES = ("Ruth Adeyemi", "Tom Brandt", "Lena Okafor", "Ines Duarte", "Paul Sørensen")


def made_documents(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Documents of sentences of chance words, each eighth nearly that before it, each eleventh HTML."""
    chance = random.Random(seed)
    made: list[dict[str, Any]] = []
    body = ""
    for i in range(count):
        if i % 8 != 7:
            sentences = [" ".join(chance.choices(WORDS, k=chance.randint(6, 18))).capitalize() for _ in range(chance.randint(3, 9))]
            body = ". ".join(sentences) + f". “It works,” said {chance.choice(NAMES)} on Monday."
        elif i % 16 == 7:
            body += " It was so."
        d: dict[str, Any] = {"id": f"d{i:06d}", "url": f"https://example.org/{i}"}
        d |= {"html": f"<html><body><article><p>{body}</p></article></body></html>"} if i % 11 == 10 else {"text": body}
        made.append(d)
    return made


def write_lines(path: Path, documents: list[dict[str, Any]]) -> None:
    """Documents as JSON Lines."""
    path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents))
