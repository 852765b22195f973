"""A server of this process: on a unix socket that nobody else can open, ended with the process however that ends."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import subprocess
import tempfile
import threading
import weakref
from pathlib import Path

from copydesk.errors import ServerError

# Variables of the server that would make it serve more than this process, and that of this module.
_NOT_PASSED_ON = (
    "COPYDESK_ADDRESS",
    "COPYDESK_TOKEN",
    "COPYDESK_SERVER_BINARY",
    "COPYDESK_GRPC_ADDRESS",
    "COPYDESK_HTTP_ADDRESS",
    "COPYDESK_METRICS_ADDRESS",
    "COPYDESK_ADMIN_ADDRESS",
)


_servers: weakref.WeakSet[Server] = weakref.WeakSet()


def _let_go() -> None:
    """In a forked child: the server's standard input is the parent's alone, or it would go on for as long as the child."""
    for server in list(_servers):
        server._release()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)


def binary() -> str:
    """The path of the server: COPYDESK_SERVER_BINARY, or the one that the wheel carries, or copydesk-server on the PATH."""
    carried = Path(__file__).with_name("bin") / "copydesk-server"
    named = os.environ.get("COPYDESK_SERVER_BINARY")
    found = named or (str(carried) if carried.exists() else shutil.which("copydesk-server"))
    if not found:
        raise ServerError(
            "there is no server: install a wheel that carries one, put copydesk-server on the PATH, "
            "name one in COPYDESK_SERVER_BINARY, or name a running one in COPYDESK_ADDRESS"
        )
    return found


class Server:
    """A running server. It ends with close, and with the process that started it, even if that is killed.

    workers is how many documents it works on at once: the number of cores unless given. Its other flags are taken from the
    environment, as docs/operations.md has them: COPYDESK_MEMORY_LIMIT=1GiB bounds its memory.
    """

    def __init__(self, workers: int | None = None) -> None:
        path = binary()
        self._folder = tempfile.mkdtemp(prefix="copydesk-")  # the mode is 0700
        environment = {k: v for k, v in os.environ.items() if k not in _NOT_PASSED_ON}
        if workers is not None:
            environment |= {"COPYDESK_WORKERS": str(workers), "GOMAXPROCS": str(workers)}
        command = [path, "--exit-with-stdin", "--grpc-address", f"unix:{self._folder}/s", "--http-address", ""]
        command += ["--metrics-address", "", "--log-level", "warn", "--stop-delay", "0s", "--stop-timeout", "2s"]
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, start_new_session=True
            )
        except OSError as error:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise ServerError(f"{path}: {error.strerror}") from error
        assert self._process.stdout is not None
        ready = self._process.stdout.readline().decode().split()
        if len(ready) != 2 or ready[0] != "ready":
            code = self._process.wait()
            shutil.rmtree(self._folder, ignore_errors=True)
            raise ServerError(f"{path} did not start: exit code {code}; its standard error says why")
        self.address: str = ready[1]
        self._owner = os.getpid()
        _servers.add(self)
        self._lock = threading.Lock()
        atexit.register(self.close)

    @property
    def alive(self) -> bool:
        """Whether the server runs, and was started by this process: that of a parent is not a child's to use."""
        return self._owner == os.getpid() and self._process.poll() is None

    def close(self) -> None:
        """Stops the server, and waits until it has ended. May be called again."""
        if self._owner != os.getpid():
            return
        with self._lock:
            assert self._process.stdin is not None and self._process.stdout is not None
            self._process.stdin.close()
            try:
                self._process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                self._process.send_signal(signal.SIGKILL)
                self._process.wait()
            self._process.stdout.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            atexit.unregister(self.close)

    def _release(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.returncode = 0  # not a child of this process: nothing waits for it
