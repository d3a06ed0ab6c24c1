"""The real service, as its command line starts it."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def running_service(data_dir: Path) -> Iterator[str]:
    """Gives the address of a service with the real model, a database of its own and the demo account."""
    own_node = ROOT / "node_modules" / ".bin" / "node"
    node = str(own_node) if own_node.exists() else shutil.which("node")
    assert node is not None, "npm ci first"
    settings = {"BIOQL_PORT": "0", "BIOQL_DATA_DIR": str(data_dir), "BIOQL_WORKERS": "1", "BIOQL_LOG_LEVEL": "error"}
    with subprocess.Popen(
        [node, str(ROOT / "service/src/cli.ts"), "serve"],
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            yield ready_url(process)
        finally:
            process.terminate()


def ready_url(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    for line in process.stdout:
        found = re.search(r"ready on (\S+)", line)
        if found is not None:
            return found[1]
    raise AssertionError("the service ended before it was ready")
