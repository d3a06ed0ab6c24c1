"""For every simulated algorithm, what an ideal run gives: from the literature, numpy and Qiskit's library.

A new algorithm is one function here: it takes a program of the corpus and says what its circuit must do.
"""

from collections.abc import Callable, Mapping

from compare import Expectation, Vector
from corpus import Item
from references.custom_gates import custom_gates
from references.entangled import bell, ghz, superposition, w_state
from references.fourier import iqft, iqft_action, qft, qft_action
from references.grover import grover
from references.oracles import bernstein_vazirani, deutsch_jozsa
from references.phase_estimation import phase_estimation
from references.qaoa import qaoa
from references.shor import shor, shor_action
from references.teleportation import teleportation
from references.vqe import vqe

REFERENCES: Mapping[str, Callable[[Item], Expectation]] = {
    reference.__name__: reference
    for reference in (
        bell,
        ghz,
        w_state,
        superposition,
        qft,
        iqft,
        grover,
        custom_gates,
        teleportation,
        deutsch_jozsa,
        bernstein_vazirani,
        phase_estimation,
        shor,
        vqe,
        qaoa,
    )
}

ACTIONS: Mapping[str, Callable[[Item, Vector], Vector]] = {
    "qft": qft_action,
    "iqft": iqft_action,
    "shor": shor_action,
}
"""What the whole circuit does to any state, where the run from |0...0> leaves much of it untested."""
