"""Puts a server into the wheel, where COPYDESK_WHEEL_SERVER names one, and tags it for COPYDESK_WHEEL_PLATFORM.

Without the two a wheel is pure Python: it calls servers elsewhere, or one on the PATH.
"""

import os
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# What a static Go binary runs on: any Linux, whose oldest tag pip still knows, and the macOS that Go asks for.
PLATFORMS = {
    "linux/amd64": "manylinux_2_17_x86_64.manylinux2014_x86_64.musllinux_1_1_x86_64",
    "linux/arm64": "manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64",
    "darwin/amd64": "macosx_12_0_x86_64",
    "darwin/arm64": "macosx_12_0_arm64",
}


class CustomBuildHook(BuildHookInterface[Any]):
    """What hatchling calls before it writes a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Adds the server and the tag; version is that of the target, as in "standard" or "editable"."""
        server = os.environ.get("COPYDESK_WHEEL_SERVER")
        platform = os.environ.get("COPYDESK_WHEEL_PLATFORM")
        if not server and not platform:
            return
        if not server or platform not in PLATFORMS:
            raise ValueError(f"COPYDESK_WHEEL_SERVER names a file, COPYDESK_WHEEL_PLATFORM is one of {', '.join(PLATFORMS)}")
        build_data["pure_python"] = False
        build_data["tag"] = f"py3-none-{PLATFORMS[platform]}"
        build_data["force_include"][server] = "copydesk/bin/copydesk-server"
