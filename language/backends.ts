/** A place where a program can run. */
export interface Backend {
  readonly name: string;
  readonly provider: 'local' | 'IBM' | 'IonQ';
  readonly kind: 'simulator' | 'hardware';
  /** The most qubits that a program may have there. */
  readonly qubits: number;
}

const row = (name: string, provider: Backend['provider'], kind: Backend['kind'], qubits: number): Backend => ({
  name,
  provider,
  kind,
  qubits,
});

/** Every backend of the dialect; a new one is a new row and nothing else. */
export const BACKENDS: readonly Backend[] = [
  row('simulator', 'local', 'simulator', 32),
  row('sim', 'local', 'simulator', 32),
  row('aer', 'local', 'simulator', 32),
  row('simulator_statevector', 'local', 'simulator', 32),
  row('simulator_mps', 'local', 'simulator', 100),
  row('ibm_quantum', 'IBM', 'hardware', 133),
  row('ibm_eagle', 'IBM', 'hardware', 127),
  row('ibm_sherbrooke', 'IBM', 'hardware', 127),
  row('ibm_brisbane', 'IBM', 'hardware', 127),
  row('ibm_kyoto', 'IBM', 'hardware', 127),
  row('ibm_osaka', 'IBM', 'hardware', 127),
  row('ibm_torino', 'IBM', 'hardware', 133),
  row('ibm_condor', 'IBM', 'hardware', 1121),
  row('ionq_simulator', 'IonQ', 'simulator', 29),
  row('ionq_ideal', 'IonQ', 'simulator', 29),
  row('ionq_aria_simulator', 'IonQ', 'simulator', 25),
  row('ionq_harmony_simulator', 'IonQ', 'simulator', 11),
  row('ionq_qpu', 'IonQ', 'hardware', 36),
  row('ionq_forte', 'IonQ', 'hardware', 36),
  row('auto', 'local', 'simulator', 32),
];

export const DEFAULT_BACKEND = 'simulator';
export const DEFAULT_SHOTS = 1024;
export const MAX_SHOTS = 1_000_000;

export const backendNamed = (name: string): Backend | undefined => BACKENDS.find((backend) => backend.name === name);
