"""Generates src/copydesk/v1 from the contract: stubs.py FOLDER, with grpcio-tools and mypy-protobuf installed.

Options of other packages (validation, REST) are taken out of the descriptors first. Python has no use for them, and so the package
neither brings packages called buf and google.api along, which others bring too, nor depends on them.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from google.protobuf import descriptor_pb2

ROOT = Path(__file__).resolve().parents[3]
FOREIGN = ("buf/validate/", "google/api/")


def protoc(*args: str) -> None:
    """Runs the compiler that grpcio-tools carries."""
    subprocess.run([sys.executable, "-m", "grpc_tools.protoc", *args], check=True)


def main() -> None:
    """Writes the stubs into the folder that the command line names."""
    out = Path(sys.argv[1])
    contract = sorted(str(p.relative_to(ROOT / "proto")) for p in (ROOT / "proto").rglob("*.proto"))
    with tempfile.TemporaryDirectory() as work:
        image = f"{work}/image.binpb"
        protoc(
            f"-I{ROOT / 'proto'}",
            f"-I{ROOT / 'proto-deps'}",
            "--include_imports",
            "--include_source_info",
            f"--descriptor_set_out={image}",
            *contract,
        )
        files = descriptor_pb2.FileDescriptorSet.FromString(Path(image).read_bytes())
        files.DiscardUnknownFields()  # extensions of options are unknown here
        kept = [f for f in files.file if not f.name.startswith(FOREIGN)]
        for f in kept:
            dependencies = [d for d in f.dependency if not d.startswith(FOREIGN)]
            del f.dependency[:]
            f.dependency.extend(dependencies)
        Path(image).write_bytes(descriptor_pb2.FileDescriptorSet(file=kept).SerializeToString())
        descriptors = f"--descriptor_set_in={image}"
        protoc(descriptors, f"--python_out={out}", f"--mypy_out=quiet:{out}", *contract)
        service = [name for name in contract if name.endswith("_service.proto")]
        protoc(descriptors, f"--grpc_python_out={out}", f"--mypy_grpc_out=quiet:{out}", *service)


if __name__ == "__main__":
    main()
