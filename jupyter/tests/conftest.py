from collections.abc import Iterator

import pytest
from IPython.core.interactiveshell import InteractiveShell
from stub import Stub, running_stub


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BIOQL_URL", "BIOQL_API_KEY", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def stub() -> Iterator[Stub]:
    with running_stub() as stub:
        yield stub


@pytest.fixture
def shell(
    stub: Stub, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[InteractiveShell]:
    """A plain IPython with the extension, and the stub as its service."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
    monkeypatch.setenv("BIOQL_URL", stub.url)
    monkeypatch.setenv("BIOQL_API_KEY", "bioql_live_secret")
    shell = InteractiveShell.instance(colors="nocolor")
    shell.run_cell("%load_ext bioql_jupyter", store_history=True)
    yield shell
    shell.run_cell("%unload_ext bioql_jupyter")
    assert shell.history_manager is not None
    shell.history_manager.end_session()
    InteractiveShell.clear_instance()
