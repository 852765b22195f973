"""A server ends with the process that started it, whatever that ends by."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import copydesk
from copydesk import server


def gone(pid: int) -> bool:
    """Whether a process has ended, within ten seconds."""
    for _ in range(200):
        try:
            if Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.05)
    return False


def start(program: str) -> tuple[subprocess.Popen[str], int]:
    """Runs a Python program that prints the id of a server first."""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    return process, int(process.stdout.readline())


CLIENT = """
import os, sys, time, copydesk
c = copydesk.Client(workers=1)
print(c._server._process.pid, flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")
@pytest.mark.parametrize(
    ("program", "kill"),
    [
        (CLIENT + "time.sleep(60)", True),
        (CLIENT + "sys.exit(1)", False),
        (CLIENT + "os._exit(0)", False),
        # A child that lives on does not hold the server.
        (CLIENT + "if os.fork() == 0:\n    time.sleep(15)\nos._exit(0)", False),
    ],
    ids=["killed", "exit", "no clean-up", "child lives on"],
)
def test_it_ends_with_its_parent(program: str, kill: bool) -> None:
    process, pid = start(program)
    with process:
        if kill:
            process.send_signal(signal.SIGKILL)
        assert gone(pid)
        process.kill()


def test_close_ends_it_and_leaves_nothing() -> None:
    c = copydesk.Client(workers=1)
    assert c.address.startswith("unix:")
    folder = Path(c.address.removeprefix("unix:")).parent
    assert folder.stat().st_mode & 0o777 == 0o700
    assert c.alive
    c.close()
    c.close()
    assert not c.alive
    assert not folder.exists()


def test_a_server_that_is_gone_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COPYDESK_ADDRESS", raising=False)
    first = copydesk.shared(workers=1)
    assert copydesk.shared() is first
    assert first._server is not None
    os.kill(first._server._process.pid, signal.SIGKILL)
    first._server._process.wait()
    with pytest.raises(copydesk.UnavailableError):  # at once, not after minutes
        list(first.stream([copydesk.document(text="Tea.")]))
    second = copydesk.shared(workers=1)
    assert second is not first
    assert second.clean(copydesk.document(text="Tea.")).text == "Tea."
    second.close()


def test_servers_that_do_not_start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COPYDESK_SERVER_BINARY", str(tmp_path / "absent"))
    with pytest.raises(copydesk.ServerError, match="No such file"):
        server.Server()
    monkeypatch.setenv("COPYDESK_SERVER_BINARY", "/bin/false")
    with pytest.raises(copydesk.ServerError, match="exit code 1"):
        server.Server()
