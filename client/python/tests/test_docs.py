"""What the documentation shows in Python runs, and so do commands marked as those of this package."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, made_documents, write_lines

PAGES = ("README.md", "client/python/README.md", "docs/clients/python.md", "docs/corpora.md", "deploy/spark/README.md")
BLOCK = re.compile(r"^```(python|sh python)( spark| datatrove)?\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks() -> list[object]:
    """Each block with its page and number."""
    found: list[object] = []
    for page in PAGES:
        path = ROOT / page
        for i, match in enumerate(BLOCK.finditer(path.read_text() if path.exists() else ""), 1):
            kind, engine, text = match.groups()
            marks = [getattr(pytest.mark, engine.strip())] if engine else []
            found.append(pytest.param(kind, text, id=f"{page} {i}", marks=marks))
    assert len(found) >= 4
    return found


@pytest.fixture(scope="module")
def place(command: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the documentation has it: crawl/ with documents, rows/ with their results, docs/ with the examples."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "docs").symlink_to(ROOT / "docs")
    (folder / "crawl").mkdir()
    (folder / "crawl/batch.jsonl").write_bytes((ROOT / "docs/examples/batch.jsonl").read_bytes())
    write_lines(folder / "crawl/more.jsonl", made_documents(40))
    inputs = [str(ROOT / "docs/examples" / name) for name in ("batch.jsonl", "pages.warc.gz")]
    subprocess.run([command, "process", *inputs, str(folder / "rows"), "--filter", "fineweb"], check=True)
    return folder


@pytest.mark.parametrize(("kind", "text"), blocks())
def test_it_runs(kind: str, text: str, place: Path) -> None:
    program = [sys.executable, "-c", text] if kind == "python" else ["bash", "-euo", "pipefail", "-c", text]
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(program, cwd=place, env=os.environ | {"PATH": path}, capture_output=True, text=True)
    assert done.returncode == 0, f"{text}\n{done.stdout}\n{done.stderr}"
