"""BioQL in JupyterLab and IPython: `%load_ext bioql_jupyter`, then `%bioql a Bell state`."""

from IPython.core.interactiveshell import InteractiveShell

from bioql_jupyter.magics import BioqlMagics
from bioql_jupyter.questions import keep_questions

__version__ = "3.3.0"


def load_ipython_extension(shell: InteractiveShell) -> None:
    magics = BioqlMagics(shell)
    shell.register_magics(magics)
    shell.events.register("post_run_cell", magics.session.remember)
    shell.input_transformers_cleanup.append(keep_questions)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    magics = shell.magics_manager.registry.pop(BioqlMagics.__name__)
    shell.input_transformers_cleanup.remove(keep_questions)
    shell.events.unregister("post_run_cell", magics.session.remember)
    for kind, names in magics.magics.items():
        for name in names:
            del shell.magics_manager.magics[kind][name]
