/** Runs OpenQASM 3 in Microsoft's `qsharp-lang`. */
import { readFile } from 'node:fs/promises';
import type { StateVector } from '@bioql/language/simulator';
import { getCompiler, getDebugService, loadWasmModule, type ProgramConfig, QscEventTarget } from 'qsharp-lang';

const SOURCE = 'program.qasm';

/** Its amplitudes are printed with four decimals. */
export const QSHARP_ROUNDING = 1.5e-4;

const programOf = (qasm3: string): ProgramConfig => ({
  sources: [[SOURCE, qasm3]],
  languageFeatures: [],
  projectType: 'openqasm',
  profile: 'unrestricted',
});

export interface QSharp {
  /** The state just before the first measurement, as its debugger shows it. */
  stateOf(qasm3: string, qubits: number): Promise<StateVector>;
  /** How often each outcome came, highest bit leftmost. It takes no seed. */
  countsOf(qasm3: string, shots: number): Promise<Map<string, number>>;
}

export async function loadQSharp(): Promise<QSharp> {
  const wasm = new URL('../lib/web/qsc_wasm_bg.wasm', import.meta.resolve('qsharp-lang'));
  const bytes = await readFile(wasm);
  await loadWasmModule(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const [compiler, debug] = [await getCompiler(), await getDebugService()];
  return {
    async stateOf(qasm3, qubits) {
      const problems = await debug.loadProgram(programOf(qasm3), undefined);
      if (problems !== '') throw new SyntaxError(problems);
      const line = qasm3.split('\n').findIndex((text) => text.includes('measure'));
      const stops = (await debug.getBreakpoints(SOURCE)).filter(({ range }) => range.start.line === line);
      const events = new QscEventTarget(false);
      await debug.evalContinue(
        stops.map(({ id }) => id),
        events,
      );
      return readState(await debug.captureQuantumState(), qubits);
    },
    async countsOf(qasm3, shots) {
      const events = new QscEventTarget(true);
      await compiler.run(programOf(qasm3), '', shots, events);
      const counts = new Map<string, number>();
      for (const { result } of events.getResults()) {
        const outcome = readOutcome(String(result));
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
      }
      return counts;
    },
  };
}

/** `|011⟩`, first qubit leftmost, and `0.6459−0.2676𝑖`. */
function readState(rows: readonly { name: string; value: string }[], qubits: number): StateVector {
  const state = { re: new Float64Array(2 ** qubits), im: new Float64Array(2 ** qubits) };
  for (const { name, value } of rows) {
    const [, bits = ''] = /^\|([01]+)⟩$/.exec(name) ?? [];
    const [, re, sign, im] = /^(-?[\d.]+)([+-])([\d.]+)𝑖$/u.exec(value.replaceAll('−', '-')) ?? [];
    if (bits.length !== qubits || re === undefined) throw new RangeError(`cannot read ${name} ${value}`);
    const index = Number.parseInt([...bits].reverse().join(''), 2);
    state.re[index] = Number(re);
    state.im[index] = Number(`${sign}${im}`);
  }
  return state;
}

/** `[One, Zero]`, first bit first, as `01`. */
const readOutcome = (result: string): string =>
  (result.match(/One|Zero/g) ?? [])
    .map((bit) => (bit === 'One' ? '1' : '0'))
    .reverse()
    .join('');
