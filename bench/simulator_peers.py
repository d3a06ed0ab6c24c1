"""Qiskit's Statevector and Aer as peers of `bench/simulator.ts`, which starts this:

    python simulator_peers.py statevector|aer

Reads a job on standard input and writes lines as `bench/simulator/protocol.ts` says.
Needs: pip install qiskit qiskit-aer
"""

import json
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from qiskit import QuantumCircuit


def say(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)


def build(circuit: dict[str, Any]) -> QuantumCircuit:
    built = QuantumCircuit(circuit["qubits"])
    for gate in circuit["gates"]:
        name = "c" * len(gate["controls"]) + gate["name"]
        angle = [gate["angle"]] if "angle" in gate else []
        getattr(built, name)(*angle, *gate["controls"], *gate["targets"])
    return built


def statevector(circuit: QuantumCircuit, shots: int) -> Callable[[], dict[str, int]]:
    from qiskit.quantum_info import Statevector  # noqa: PLC0415 (each peer loads its own library only)

    return lambda: dict(Statevector(circuit).sample_counts(shots))


def aer(circuit: QuantumCircuit, shots: int) -> Callable[[], dict[str, int]]:
    from qiskit_aer import AerSimulator  # noqa: PLC0415

    measured = circuit.copy()
    measured.measure_all()
    simulator = AerSimulator(method="statevector")
    return lambda: dict(simulator.run(measured, shots=shots).result().get_counts())


PEERS = {"statevector": (statevector, "qiskit"), "aer": (aer, "qiskit-aer")}


def main(peer: str) -> None:
    job = json.load(sys.stdin)
    prepare, package = PEERS[peer]
    run = prepare(build(job["circuit"]), job["shots"])
    say({"ready": {"version": version(package)}})
    spent = last = 0.0
    counts: dict[str, int] = {}
    for done in range(job["maxRepetitions"]):
        if done > 0 and spent + last >= job["budgetMs"]:
            break
        started = time.perf_counter()
        counts = run()
        last = (time.perf_counter() - started) * 1000
        spent += last
        say({"ms": last})
    say({"counts": {bits: int(count) for bits, count in counts.items()}})


if __name__ == "__main__":
    main(sys.argv[1])
