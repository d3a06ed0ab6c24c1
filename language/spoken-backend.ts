import { BACKENDS, backendNamed } from './backends.ts';
import { editDistance, nearestName } from './nearest.ts';
import { plain } from './normalize.ts';
import { readRequest } from './request.ts';

/** Ways to say the simulator, besides its names. */
const SIMULATOR =
  /^(?:local|default|cpu|(?:(?:local|ideal|un|una|a|an|el|su|the|quantum|cuantico|qasm|basic|noiseless|bioql)[ _-]*)*simula(?:tor|dor|cion|tion)(?:[ _-]*(?:local|ideal|cuantico|qasm))*|qasm_simulator|aer[ _.-]?simulator\w*|localhost)$/;
const FOREIGN =
  /rigetti|google|sycamore|willow|braket|aws|amazon|azure|microsoft|quantinuum|honeywell|d-?wave|pasqal|quera|iqm|xanadu|oqc|pennylane|cirq/;

/** Simulators by what is special about them. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\bmps\b|matrix product/, 'simulator_mps'],
  [/state ?-?vector|vector de estado/, 'simulator_statevector'],
  [/\bharmony\b/, 'ionq_harmony_simulator'],
  [/\baria\b/, 'ionq_aria_simulator'],
  [/\baer\b/, 'aer'],
];
/** Hardware of whoever. */
const NO_MACHINE =
  /^(?:(?:a|the|un|el|real|quantum|cuantic[oa]) )*(?:qpu|hardware|real|device|computer|ordenador|computadora)(?: (?:real|cuantic[oa]))*$/;
/** Wrong letters that a name may have. */
const SLIPS = 2;

/** The backend that a name stands for beyond doubt: as people say it ("IBM Torino", "ionq", "simulador") or a misspelling. */
export function backendMeant(written: string): string | undefined {
  const name = plain(written);
  if (name === '' || FOREIGN.test(name)) return undefined;
  const known = backendNamed(name) ?? backendNamed(name.replace(/[\s.-]+/g, '_'));
  if (known !== undefined) return known.name;
  const kind = KINDS.find(([pattern]) => pattern.test(name) && /simula|backend/.test(name));
  if (kind !== undefined) return kind[1];
  if (SIMULATOR.test(name)) return /aer/.test(name) ? 'aer' : 'simulator';
  if (!/^[a-z0-9 _.'-]{3,40}$/.test(name) || NO_MACHINE.test(name)) return undefined;
  const slip = BACKENDS.find((backend) => name.length > 5 && editDistance(backend.name, name, SLIPS) <= SLIPS);
  if (slip !== undefined) return slip.name;
  const spoken = readRequest(name.replace(/[_.-]+/g, ' ')).backend;
  if (spoken !== undefined && spoken !== 'aer') return spoken;
  if (name.includes(' ')) return undefined;
  return nearestName(
    name,
    BACKENDS.map((backend) => backend.name),
  );
}
