"""Wheels are tagged for their platform and carry a server that can be run."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1]


def build(tmp_path: Path, **variables: str) -> Path:
    environment = os.environ | variables
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)], cwd=PACKAGE, env=environment, check=True
    )
    (wheel,) = tmp_path.glob("*.whl")
    return wheel


@pytest.mark.parametrize(
    ("platform", "tag"),
    [
        ("linux/amd64", "manylinux2014_x86_64"),
        ("linux/arm64", "manylinux2014_aarch64"),
        ("darwin/amd64", "macosx_12_0_x86_64"),
        ("darwin/arm64", "macosx_12_0_arm64"),
    ],
)
def test_wheels_carry_a_server(platform: str, tag: str, tmp_path: Path) -> None:
    server = tmp_path / "server"
    server.write_bytes(b"#!/bin/sh\n")
    server.chmod(0o755)
    wheel = build(tmp_path / "dist", COPYDESK_WHEEL_SERVER=str(server), COPYDESK_WHEEL_PLATFORM=platform)
    assert wheel.name.startswith("copydesk-")
    assert "-py3-none-" in wheel.name
    assert tag in wheel.name
    with zipfile.ZipFile(wheel) as z:
        assert z.getinfo("copydesk/bin/copydesk-server").external_attr >> 16 & 0o111 == 0o111
        names = z.namelist()
        assert {"copydesk/py.typed", "copydesk/v1/process_pb2.py", "copydesk/v1/process_pb2.pyi"} <= set(names)
        licences = [n for n in names if "/licenses/" in n]
        assert len(licences) == 2, licences


def test_a_wheel_without_a_server_is_pure(tmp_path: Path) -> None:
    assert build(tmp_path).name.endswith("-py3-none-any.whl")


def test_half_a_wheel_is_refused(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        build(tmp_path, COPYDESK_WHEEL_PLATFORM="linux/amd64")
