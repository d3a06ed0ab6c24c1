import subprocess
import sys
import zipfile
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def test_the_wheel_has_the_package_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=PACKAGE,
        check=True,
        capture_output=True,
    )
    [wheel] = tmp_path.glob("bioql_jupyter-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
        metadata = archive.read(next(name for name in archive.namelist() if name.endswith("METADATA"))).decode()
    files = [path for path in (PACKAGE / "bioql_jupyter").iterdir() if path.is_file()]
    assert names == {path.relative_to(PACKAGE).as_posix() for path in files}
    assert "Requires-Dist: ipython" in metadata
