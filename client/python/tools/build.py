"""Builds the wheel of the package that this file is in: build.py FOLDER, with hatchling installed, wherever it is called from."""

import os
import sys
from pathlib import Path

from hatchling.cli import hatchling

if __name__ == "__main__":
    folder = str(Path(sys.argv[1]).absolute())
    os.chdir(Path(__file__).parents[1])
    sys.argv = ["hatchling", "build", "-t", "wheel", "-d", folder]
    sys.exit(hatchling())
